import { expect } from '@jest/globals';
import {
  type AnySource,
  type CellValue,
  type Chapter,
  type EventOf,
  Inapplicable,
  placesOf,
  type Recorded,
  type Sealed,
  step,
  streamName,
} from '@lookback/kernel';
import { naivelyResolved } from '../../../../kernel/src/naive-resolver.fixture.js';
import { tablesOf } from '../declaration/register-tables.js';
import { type Cells, type Rectangle, stillKnown } from './rectangles.js';
import { RegisterReading } from './register-reading.js';
import { Timeline } from './timeline.js';

/** A register of one kind of subject, and how that folds. */
export interface Drawing {
  readonly chapter: Chapter<unknown, EventOf>;
  readonly source: AnySource;
}

/** A point of the two clocks. */
export interface Point {
  readonly day: string;
  readonly known: number;
}

export const id = '1';

interface Shown {
  readonly key: string;
  readonly cells: Cells;
  readonly setBy: number;
}
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

/** Every lane of a register: what makes its cells of a row. Written anew here: by name, and a box by a search of the whole history. */
function lanesOf({ source: { register } }: Drawing, history: readonly Recorded[]): ((row: unknown) => Cells)[] {
  const opened = register.opened ?? {};
  const placeIn = (sealed: Sealed<unknown> | null): CellValue =>
    sealed &&
    (history.flatMap(({ position, data }) =>
      [...placesOf(data)].flatMap(([path, one]) => (one === sealed ? `${String(position)}:${path}` : [])),
    )[0] ??
      'nowhere');
  const cell = (name: string, row: unknown) =>
    opened[name] ? placeIn(opened[name].value(row)) : (register.columns[name]?.value(row) ?? null);
  return tablesOf(register).map(
    ({ columns }) =>
      (row) =>
        columns.map((name) => cell(name, row)),
  );
}

/**
 * The rows of each lane at a moment with who set them: the last entry, in resolved order, whose fold changed the row. From the naive
 * resolver alone; all rows are made anew after each entry.
 */
export function naiveRows(history: readonly Recorded[], drawing: Drawing, { day, known }: Point): Shown[][] {
  const { chapter, source } = drawing;
  const lanes = lanesOf(drawing, history);
  let state = chapter.initial;
  let shown = lanes.map(() => new Map<string, Omit<Shown, 'key'>>());
  for (const entry of naivelyResolved(history, day as never, known).entries) {
    const next = step(chapter, state, entry as never);
    if (next instanceof Inapplicable) continue;
    state = next;
    const setBy = history.find(({ id: own }) => own === entry.setBy)?.position ?? NaN;
    const rows = [...source.rows(state, id)];
    shown = lanes.map((cellsOf, lane) => {
      const before = shown[lane];
      return new Map(
        rows.map(([key, row]) => {
          const [was, cells] = [before?.get(key), cellsOf(row)];
          return [key, was && JSON.stringify(was.cells) === JSON.stringify(cells) ? was : { cells, setBy }];
        }),
      );
    });
  }
  return shown.map((rows) => [...rows].map(([key, row]) => ({ key, ...row })).sort(byKey));
}

type Placed = Rectangle & { readonly key: string };

/** Everything that each lane ever knew, drawn entry by entry; the changes told add up to what is known. */
export function drawn(history: readonly Recorded[], { chapter, source }: Drawing): Placed[][] {
  const reading = new RegisterReading(source);
  const timeline = new Timeline(streamName('toy', id), chapter, [reading]);
  const past: Placed[][] = reading.lanes.map(() => []);
  const told = reading.lanes.map(() => new Map<string, Placed>());
  for (const entry of history)
    timeline.take(entry, () => (lane, key, { closed, gone, set }) => {
      past[lane]?.push(...closed.map((one) => ({ ...one, key })));
      for (const day of gone) expect(told[lane]?.delete(`${day} ${key}`)).toBe(true);
      for (const one of set) told[lane]?.set(`${one.fromDay} ${key}`, { ...one, key });
    });
  expect(timeline.failure(reading)).toBeNull();
  return reading.lanes.map((_, lane) => {
    const known = [...(timeline.known(reading)[lane] ?? [])].flatMap(([key, some]) => some.map((one) => ({ ...one, key })));
    expect(sorted([...(told[lane]?.values() ?? [])])).toEqual(sorted(known));
    expect(known.every(({ toPos }) => toPos === stillKnown)).toBe(true);
    return [...(past[lane] ?? []), ...known];
  });
}

const sorted = (some: readonly Placed[]): Placed[] =>
  [...some].sort((a, b) => (`${a.key} ${a.fromDay}` < `${b.key} ${b.fromDay}` ? -1 : 1));

/** Those of some rectangles that hold at a moment. */
export const at = (all: readonly Placed[], { day, known }: Point): Shown[] =>
  all
    .filter((one) => one.fromDay <= day && day < one.toDay && one.fromPos <= known && known < one.toPos)
    .map(({ key, cells, setBy }) => ({ key, cells, setBy }))
    .sort(byKey);

/** Pairs of rectangles that say something of one key at one moment, and those that are empty: none may be. */
export const faults = (all: readonly Placed[]): Placed[] =>
  all.filter(
    (a, i) =>
      a.fromDay >= a.toDay ||
      a.fromPos >= a.toPos ||
      all
        .slice(i + 1)
        .some((b) => a.key === b.key && a.fromDay < b.toDay && b.fromDay < a.toDay && a.fromPos < b.toPos && b.fromPos < a.toPos),
  );
