import type { Chapter, Decision } from '@lookback/kernel';
import { numbered, type Patterns, usualPatterns } from './series.codes.js';
import type { ReserveNumbers } from './series.commands.js';
import * as did from './series.events.js';
import type { SeriesEvent } from './series.events.js';

/** The numbers of one kind, county and year: the last that was given, 0 before the first. */
export interface Series {
  readonly last: number;
}

export const reserveNumbers: Decision<ReserveNumbers, Series, SeriesEvent> = (
  { last },
  { county, kind, year, count, above },
  { standards },
) => {
  const n = Math.max(last, above) + 1;
  const pattern = patternsIn(standards)[kind];
  const numbers = Array.from({ length: count }, (_, i) => numbered(pattern, year, n + i));
  return [did.numbersReserved({ county, kind, year, n, numbers })];
};

export const patternsIn = (standards: Readonly<Record<string, unknown>>): Patterns =>
  (standards['number-patterns'] as Patterns | undefined) ?? usualPatterns;

export const seriesChapter: Chapter<Series, SeriesEvent> = {
  initial: { last: 0 },
  onEveryDay: ['NumbersReserved'],
  evolve: { NumbersReserved: ({ last }, { n, numbers }) => ({ last: Math.max(last, n + numbers.length - 1) }) },
};
