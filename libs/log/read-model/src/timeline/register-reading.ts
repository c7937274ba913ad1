import type { AnySource, Sealed } from '@lookback/kernel';
import { tablesOf, whole } from '../declaration/register-tables.js';
import { areAlike, type Cells, type Row } from './rectangles.js';

/** The rows of one group by key. */
export type Rows = ReadonlyMap<string, Row>;
export const noRows: Rows = new Map();

/** Where the box of a sealed value is, as a register keeps it: `4711:members.0.name`. */
export type PlaceOf = (sealed: Sealed<unknown>) => string;

/** One group of a register: which of the register's cells are its own. */
export interface Lane {
  readonly group: string;
  /** Null of the whole, which has all. */
  readonly cells: readonly number[] | null;
}

/** How the rows of one register are read from the states of one kind of subject. */
export class RegisterReading {
  readonly lanes: readonly Lane[];
  readonly hasBoxes: boolean;
  private readonly values: readonly ((row: unknown, placeOf: PlaceOf) => Cells[number])[];

  constructor(private readonly source: AnySource) {
    const { columns, opened = {} } = source.register;
    this.hasBoxes = Object.keys(opened).length > 0;
    const boxes = Object.values(opened).map(({ value }) => (row: unknown, placeOf: PlaceOf) => {
      const sealed = value(row);
      return sealed && placeOf(sealed);
    });
    this.values = [...Object.values(columns).map(({ value }) => value), ...boxes];
    const names = [...Object.keys(columns), ...Object.keys(opened)];
    this.lanes = tablesOf(source.register).map(({ group, columns: own }) => ({
      group,
      cells: group === whole ? null : own.map((name) => names.indexOf(name)),
    }));
  }

  /** Whether the rows of two states are the same without a look at them. */
  areUnmoved(before: unknown, now: unknown): boolean {
    return areAlike(this.source.reads(before), this.source.reads(now));
  }

  /** The cells of a state's rows, by key. */
  cellsOf(state: unknown, id: string, placeOf: PlaceOf): Map<string, Cells> {
    const cells = new Map<string, Cells>();
    for (const [key, row] of this.source.rows(state, id)) {
      if (cells.has(key)) throw new RangeError(`${this.source.register.name} has two rows of one key`);
      cells.set(
        key,
        this.values.map((value) => value(row, placeOf)),
      );
    }
    return cells;
  }

  /** The rows of each lane after an entry: one that says what it said stays the same row, and where all do, so do the rows. */
  rowsAfter(before: readonly Rows[], cells: ReadonlyMap<string, Cells>, setBy: number): readonly Rows[] {
    const after = this.lanes.map(({ cells: own }, nth) => rowsAfter(before[nth] ?? noRows, cells, { own, setBy }));
    return after.every((rows, nth) => rows === before[nth]) ? before : after;
  }
}

function rowsAfter(
  before: Rows,
  cells: ReadonlyMap<string, Cells>,
  { own, setBy }: { readonly own: readonly number[] | null; readonly setBy: number },
): Rows {
  const rows = new Map<string, Row>();
  let differ = cells.size !== before.size;
  for (const [key, all] of cells) {
    const some = own === null ? all : own.map((nth) => all[nth] ?? null);
    const was = before.get(key);
    const stays = was !== undefined && areAlike(was.cells, some);
    differ ||= !stays;
    rows.set(key, stays ? was : { cells: some, setBy });
  }
  return differ ? rows : before;
}
