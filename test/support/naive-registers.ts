import { type AnySource, type CellValue, Inapplicable, placesOf, type Moment, type Recorded, Sealed } from '@lookback/kernel';
import { naivelyResolved } from '../../libs/kernel/src/naive-resolver.fixture.js';
import type { AnySubject } from '@lookback/office/desk';

/*
 * What registers must hold at a moment, told from what a register is alone: of each subject the entries that count are resolved by the naive
 * resolver and folded one by one; a row is set by the last entry after which it was another. No line is shared with what draws rectangles.
 */

/** A row of one group of a register, as its tables have it, without bounds. */
export interface NaiveRow {
  readonly subject: number;
  readonly key: string;
  readonly setBy: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** A group of a register's columns: '' is the whole. */
export interface Group {
  readonly register: string;
  readonly group: string;
}

const nameOf = ({ register, group }: Group) => `${register}/${group}`;
type Rows = Map<string, Map<string, NaiveRow>>;

/** The rows of one subject at a moment, by register and group, then by key. `history` is its whole stream. */
export function naiveRowsOf(subject: AnySubject, sources: readonly AnySource[], history: readonly Recorded[], moment: Moment): Rows {
  const [first] = history;
  const rows: Rows = new Map();
  if (!first || first.position > moment.known) return rows;
  const id = (first as Recorded & { stream: string }).stream.slice(subject.name.length + 1);
  const positions = new Map(history.map((entry) => [entry.id, entry.position]));
  const placed = placesIn(history);
  let state: unknown = subject.initial;
  for (const { type, data, by, setBy } of counting(subject, history, moment)) {
    const next = evolved(subject, state, type, data, by);
    if (next === state || next instanceof Inapplicable) continue;
    state = next;
    for (const source of sources) taken(source, state, id, { subject: first.position, setBy: positions.get(setBy) ?? 0 }, placed, rows);
  }
  return rows;
}

/** Events that count on every day come first, whatever day they state. */
function counting({ onEveryDay = [] }: AnySubject, history: readonly Recorded[], { effective, known }: Moment) {
  const { entries } = naivelyResolved(history, '9999-12-31', known);
  const always = entries.filter(({ type }) => onEveryDay.includes(type));
  return [...always, ...entries.filter(({ type, by }) => !onEveryDay.includes(type) && by.effectiveOn <= effective)];
}

function evolved({ evolve }: AnySubject, state: unknown, type: string, data: unknown, by: unknown): unknown {
  const line = (evolve as Readonly<Record<string, (state: unknown, data: unknown, by: unknown) => unknown>>)[type];
  return line ? line(state, data, by) : state;
}

function taken(
  { register, rows: rowsOf }: AnySource,
  state: unknown,
  id: string,
  by: Pick<NaiveRow, 'subject' | 'setBy'>,
  placed: ReadonlyMap<unknown, string>,
  rows: Rows,
): void {
  const all = Object.keys(register.columns);
  const now = [...rowsOf(state, id)] as (readonly [string, unknown])[];
  for (const [group, columns] of Object.entries({ '': [...all, ...Object.keys(register.opened ?? {})], ...register.groups })) {
    const before = rows.get(nameOf({ register: register.name, group }));
    const after = new Map<string, NaiveRow>();
    for (const [key, row] of now) {
      const cells = Object.fromEntries(columns.map((name) => [name, cellOf(register, name, row, placed)]));
      const was = before?.get(key);
      after.set(key, was && JSON.stringify(was.cells) === JSON.stringify(cells) ? was : { ...by, key, cells });
    }
    rows.set(nameOf({ register: register.name, group }), after);
  }
}

function cellOf({ columns, opened }: AnySource['register'], name: string, row: unknown, placed: ReadonlyMap<unknown, string>): CellValue {
  const column = columns[name];
  if (column) return column.value(row);
  const sealed = opened?.[name]?.value(row) ?? null;
  return sealed instanceof Sealed ? (placed.get(sealed) ?? 'nowhere') : null;
}

/** Where each sealed value of a history stands. */
function placesIn(history: readonly Recorded[]): Map<unknown, string> {
  const found = new Map<unknown, string>();
  for (const { data, position } of history) for (const [path, sealed] of placesOf(data)) found.set(sealed, `${String(position)}:${path}`);
  return found;
}
