import type { Chapter, Decision } from '@lookback/kernel';
import { numbered, type Patterns, usualPatterns } from './series.codes.js';
import type { ReserveNumber } from './series.commands.js';
import * as did from './series.events.js';
import type { SeriesEvent } from './series.events.js';

/** The numbers of one kind, county and year: the last that was given, 0 before the first. */
export interface Series {
  readonly last: number;
}

export const reserveNumber: Decision<ReserveNumber, Series, SeriesEvent> = ({ last }, { county, kind, year, above }, { standards }) => {
  const n = Math.max(last, above) + 1;
  return [did.numberReserved({ county, kind, year, n, number: numbered(patternsIn(standards)[kind], year, n) })];
};

export const patternsIn = (standards: Readonly<Record<string, unknown>>): Patterns =>
  (standards['number-patterns'] as Patterns | undefined) ?? usualPatterns;

export const seriesChapter: Chapter<Series, SeriesEvent> = {
  initial: { last: 0 },
  onEveryDay: ['NumberReserved'],
  evolve: { NumberReserved: ({ last }, { n }) => ({ last: Math.max(last, n) }) },
};
