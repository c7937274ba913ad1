import { type CalendarDate, input, kind, type PersonId, type UnitId } from '@lookback/kernel';
import { Field, IsAsWritten, ListedAt, Nested, Typed } from '@lookback/office/desk';
import { IsDefined, IsOptional } from 'class-validator';
import {
  type CancelNumber,
  type ClassCode,
  type ListNumber,
  problemClass,
  problemSource,
  type ProblemNumber,
  problemStatuses,
  type SourceCode,
  type StatedStatus,
  statedStatuses,
} from './rectification.codes.js';
import { problemNumber } from './rectification.commands.js';

/** Where a problem stands in a list that brought it. */
export class ProblemListedAt extends ListedAt {
  /** 序号, where it has one: a number of that list alone. */
  @IsOptional() @Typed(input.text(40), '17') readonly number: ListNumber | null = null;
}

/** Takes one problem over from a ledger: what its row says, and where it stands. No route asks it; one commit a problem; a correction says it again. */
export class TakeOverProblem {
  @Field(problemNumber, { en: 'Problem number', zh: '问题编号' }) readonly number: ProblemNumber;
  @IsDefined() @Nested(() => ProblemListedAt) readonly list: ProblemListedAt;
  @Field(kind.oneOf(statedStatuses, problemStatuses), { en: 'Status', zh: '整改状态' }) readonly status: StatedStatus;
  @Field(problemSource, { en: 'Source', zh: '问题来源' }) readonly source: SourceCode;
  @Field(problemClass, { en: 'Class', zh: '问题类别' }) readonly class: ClassCode;
  @Field(kind.words(1, 4000, '厨房屋顶漏雨'), { en: 'Description', zh: '问题描述' }) readonly words: string;
  @Field(kind.words(1, 4000, '重修屋顶'), { en: 'Measure', zh: '整改措施', optional: true }) readonly measure: string | null = null;
  @Field(kind.person, { en: 'Leader', zh: '责任领导', optional: true }) readonly leader: PersonId | null = null;
  @Field(kind.unit, { en: 'Responsible unit', zh: '责任单位', optional: true }) readonly unit: UnitId | null = null;
  @Field(kind.person, { en: 'Staff', zh: '责任人', optional: true }) readonly staff: PersonId | null = null;
  @Field(kind.day, { en: 'Found on', zh: '发现日期' }) readonly foundOn: CalendarDate;
  @Field(kind.day, { en: 'Time limit', zh: '整改时限', optional: true }) readonly dueOn: CalendarDate | null = null;
  @Field(kind.day, { en: 'Cancelled on', zh: '销号日期', optional: true }) readonly cancelledOn: CalendarDate | null = null;
  @Field(problemNumber, { en: 'Cancel number', zh: '销号编号', optional: true }) readonly cancelNumber: CancelNumber | null = null;
  @IsOptional() @IsAsWritten() readonly asWritten: Readonly<Record<string, string>> | null = null;

  /** What is listed, or that with something changed. */
  static from(listed: TakeOverProblem, changed: Partial<TakeOverProblem> = {}): TakeOverProblem {
    return Object.assign(new TakeOverProblem(), listed, changed);
  }
}
