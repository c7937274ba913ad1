import { input, Inapplicable } from '@lookback/kernel';
import type { Oddity, SheetRow } from '@lookback/paper/workbook';
import type { Faults } from './fault.js';
import { isOfDays, type Said } from './cell-parsers.js';

/** No cell that is read is longer, as it was written, unless its list says so. */
const longestUnlessSaid = 100;

export type Partly<T> = { readonly [Field in keyof T]: T[Field] | undefined };

/** What has no gap left, or undefined. */
export function complete<T extends object>(partly: Partly<T>): T | undefined {
  for (const field in partly) if (partly[field] === undefined) return undefined;
  return partly as T;
}

/** Reads one row cell by cell; notes faults, and remembers how each cell would be written plainly. */
export class RowReader<Name extends string> {
  /** The cells that were not written as they are kept, by column; null where all were. */
  asWritten: Record<string, string> | null = null;
  /** Each cell that was read, written plainly, in the order of reading: what the row says, however it was written. */
  readonly plainly: string[] = [];

  constructor(
    readonly row: SheetRow<Name>,
    private readonly faults: Faults<Name>,
    private readonly longest = longestUnlessSaid,
  ) {}

  /** The cells of a table of columns; undefined stands for one with a fault. */
  readAll<Table extends { readonly [Column in Name]?: input.Reading<unknown> }>(table: Table): Partly<Said<Table>> {
    const cells: Record<string, unknown> = {};
    for (const column in table) cells[column] = this.read(column as unknown as Name, table[column] as input.Reading<unknown>);
    return cells as Partly<Said<Table>>;
  }

  /** Keeps how a cell was written, for what is kept does not tell. */
  keepWritten(column: Name): void {
    this.asWritten = { ...this.asWritten, [column]: this.row.text(column) };
  }

  private read(column: Name, reading: input.Reading<unknown>): unknown {
    const written = this.row.text(column);
    const read = this.oddIn(column, reading) ?? this.meant(written, reading);
    if (read instanceof Inapplicable) {
      this.faults.note(this.row, column, read);
      return undefined;
    }
    this.plainly.push(read.plainly);
    if (read.plainly !== written) this.keepWritten(column);
    return read.value;
  }

  private meant(written: string, reading: input.Reading<unknown>) {
    const limit = this.longest;
    return written.length > limit ? input.unreadable('input.too-long', { limit }) : reading(written);
  }

  /** Why the cell cannot be read at all, whatever text stands in it. */
  private oddIn(column: Name, reading: input.Reading<unknown>): Inapplicable | undefined {
    const odd = this.row.oddity(column);
    return odd === undefined || (odd === 'day' && isOfDays(reading)) ? undefined : oddities[odd];
  }
}

const oddities: Readonly<Record<Oddity, Inapplicable>> = {
  error: input.unreadable('input.excel-error'),
  'no-value': input.unreadable('input.formula-without-value'),
  cut: input.unreadable('input.number-cut'),
  boolean: input.unreadable('input.boolean'),
  day: input.unreadable('input.day-instead'),
};
