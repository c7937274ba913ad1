import type { CellValue } from '@lookback/kernel';
import type { RowAsked } from './row.js';

/** A column by which rows are put in order; what has no value comes last, whichever way. */
export interface Ordered {
  readonly column: string;
  readonly descending: boolean;
}

/** A row after which others come: its cells in the columns of the order, its subject and key, which settle what is left. */
export interface RowCursor {
  readonly cells: readonly CellValue[];
  readonly subject: number;
  readonly key: string;
}

/** Rows that are asked for with an order and a limit of their own. */
export interface RunOfRows {
  readonly conditions: readonly string[];
  readonly orderBy: string;
}

/** The order as a whole, of rows that hold the cells under the names of the columns. */
export const orderOf = (row: RowAsked, order: readonly Ordered[]): string =>
  [
    ...order.map((by) => `${row.cell(by.column)} ${by.descending ? 'DESC NULLS LAST' : 'ASC'}`),
    `${row.alias}.subject`,
    `${row.alias}.key`,
  ].join();

/**
 * The runs in which rows after a cursor are found, or all. Apart, so that an index gives each in its order: rows that have a value in the
 * first column, and those that have none.
 */
export function runs(row: RowAsked, order: readonly Ordered[], after: RowCursor | undefined, areApart: boolean): RunOfRows[] {
  const [first, ...rest] = order;
  const beyond = after ? [isAfter(row, order, after)] : [];
  const whole = { conditions: beyond, orderBy: orderOf(row, order) };
  if (!first || !areApart || (!after && !first.descending)) return [whole];
  const [cell, value] = [row.cell(first.column), after?.cells[0] ?? null];
  // By the cell too, which none of them has: so the index of the column gives them in order.
  const none = { conditions: [`${cell} IS NULL`, ...beyond], orderBy: [cell, orderOf(row, rest)].join() };
  if (after && value === null) return [none];
  const bound = value === null ? 'IS NOT NULL' : `${first.descending ? '<=' : '>='} ${row.values.value(value)}`;
  const orderBy = [`${cell} ${first.descending ? 'DESC' : 'ASC'}`, orderOf(row, rest)].join();
  return [{ conditions: [`${cell} ${bound}`, ...beyond], orderBy }, none];
}

/** The condition under which a row comes after another. */
function isAfter(row: RowAsked, order: readonly Ordered[], { cells, subject, key }: RowCursor): string {
  const place = `(${row.alias}.subject, ${row.alias}.key) > (${row.values.value(subject)}::bigint, ${row.values.value(key)})`;
  return order.reduceRight((later, { column, descending }, i) => {
    const [cell, value] = [row.cell(column), cells[i] ?? null];
    if (value === null) return `(${cell} IS NULL AND ${later})`;
    const at = row.values.value(value);
    return `(${cell} ${descending ? '<' : '>'} ${at} OR ${cell} IS NULL OR (${cell} = ${at} AND ${later}))`;
  }, place);
}
