import type { EntryNarrative } from '../../components/entry.js';
import { dayOfNumber, numberOfDay } from '../../moment/day.js';

/** By which clock the slider goes: when it happened, or when it was recorded. */
export type ClockKind = 'happened' | 'recorded';

/** A point of the slider: an entry, or several of one day. */
export interface Mark {
  readonly x: number;
  readonly label: string;
  /** False for what had happened and was not on record yet. */
  readonly known: boolean;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  /** Values at which a line and a word stand. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/** Days in the world, all of them or one year's. */
export function daysAxis(entries: readonly EntryNarrative[], known: number, today: string, year?: string): Axis {
  const first = entries.map(({ effectiveOn }) => effectiveOn).reduce((a, b) => (a < b ? a : b), today);
  const [from, to] =
    year === undefined ? [numberOfDay(first), numberOfDay(today)] : [numberOfDay(`${year}-01-01`), numberOfDay(`${year}-12-31`)];
  const marks = entries.map(({ effectiveOn, position }) => ({ x: numberOfDay(effectiveOn), label: effectiveOn, known: position <= known }));
  return {
    from,
    to: Math.max(to, from + 1),
    marks: marks.filter(({ x }) => x >= from && x <= to),
    ticks: year === undefined ? yearTicks(from, to) : monthTicks(year),
  };
}

/** Entries one by one, as they came on record: what comes in a day of typing would else be one point. */
export const recordAxis = (entries: readonly EntryNarrative[]): Axis => ({
  from: 0,
  to: Math.max(1, entries.length - 1),
  marks: entries.map(({ position, recordedAt }, x) => ({ x, label: `@${String(position)} ${recordedAt.slice(0, 10)}`, known: true })),
  ticks: everyFew(entries.length).map((x) => ({ x, label: `@${String(entries[x]?.position ?? '')}` })),
});

function yearTicks(from: number, to: number) {
  const [first, last] = [from, to].map((day) => Number(dayOfNumber(day).slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first }, (_, i) => first + 1 + i);
  const step = Math.ceil(years.length / 8);
  return years.filter((_, i) => i % step === 0).map((year) => ({ x: numberOfDay(`${String(year)}-01-01`), label: String(year) }));
}

const monthTicks = (year: string) =>
  ['01', '04', '07', '10'].map((month) => ({ x: numberOfDay(`${year}-${month}-01`), label: `${year}-${month}` }));

const everyFew = (count: number): number[] => {
  const step = Math.max(1, Math.ceil(count / 6));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
};

/** The years in which something took effect. */
export const yearsOf = (entries: readonly EntryNarrative[]): string[] =>
  [...new Set(entries.map(({ effectiveOn }) => effectiveOn.slice(0, 4)))].sort();

/** Where the next mark stands on one side of a value; the value itself where there is none. */
export function nextMark({ marks, from, to }: Axis, x: number, way: 1 | -1): number {
  const beyond = marks.map((mark) => mark.x).filter((at) => (way > 0 ? at > x : at < x));
  if (beyond.length === 0) return way > 0 ? to : from;
  return way > 0 ? Math.min(...beyond) : Math.max(...beyond);
}
