import type { Code, InBoth } from '@lookback/kernel';

/** What the office numbers. */
export const seriesKinds = {
  problem: { en: 'problem', zh: '问题编号' },
  cancellation: { en: 'cancellation', zh: '销号编号' },
} as const satisfies Readonly<Record<string, InBoth>>;
export type SeriesKind = keyof typeof seriesKinds;

/** A number that the office gave. */
export type SeriesNumber = Code<'series-number'>;

/** How a county's numbers look: `{year}` stands for the year, `{n}` for the next of it, four digits or more. */
export type Patterns = Readonly<Record<SeriesKind, string>>;

/** Where no county set others. Source: domain.md, section 1. */
export const usualPatterns: Patterns = { problem: 'ZG-{year}-{n}', cancellation: 'XH-{year}-{n}' };

/** The nth number of a year. */
export const numbered = (pattern: string, year: number, n: number): SeriesNumber =>
  pattern.replace('{year}', String(year)).replace('{n}', String(n).padStart(4, '0')) as SeriesNumber;

/** What the numbers of a year begin and end with. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

export function around(pattern: string, year: number): Around {
  const [before = '', after = ''] = pattern.replace('{year}', String(year)).split('{n}');
  return { before, after };
}

/** The highest n among some numbers, as far as they are of a year's; 0 where none is. */
export function highestOf(numbers: Iterable<string>, { before, after }: Around): number {
  let highest = 0;
  for (const number of numbers) {
    if (!number.startsWith(before) || !number.endsWith(after)) continue;
    const n = number.slice(before.length, number.length - after.length);
    if (/^\d{1,8}$/.test(n)) highest = Math.max(highest, Number(n));
  }
  return highest;
}
