import { type ProposalKind, proposalKinds } from '@lookback/office/four-eyes';
import { Text, SaidShown } from '@lookback/office/desk';
import { BreachShown } from '@lookback/review/history';
import { ApiProperty } from '@nestjs/swagger';

const Anything = (nullable = false) => ApiProperty({ type: Object, nullable, additionalProperties: true });
const Said = () => ApiProperty({ type: SaidShown, nullable: true });

/** A proposal that waits for a second person. */
export class OpenProposalShown {
  /** The entry that proposed it. */
  @Text() proposal: string;
  @ApiProperty({ type: String, enum: proposalKinds }) kind: ProposalKind;
  /** The entry that it is about; null for a report. */
  @Text(true) original: string | null;
  /** Where it stands in the log. */
  @ApiProperty({ type: Number }) position: number;
  @Text() dueOn: string;
  /** The lowest level from which it may be answered; null where another unit of any level may. */
  @Text(true) level: string | null;
}

/** What a member of a household asked to be put right, and nobody has answered. */
export class OpenRequestShown {
  /** The entry that asked. */
  @Text() request: string;
  /** The entry that it is about; null where it is about the file. */
  @Text(true) entry: string | null;
  /** Where it stands in the log. */
  @ApiProperty({ type: Number }) position: number;
  @Text() dueOn: string;
}

export class OpenProposals {
  @ApiProperty({ type: [OpenProposalShown] }) proposals: OpenProposalShown[];
  @ApiProperty({ type: [OpenRequestShown] }) requests: OpenRequestShown[];
}

/** What a form says to begin with that corrects an entry: what holds now. */
export class CorrectionBegun {
  @Text() original: string;
  /** The newest version, which a correction replaces. */
  @Text() supersedes: string;
  /** What kind of event it is: of a confirmed report, what that brought. */
  @Text() type: string;
  /** The last part of the route by which such an entry is recorded, empty where lists alone bring it; null where it can only be struck out, or the account sees it masked. */
  @Text(true) path: string | null;
  /** The command as it would be asked to say the same; null as the path is. */
  @Anything(true) command: object | null;
  @Text() effectiveOn: string;
  @Anything(true) authority: object | null;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
  /** True while it is struck out. */
  isStruckOut: boolean;
  /** The open proposal about it; null where there is none. */
  @Text(true) proposal: string | null;
}

/** An entry that would be left without what it speaks of, and the rule that says why. */
export class UnfittingShown extends BreachShown {
  @Text() entry: string;
}

/** A field of the file that would change. */
export class FieldFollowing {
  @Text() field: string;
  @Text() en: string;
  @Text() zh: string;
  @Anything(true) before: unknown;
  @Anything(true) after: unknown;
  /** Both in words; null where there are none. */
  @Said() beforeSaid: SaidShown | null;
  @Said() afterSaid: SaidShown | null;
}

/** What would follow from a command; a proposal counts in it as approved. */
export class WhatFollows {
  /** The guards that a report or a correction would break. */
  @ApiProperty({ type: [BreachShown] }) breaches: BreachShown[];
  @ApiProperty({ type: [UnfittingShown] }) inapplicable: UnfittingShown[];
  /** Fields of the file of today. */
  @ApiProperty({ type: [FieldFollowing] }) changed: FieldFollowing[];
}
