import { type CalendarDate, type Digest, type EntryId, type PersonId, type RequestOutcome, requestOutcomes } from '@lookback/kernel';
import { AuthorityAsked, IsCalendarDate, IsDigests, IsEntryId, IsId, Nested, OneOf, Sentences } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsDefined, IsObject, IsOptional } from 'class-validator';

const Reason = () => Sentences(2, 1000, '工资性收入漏填一项');

/** What an entry should have said. */
export class WantedAsked {
  /** The command of the entry's kind, as its form gives it. */
  @IsObject() @ApiProperty({ type: Object, example: { kind: 'water', met: true } }) command: object;
  /** The day from which it holds in the world. @example "2018-06-30" */
  @IsCalendarDate() effectiveOn: CalendarDate;
  @IsOptional() @Nested(() => AuthorityAsked) authority?: AuthorityAsked | null;
  /** Attachments, by digest. */
  @IsOptional() @IsDigests() evidence?: Digest[];
  /** Who acted, as it is on record: it stays. */
  @IsOptional() @IsId() actedBy?: PersonId;
}

/** Asks that an entry be corrected; a second person answers. */
export class ProposeCorrection {
  @IsEntryId() original: EntryId;
  /** The version that it replaces: the original, or the approval that last changed it. */
  @IsEntryId() supersedes: EntryId;
  @IsDefined() @Nested(() => WantedAsked) wanted: WantedAsked;
  @Reason() reason: string;
  /** The householder's request that it answers. */
  @IsOptional() @IsEntryId() request?: EntryId;
}

/** Asks that an entry be struck out; a second person answers. */
export class ProposeRetraction {
  @IsEntryId() original: EntryId;
  /** The version that it replaces: the original, or the approval that last changed it. */
  @IsEntryId() supersedes: EntryId;
  @Reason() reason: string;
  /** The householder's request that it answers. */
  @IsOptional() @IsEntryId() request?: EntryId;
}

/** Approves a correction or a striking-out. */
export class ApproveCorrection {
  @IsEntryId() proposal: EntryId;
  /** True to approve it though entries would be left without what they speak of. */
  @IsOptional() @IsBoolean() leaveUnfitting?: boolean;
}

/** Declines a correction or a striking-out. */
export class DeclineCorrection {
  @IsEntryId() proposal: EntryId;
  @Reason() reason: string;
}

/** Confirms a late report: it counts from its own day. */
export class ConfirmReport {
  @IsEntryId() proposal: EntryId;
  /** True to confirm it though entries would be left without what they speak of. */
  @IsOptional() @IsBoolean() leaveUnfitting?: boolean;
}

/** Declines a late report: it never counts. */
export class DeclineReport {
  @IsEntryId() proposal: EntryId;
  @Reason() reason: string;
}

/** A member of the household asks that its file be put right. */
export class RequestCorrection {
  /** The entry that is wrong, where it is one. */
  @IsOptional() @IsEntryId() entry?: EntryId;
  /** What is wrong, as the member says it. */
  @Sentences(2, 1000, '收入记多了，去年没有外出务工') words: string;
}

/** Tells who asked why nothing is proposed. */
export class AnswerCorrectionRequest {
  @IsEntryId() request: EntryId;
  @OneOf(requestOutcomes) outcome: RequestOutcome;
  @Sentences(2, 1000, '经入户核实，工资性收入属实') words: string;
}
