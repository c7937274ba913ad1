import type { CellValue } from '@lookback/kernel';
import type { Question, RowsAsked } from './question.js';
import { type Asks, standingIn } from './row.js';
import { quoted } from '../storage/table.js';
import { snake } from '../declaration/register-tables.js';

/** By what rows are counted: a column's cells, and what else is told apart, which may look at other columns. */
export interface CountedBy {
  readonly column: string;
  readonly apart?: { readonly columns: readonly string[]; readonly by: Asks } | undefined;
}

/** Figures over rows. */
export interface CountsAsked extends RowsAsked {
  readonly by: readonly CountedBy[];
  /** The columns that are added up. */
  readonly sums: readonly string[];
}

/** How many rows have the same cells. */
export interface FigureFound {
  /** In the order of `by`. */
  readonly cells: readonly CellValue[];
  /** What was told apart besides; null where nothing was. */
  readonly apart: readonly CellValue[];
  readonly rows: number;
  readonly subjects: number;
  /** In the order of `sums`. */
  readonly sums: readonly number[];
}

/** Counts and their total, which is the last, as one JSON value. */
export function countsSql(question: Question, { by, sums, register }: CountsAsked): string {
  const needed = standingIn(register, [...by.flatMap(({ column, apart }) => [column, ...(apart?.columns ?? [])]), ...sums]);
  const group = question.groupWith(needed);
  const columns = ['r.subject', ...needed.map((name) => `r.${quoted(snake(name))}`)].join();
  const found = question.rowsIn(group, columns);
  const row = question.row('r', group);
  const cells = by.flatMap(({ column, apart }, i) => [`${row.cell(column)} AS b${i}`, `${apart ? apart.by(row) : 'NULL::text'} AS a${i}`]);
  const inner = ['r.subject', ...cells, ...sums.map((name, i) => `${row.cell(name)} AS s${i}`)].join();
  const keys = by.flatMap((_, i) => [`b${i}`, `a${i}`]);
  const added = sums.map((_, i) => `coalesce(sum(s${i}), 0)`).join();
  const sets = keys.length > 0 ? `GROUP BY GROUPING SETS ((${keys.join()}), ())` : '';
  const isTotal = keys.length > 0 ? `grouping(${keys.join()}) > 0` : 'true';
  return `SELECT json_agg(c.found ORDER BY ${['c.is_total', ...by.map((_, i) => `c.b${i}`)].join()}) FROM (
    SELECT ${[...by.map((_, i) => `b${i}`), `${isTotal} AS is_total`].join()}, json_build_object(
      'cells', json_build_array(${by.map((_, i) => `b${i}`).join()}), 'apart', json_build_array(${by.map((_, i) => `a${i}`).join()}),
      'rows', count(*), 'subjects', count(DISTINCT subject), 'sums', json_build_array(${added})) AS found
    FROM (SELECT ${inner} FROM (${found}) r) r ${sets}) c`;
}
