import { type CalendarDate, type Digest, type EntryId, kind, type PersonId, type RequestOutcome, requestOutcomes } from '@lookback/kernel';
import { AuthorityAsked, Field, IsCalendarDate, IsDigests, IsEntryId, IsId, Nested } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsObject, IsOptional } from 'class-validator';

const Why = () => Field(kind.words(2, 1000, '工资性收入漏填一项'), { en: 'Why it is wrong', zh: '更正理由' });
const Reason = () => Field(kind.words(2, 1000, '与原始凭证不符'), { en: 'Reason', zh: '说明原因' });
const Original = () => Field(kind.entry, { en: 'Entry', zh: '记录' });
const Superseded = () => Field(kind.entry, { en: 'Version replaced', zh: '替代的版本' });
const Proposal = () => Field(kind.entry, { en: 'Proposal', zh: '申请' });
const LeaveUnfitting = () =>
  Field(kind.yesNo, {
    en: 'Leave entries that lose what they rest on',
    zh: '保留因此失去依据的记录',
    hint: {
      en: 'Only where the answer was refused because entries would be left without what they speak of',
      zh: '仅在复核提示有记录将失去依据时选“是”',
    },
    optional: true,
  });

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
  @Original() original: EntryId;
  /** The version that it replaces: the original, or the approval that last changed it. */
  @Superseded() supersedes: EntryId;
  @IsDefined() @Nested(() => WantedAsked) wanted: WantedAsked;
  @Why() reason: string;
  /** The householder's request that it answers. */
  @IsOptional() @IsEntryId() request?: EntryId;
}

/** Asks that an entry be struck out; a second person answers. */
export class ProposeRetraction {
  @Original() original: EntryId;
  /** The version that it replaces: the original, or the approval that last changed it. */
  @Superseded() supersedes: EntryId;
  @Why() reason: string;
  /** The householder's request that it answers. */
  @IsOptional() @IsEntryId() request?: EntryId;
}

/** Approves a correction or a striking-out. */
export class ApproveCorrection {
  @Proposal() proposal: EntryId;
  /** True to approve it though entries would be left without what they speak of. */
  @LeaveUnfitting() leaveUnfitting?: boolean;
}

/** Declines a correction or a striking-out. */
export class DeclineCorrection {
  @Proposal() proposal: EntryId;
  @Reason() reason: string;
}

/** Confirms a late report: it counts from its own day. */
export class ConfirmReport {
  @Proposal() proposal: EntryId;
  /** True to confirm it though entries would be left without what they speak of. */
  @LeaveUnfitting() leaveUnfitting?: boolean;
}

/** Declines a late report: it never counts. */
export class DeclineReport {
  @Proposal() proposal: EntryId;
  @Reason() reason: string;
}

/** A member of the household asks that its file be put right. */
export class RequestCorrection {
  /** The entry that is wrong, where it is one. */
  @IsOptional() @IsEntryId() entry?: EntryId;
  @Field(kind.words(2, 1000, '收入记多了，去年没有外出务工'), { en: 'What the household says is wrong', zh: '农户说明' }) words: string;
}

/** Tells who asked why nothing is proposed. */
export class AnswerCorrectionRequest {
  @Field(kind.entry, { en: 'Request', zh: '更正要求' }) request: EntryId;
  @Field(kind.code(requestOutcomes), { en: 'Outcome', zh: '处理结果' }) outcome: RequestOutcome;
  @Field(kind.words(2, 1000, '经入户核实，工资性收入属实'), { en: 'What the household is told', zh: '答复内容' }) words: string;
}
