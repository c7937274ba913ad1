import type { CalendarDate, InBoth, WordList } from '@lookback/kernel';
import type { ListHeld, ListLine } from '@lookback/office/desk';
import type { ValueOf } from './catalogue.js';

/** A list of codes as it holds in a region: set in the nearest region that has one, from a day on until another rules there. */
export interface ListInForce extends ListHeld {
  /** The first day on which another rules; null where none is adopted. */
  readonly until: CalendarDate | null;
}

const linesIn: { readonly [List in WordList]: (value: ValueOf<List>) => readonly ListLine[] } = {
  'cause-codes': ({ causes }) => causes,
  'problem-classes': ({ classes }) => classes,
  'problem-sources': ({ sources }) => sources,
  'helper-quotas': ({ quotas }) => quotas.map(({ rank, en, zh }) => ({ code: rank, en, zh })),
};

/** The lines of a list, by the value of the standard that holds it. */
export const linesOf = (list: WordList, value: unknown): readonly ListLine[] =>
  (linesIn[list] as (value: unknown) => readonly ListLine[])(value).map(({ code, en, zh }) => ({ code, en, zh }));

/**
 * What a code is called by the lists of a region, in the order of their days: as on the day of which it was said; where the list of that
 * day lacks it, as by the nearest list before that has it, else after. Null where none has.
 */
export function wordOn(lists: readonly ListInForce[], code: string, on: CalendarDate): InBoth | null {
  const having = lists.flatMap(({ since, lines }) => {
    const line = lines.find((one) => one.code === code);
    return line ? [{ since, line }] : [];
  });
  const { line } = having.findLast(({ since }) => since <= on) ?? having[0] ?? {};
  return line ? { en: line.en, zh: line.zh } : null;
}
