import { expect } from '@jest/globals';
import {
  type Chapter,
  cell,
  column,
  type EventOf,
  Inapplicable,
  type Recorded,
  type Register,
  registerSource,
  streamName,
} from '@lookback/kernel';
import { naivelyResolved } from '../../../../kernel/src/naive-resolver.fixture.js';
import { toy } from '../../../../kernel/src/random-histories.fixture.js';
import { type Cells, type Rectangle, stillKnown } from './rectangles.js';
import { RegisterReading } from './register-reading.js';
import { Timeline } from './timeline.js';

type Toy = typeof toy.initial;
interface Line {
  readonly amount: number;
  readonly last: number | null;
}

/** Rows that come and go: a problem is listed while its amount is above three; the whole while it has a trail of some lengths. */
const linesOf = ({ trail, problems }: Toy): (readonly [string, Line])[] => [
  ...Object.entries(problems).flatMap(([n, amount]) => (amount > 3 ? [[`p${n}`, { amount, last: null }] as const] : [])),
  ...(trail.length % 3 > 0 ? [['whole', { amount: trail.length, last: trail.at(-1) ?? null }] as const] : []),
];

const register: Register<Line> = {
  name: 'toys',
  called: { en: 'toys', zh: '玩具' },
  columns: {
    amount: column(cell.count, { en: 'amount', zh: '数量' }, ({ amount }) => amount),
    last: column(cell.count, { en: 'last', zh: '末次' }, ({ last }) => last),
  },
  groups: { last: ['last'] },
  order: ['amount'],
};

/** Of the toy's register: the whole, and one column alone. */
export const reading = new RegisterReading(
  registerSource<Toy, Line>({ register, reads: ({ trail, problems }) => [trail, problems], rows: linesOf }),
);
const cellsOfLane: readonly ((line: Line) => Cells)[] = [({ amount, last }) => [amount, last], ({ last }) => [last]];

interface Shown {
  readonly key: string;
  readonly cells: Cells;
  readonly setBy: number;
}
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

/** A lane's rows at a moment with who set them: the last entry, in resolved order, whose fold changed the row. From the naive resolver alone. */
export function naiveRows(
  history: readonly Recorded[],
  lane: number,
  { day, known }: { readonly day: string; readonly known: number },
): Shown[] {
  let state = toy.initial;
  let rows = new Map<string, Omit<Shown, 'key'>>();
  for (const entry of naivelyResolved(history, day as never, known).entries) {
    const next =
      (toy.evolve as unknown as Record<string, (s: Toy, d: unknown) => Toy | Inapplicable>)[entry.type]?.(state, entry.data) ?? state;
    if (next instanceof Inapplicable) continue;
    const setBy = history.find(({ id }) => id === entry.setBy)?.position ?? NaN;
    const before = rows;
    rows = new Map(
      linesOf(next).map(([key, line]) => {
        const [was, cells] = [before.get(key), cellsOfLane[lane]?.(line) ?? []];
        return [key, was && JSON.stringify(was.cells) === JSON.stringify(cells) ? was : { cells, setBy }];
      }),
    );
    state = next;
  }
  return [...rows].map(([key, row]) => ({ key, ...row })).sort(byKey);
}

type Placed = Rectangle & { readonly key: string };

/** Everything that a lane ever knew, drawn entry by entry; the changes told add up to what is known. */
export function drawn(history: readonly Recorded[]): Placed[][] {
  const timeline = new Timeline(streamName('toy', '1'), toy as unknown as Chapter<unknown, EventOf>, [reading]);
  const past: Placed[][] = [[], []];
  const told = [new Map<string, Placed>(), new Map<string, Placed>()];
  for (const entry of history)
    timeline.take(entry, () => (lane, key, { closed, gone, set }) => {
      past[lane]?.push(...closed.map((one) => ({ ...one, key })));
      for (const day of gone) expect(told[lane]?.delete(`${day} ${key}`)).toBe(true);
      for (const one of set) told[lane]?.set(`${one.fromDay} ${key}`, { ...one, key });
    });
  expect(timeline.failure(reading)).toBeNull();
  return [0, 1].map((lane) => {
    const known = [...(timeline.known(reading)[lane] ?? [])].flatMap(([key, some]) => some.map((one) => ({ ...one, key })));
    expect(sorted([...(told[lane]?.values() ?? [])])).toEqual(sorted(known));
    expect(known.every(({ toPos }) => toPos === stillKnown)).toBe(true);
    return [...(past[lane] ?? []), ...known];
  });
}

const sorted = (some: readonly Placed[]): Placed[] =>
  [...some].sort((a, b) => (`${a.key} ${a.fromDay}` < `${b.key} ${b.fromDay}` ? -1 : 1));

/** Those of some rectangles that hold at a moment. */
export const at = (all: readonly Placed[], { day, known }: { readonly day: string; readonly known: number }): Shown[] =>
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
