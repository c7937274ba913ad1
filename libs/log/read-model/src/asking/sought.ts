import type { CellValue } from '@lookback/kernel';
import { literally } from '../storage/where.js';
import type { Asks, RowAsked } from './row.js';

/** What a cell is looked for by. */
export type Sought =
  | { readonly is: 'none' }
  | { readonly is: 'one'; readonly value: NonNullable<CellValue> }
  /** A value, and only in rows of which something else holds, which may look at these columns. */
  | { readonly is: 'one-where'; readonly value: string; readonly columns: readonly string[]; readonly where: Asks }
  /** A text that begins so: a region with all that lies in it. */
  | { readonly is: 'begins'; readonly with: string }
  /** With both ends; null where one is open. */
  | { readonly is: 'between'; readonly from: string | number | null; readonly to: string | number | null };

/** A column, and what is looked for in it: one of these is enough. */
export interface Filter {
  readonly column: string;
  readonly anyOf: readonly Sought[];
}

/** The columns that some filters look at. */
export const columnsOf = (filters: readonly Filter[]): string[] =>
  filters.flatMap(({ column, anyOf }) => [column, ...anyOf.flatMap((one) => (one.is === 'one-where' ? one.columns : []))]);

/** The conditions under which a row is one that is looked for. */
export const isSought = (row: RowAsked, filters: readonly Filter[]): string[] =>
  filters.map(({ column, anyOf }) => (anyOf.length === 0 ? 'false' : anyOfThem(row, row.cell(column), anyOf)));

function anyOfThem(row: RowAsked, cell: string, anyOf: readonly Sought[]): string {
  const values = anyOf.flatMap((one) => (one.is === 'one' ? [one.value] : []));
  const begins = anyOf.flatMap((one) => (one.is === 'begins' ? [`${literally(one.with)}%`] : []));
  const conditions = [
    ...(values.length > 0 ? [`${cell} ${oneOf(row, '=', values)}`] : []),
    ...(begins.length > 0 ? [`${cell} ${oneOf(row, 'LIKE', begins)}`] : []),
    ...anyOf.flatMap((one) => other(row, cell, one)),
  ];
  return `(${conditions.join(' OR ')})`;
}

/** One value alone is what an index is asked for most quickly. */
const oneOf = ({ values }: RowAsked, operator: '=' | 'LIKE', of: readonly unknown[]): string =>
  of.length === 1 ? `${operator} ${values.value(of[0])}` : `${operator} ANY(${values.value(of)})`;

function other(row: RowAsked, cell: string, one: Sought): string[] {
  switch (one.is) {
    case 'none':
      return [`${cell} IS NULL`];
    case 'one-where':
      return [`(${cell} = ${row.values.value(one.value)} AND ${one.where(row)})`];
    case 'between':
      return [between(row, cell, one.from, one.to)];
    default:
      return [];
  }
}

function between({ values }: RowAsked, cell: string, from: string | number | null, to: string | number | null): string {
  const ends = [...(from === null ? [] : [`${cell} >= ${values.value(from)}`]), ...(to === null ? [] : [`${cell} <= ${values.value(to)}`])];
  return ends.length === 0 ? `${cell} IS NOT NULL` : `(${ends.join(' AND ')})`;
}
