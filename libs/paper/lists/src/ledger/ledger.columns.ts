import {
  type CancelNumber,
  type ClassCode,
  type ListNumber,
  type ProblemNumber,
  rectificationCodes,
  type SourceCode,
} from '@lookback/case/rectification';
import { type CalendarDate, input } from '@lookback/kernel';
import { inDayCell, oneOf, yesOrNo } from '../cell-parsers.js';
import { codeIn, type ListOfCounty, type ReadIn } from '../list-of-county.js';
import { inapplicable } from '../lists.rules.js';
import { unitName } from '../officials/official-columns.js';
import { householdNumber } from '../roster/numbers.js';

/** The classes and the sources of problems of each county. */
export interface ProblemLists {
  readonly classes: ListOfCounty;
  readonly sources: ListOfCounty;
}

/** Up to when things can have happened. */
export interface Until {
  readonly until: CalendarDate;
}

/** Longest text of a problem or a measure, in characters. */
export const longestWords = 4_000;

const numbered =
  <Of extends string>(
    unreadable: 'list.problem-number-unreadable' | 'list.row-number-unreadable' = 'list.problem-number-unreadable',
  ): input.Reading<Of> =>
  (written) => {
    const plainly = input.mixedCode(written);
    if (plainly === '') return input.missing;
    return rectificationCodes.numberShape.test(plainly) ? input.itself<Of>(plainly) : inapplicable(unreadable);
  };

const words = input.words(longestWords);

const progress = oneOf<'not-started' | 'in-progress' | 'finished'>([
  ['未启动', 'not-started'],
  ['整改中', 'in-progress'],
  ['已完成整改', 'finished'],
]);

/** What a row says of its problem. Source: domain.md, section 5. */
export const problemColumns = ({ classes, sources, until }: ProblemLists & Until, where: ReadIn) => ({
  序号: input.optional(numbered<ListNumber>('list.row-number-unreadable')),
  问题来源: codeIn<SourceCode>(sources, where),
  发现时间: inDayCell(input.dayUpTo(until)),
  户编号: input.optional(householdNumber),
  问题类别: codeIn<ClassCode>(classes, where),
  问题描述: words,
  责任领导: input.optional(input.personName),
  责任单位: input.optional(unitName),
  责任人: input.optional(input.personName),
  整改措施: input.optional(words),
  整改时限: inDayCell(input.optional(input.day)),
  整改进展: progress,
  是否销号: yesOrNo,
  销号时间: inDayCell(input.optional(input.dayUpTo(until))),
  销号编号: input.optional(numbered<CancelNumber>()),
  /** Where the list has none, the office gives one. */
  问题编号: input.optional(numbered<ProblemNumber>()),
});

/** What is only compared with the record. */
export const headColumns = { 户主姓名: input.optional(input.personName) };

/** What a household is known by that has no number; of one that has, township and village are its own, and not read. */
export const householdColumns = { '乡(镇)': input.text(50), 行政村: input.text(50), 户主姓名: input.personName };

/** Those that a ledger may lack. */
export const mayLack: readonly string[] = ['序号', '问题编号', '乡(镇)', '行政村'];

export type LedgerColumn = keyof ReturnType<typeof problemColumns> | keyof typeof householdColumns;
