import type { CellValue } from '@lookback/kernel';

/** The cells of a row, in the order of its group's columns. */
export type Cells = readonly CellValue[];

/** A calendar date, or one of the two ends; as text they lie in the order of time, and as PostgreSQL writes them. */
export type Day = string;
export const firstOfDays: Day = '-infinity';
export const afterAllDays: Day = 'infinity';
export const stillKnown = Number.POSITIVE_INFINITY;

/** What a row says, and the position of the entry that made it say so. */
export interface Row {
  readonly cells: Cells;
  readonly setBy: number;
}

/** A row on the days and at the positions at which it holds; both half-open. */
export interface Rectangle extends Row {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly fromPos: number;
  readonly toPos: number;
}

/** What one entry does to the rectangles of one key. */
export interface Redrawn {
  /** All that is known now, in order of days. */
  readonly now: readonly Rectangle[];
  /** No longer known: to be added to what was known once. */
  readonly closed: readonly Rectangle[];
  /** First days of rectangles that are known no more under that day. */
  readonly gone: readonly Day[];
  /** Known now: new, or with other bounds than before under the same first day. */
  readonly set: readonly Rectangle[];
}

/** What a key's row is from a day on, up to another. */
export interface RowRun {
  readonly from: Day;
  readonly to: Day;
  readonly row: Row | undefined;
}

/** Lays what is so now over what was known: what stays the same keeps the position since which it is known, all else closes and opens. */
export function redraw(before: readonly Rectangle[], runs: readonly RowRun[], position: number): Redrawn {
  const day = runs[0]?.from ?? afterAllDays;
  const first = before.findIndex(({ toDay }) => toDay > day);
  const tail = first < 0 ? [] : before.slice(first);
  const { known, closed } = overlaid(tail, runs, position);
  const old = new Map(tail.map((one) => [one.fromDay, one]));
  const stands = (one: Rectangle, was = old.get(one.fromDay)) =>
    was?.toDay === one.toDay && was.fromPos === one.fromPos && isSame(was, one);
  const left = new Set(known.map(({ fromDay }) => fromDay));
  return {
    now: [...(first < 0 ? before : before.slice(0, first)), ...known],
    closed,
    gone: tail.flatMap(({ fromDay }) => (left.has(fromDay) ? [] : [fromDay])),
    set: known.filter((one) => !stands(one)),
  };
}

/** One sweep over what was known from a day on and what is so from that day on. */
function overlaid(tail: readonly Rectangle[], runs: readonly RowRun[], position: number) {
  const day = runs[0]?.from ?? afterAllDays;
  const known: Rectangle[] = [];
  const closed: Rectangle[] = [];
  for (const old of tail) if (old.fromDay < day) known.push({ ...old, toDay: day });
  let next = 0;
  for (const { from, to, row } of runs) {
    const open = (fromDay: Day, toDay: Day) => {
      if (row && fromDay < toDay) join(known, { ...row, fromDay, toDay, fromPos: position, toPos: stillKnown });
    };
    let at = from;
    while ((tail[next]?.toDay ?? afterAllDays) <= from) next++;
    for (let i = next, old = tail[i]; old && old.fromDay < to; old = tail[++i]) {
      const [fromDay, toDay] = [later(from, old.fromDay), earlier(to, old.toDay)];
      open(at, fromDay);
      if (row && isSame(old, row)) join(known, { ...old, fromDay, toDay });
      else {
        join(closed, { ...old, fromDay, toDay, toPos: position });
        open(fromDay, toDay);
      }
      at = toDay;
    }
    open(at, to);
  }
  return { known, closed };
}

/** Adds a rectangle, or lengthens the last one where nothing but the day tells them apart. */
function join(some: Rectangle[], next: Rectangle): void {
  const last = some.at(-1);
  if (last && last.toDay === next.fromDay && last.fromPos === next.fromPos && isSame(last, next))
    some.splice(-1, 1, { ...last, toDay: next.toDay });
  else some.push(next);
}

const later = (a: Day, b: Day): Day => (a < b ? b : a);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const isSame = (a: Row, b: Row): boolean => a.setBy === b.setBy && areAlike(a.cells, b.cells);

/** Whether two lists hold the same, one by one. */
export const areAlike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
