import { countsSql, type FigureFound } from './counts.js';
import { orderOf, runs } from './order.js';
import { cellsOf, type PageAsked, pageSql, type RowFound, wholePageSql } from './page.js';
import type { Question } from './question.js';
import { standingIn } from './row.js';

/** A page of a list. */
export interface ListAsked extends PageAsked {
  /** The columns that are added up. */
  readonly sums: readonly string[];
}

/** The rows of a page, and what all pages come to. */
export interface ListFound {
  readonly rows: readonly RowFound[];
  readonly total: Pick<FigureFound, 'rows' | 'sums'>;
}

/**
 * A page and what all pages come to, as one JSON value. Today an index gives the page, and all rows are counted besides; at any other point
 * the rows of the point are found once, and both are made of them.
 */
export function listSql(question: Question, asked: ListAsked): string {
  const { at } = question;
  if (at.isHead && at.isLastDay) {
    const counted = countsSql(question, { ...asked, by: [] });
    return `SELECT json_build_object('rows', (${pageSql(question, asked)}), 'total', (${counted})->0)`;
  }
  const { order, after, limit, register, sums } = asked;
  const needed = standingIn(register, [...order.map(({ column }) => column), ...sums]);
  const group = question.groupWith(needed);
  const row = question.row('r', group);
  const found = question.rowsIn(group, cellsOf(needed));
  const [run] = runs(row, order, after, false);
  const where = run && run.conditions.length > 0 ? `WHERE ${run.conditions.join(' AND ')}` : '';
  const picked = `SELECT r.subject, r.key FROM found r ${where} ORDER BY ${orderOf(row, order)} LIMIT ${question.values.value(limit)}`;
  const added = sums.map((name) => `coalesce(sum(${row.cell(name)}), 0)`).join();
  return `WITH found AS MATERIALIZED (${found})
    SELECT json_build_object('rows', (${wholePageSql(question, asked, picked)}),
      'total', (SELECT json_build_object('rows', count(*), 'sums', json_build_array(${added})) FROM found r))`;
}
