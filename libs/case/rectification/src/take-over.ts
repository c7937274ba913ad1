import { type CalendarDate, input, type PersonId, type UnitId } from '@lookback/kernel';
import { IsAsWritten, IsCalendarDate, IsId, ListedAt, Nested, OneOf, Sentences, Shaped, Typed } from '@lookback/office/desk';
import { IsDefined, IsOptional } from 'class-validator';
import {
  type CancelNumber,
  type ClassCode,
  type ListNumber,
  listCodeShape,
  type ProblemNumber,
  type SourceCode,
} from './rectification.codes.js';
import { type StatedStatus, statedStatuses } from './rectification.codes.js';
import { IsNumber } from './rectification.commands.js';

/** Where a problem stands in a list that brought it. */
export class ProblemListedAt extends ListedAt {
  /** 序号, where it has one: a number of that list alone. */
  @IsOptional() @Typed(input.text(40), '17') readonly number: ListNumber | null = null;
}

/** Takes one problem over from a ledger: what its row says, and where it stands. No route asks it; one commit a problem; a correction says it again. */
export class TakeOverProblem {
  @IsNumber() readonly number: ProblemNumber;
  @IsDefined() @Nested(() => ProblemListedAt) readonly list: ProblemListedAt;
  @OneOf(statedStatuses) readonly status: StatedStatus;
  @Shaped(listCodeShape, 'self-check') readonly source: SourceCode;
  @Shaped(listCodeShape, 'exit') readonly class: ClassCode;
  @Sentences(1, 4000, '厨房屋顶漏雨') readonly words: string;
  @IsOptional() @Sentences(1, 4000, '重修屋顶') readonly measure: string | null = null;
  @IsOptional() @IsId() readonly leader: PersonId | null = null;
  @IsOptional() @IsId() readonly unit: UnitId | null = null;
  @IsOptional() @IsId() readonly staff: PersonId | null = null;
  @IsCalendarDate() readonly foundOn: CalendarDate;
  @IsOptional() @IsCalendarDate() readonly dueOn: CalendarDate | null = null;
  @IsOptional() @IsCalendarDate() readonly cancelledOn: CalendarDate | null = null;
  @IsOptional() @IsNumber() readonly cancelNumber: CancelNumber | null = null;
  @IsOptional() @IsAsWritten() readonly asWritten: Readonly<Record<string, string>> | null = null;

  /** What is listed, or that with something changed. */
  static from(listed: TakeOverProblem, changed: Partial<TakeOverProblem> = {}): TakeOverProblem {
    return Object.assign(new TakeOverProblem(), listed, changed);
  }
}
