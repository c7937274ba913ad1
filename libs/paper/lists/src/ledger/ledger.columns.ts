import { type CancelNumber, type ClassCode, type ProblemNumber, rectificationCodes, type SourceCode } from '@lookback/case/rectification';
import { plain } from '@lookback/paper/workbook';
import { day } from '../days.js';
import { type Kind, oneOf, optional, text, yesOrNo } from '../kinds.js';
import { unfit } from '../lists.rules.js';
import { unitName } from '../officials/official-columns.js';
import { householdNumber } from '../roster/numbers.js';

/** The value of the standard `problem-classes`, as far as a list goes by it. */
export interface Classes {
  readonly classes: readonly { readonly code: string; readonly zh: string }[];
}

/** The value of the standard `problem-sources`, as far as a list goes by it. */
export interface Sources {
  readonly sources: readonly { readonly code: string; readonly zh: string }[];
}

/** Longest text of a problem or a measure, in characters. */
export const longestWords = 4_000;

/** A problem's number as it was meant. Letters keep their case: numbers that differ in it are two. */
export const plainNumber = (written: string): string => plain(written).replaceAll(' ', '');

const numbered =
  <Of extends string>(): Kind<Of> =>
  (written) => {
    const plainly = plainNumber(written);
    if (plainly === '') return unfit('list.value-missing');
    return rectificationCodes.numberShape.test(plainly) ? { value: plainly as Of, plainly } : unfit('list.problem-number-unreadable');
  };

/** Sentences are kept as they are written, but for blanks around them: their signs are nobody's mistake. */
const words: Kind<string> = (written) => {
  const plainly = written.trim();
  if (plainly === '') return unfit('list.value-missing');
  return plainly.length > longestWords ? unfit('list.text-too-long', { limit: longestWords }) : { value: plainly, plainly };
};

const asCoded = <Of extends string>(list: readonly { readonly code: string; readonly zh: string }[]): Kind<Of> =>
  oneOf(list.map(({ code: value, zh }) => [zh, value as Of]));

const progress = oneOf<'not-started' | 'in-progress' | 'finished'>([
  ['未启动', 'not-started'],
  ['整改中', 'in-progress'],
  ['已完成整改', 'finished'],
]);

/** What a row says of its problem. Source: domain.md, section 5. Township and village are the household's own, and not read. */
export const problemColumns = ({ classes, sources }: Classes & Sources) => ({
  序号: numbered<ProblemNumber>(),
  问题来源: asCoded<SourceCode>(sources),
  发现时间: day,
  户编号: householdNumber,
  问题类别: asCoded<ClassCode>(classes),
  问题描述: words,
  责任领导: optional(text(50)),
  责任单位: optional(unitName),
  责任人: optional(text(50)),
  整改措施: optional(words),
  整改时限: optional(day),
  整改进展: progress,
  是否销号: yesOrNo,
  销号时间: optional(day),
  销号编号: optional(numbered<CancelNumber>()),
});

/** What is only compared with the record. */
export const headColumns = { 户主姓名: optional(text(50)) };

export type LedgerColumn = keyof ReturnType<typeof problemColumns> | keyof typeof headColumns;
