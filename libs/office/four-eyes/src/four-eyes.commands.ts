import type { CalendarDate, Digest, EntryId, PersonId } from '@lookback/kernel';
import { AuthorityAsked, IsCalendarDate, IsDigests, IsEntryId, IsId, Nested, Sentences } from '@lookback/office/desk';
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
}

/** Asks that an entry be struck out; a second person answers. */
export class ProposeRetraction {
  @IsEntryId() original: EntryId;
  /** The version that it replaces: the original, or the approval that last changed it. */
  @IsEntryId() supersedes: EntryId;
  @Reason() reason: string;
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
