import { type ProposalKind, proposalKinds, type ProposalOutcome, proposalOutcomes } from '@lookback/office/four-eyes';
import { Text, SaidShown } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { EntryLine } from '../entries/entries.dto.js';
import { ById } from '../ledger/rectification.dto.js';

/** What a second person answered. */
export class ProposalAnswered {
  @ApiProperty({ type: String, enum: proposalOutcomes }) outcome: ProposalOutcome;
  @Text() on: string;
  /** Null where it is not on record who. */
  @ApiProperty({ type: ById, nullable: true }) by: ById | null;
  @ApiProperty({ type: ById, nullable: true }) unit: ById | null;
}

/** A correction or a late report in a tray: its entry, and by when it is answered by whom. */
export class ProposalLine extends EntryLine {
  @ApiProperty({ type: String, enum: proposalKinds }) proposes: ProposalKind;
  /** What the entry that it is about is called, or what it reports; null where there is no such entry. */
  @ApiProperty({ type: SaidShown, nullable: true }) about: SaidShown | null;
  @Text() dueOn: string;
  /** Whether that day has passed and nobody has answered. */
  overdue: boolean;
  /** The lowest level from which it may be answered; null where another unit of any level may. */
  @Text(true) level: string | null;
  /** Null while it waits. */
  @ApiProperty({ type: ProposalAnswered, nullable: true }) answered: ProposalAnswered | null;
}

/** A pile of proposals; a hundred at most are told. */
export class ProposalTrayShown {
  @ApiProperty({ type: [ProposalLine] }) proposals: ProposalLine[];
  /** How many there are. */
  count: number;
  /** How many of them wait longer than their due day. */
  overdue: number;
}

/** What a member of a household asked to be put right: its entry, and by when it is answered. */
export class CorrectionRequestLine extends EntryLine {
  /** What the entry that it is about is called; null where it is about the file. */
  @ApiProperty({ type: SaidShown, nullable: true }) about: SaidShown | null;
  @Text() dueOn: string;
  /** Whether that day has passed. */
  overdue: boolean;
}

/** The requests that wait; a hundred at most are told. */
export class CorrectionRequestTray {
  @ApiProperty({ type: [CorrectionRequestLine] }) requests: CorrectionRequestLine[];
  /** How many there are. */
  count: number;
  /** How many of them wait longer than their due day. */
  overdue: number;
}

/** The corrections and late reports of the account that asks. */
export class ProposalDesk {
  /** The log position that the answer reflects. */
  position: number;
  /** What it may answer, the earliest due first. */
  @ApiProperty({ type: ProposalTrayShown }) toAnswer: ProposalTrayShown;
  /** What it had a hand in: what waits, then what was answered last. */
  @ApiProperty({ type: ProposalTrayShown }) mine: ProposalTrayShown;
  /** What householders asked where it deals with such requests, the earliest due first. */
  @ApiProperty({ type: CorrectionRequestTray }) requests: CorrectionRequestTray;
}
