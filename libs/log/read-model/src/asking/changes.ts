import type { CellValue } from '@lookback/kernel';
import { snake, whole } from '../declaration/register-tables.js';
import { quoted } from '../storage/table.js';
import type { AskedAt } from './asked-at.js';
import { type RowCursor, type Ordered, orderOf, runs } from './order.js';
import { nameOf, Question, type RowsAsked } from './question.js';
import { type Asks, RowAsked } from './row.js';

/** Rows that are otherwise than they were. */
export interface ChangesAsked extends RowsAsked {
  /** As known at this position they are compared. */
  readonly since: number;
  readonly columns: readonly string[];
  readonly order: readonly Ordered[];
  readonly after?: RowCursor | undefined;
  readonly limit: number;
  readonly marks?: readonly Asks[];
}

/** A row that changed, came or went. */
export interface ChangeFound {
  readonly subject: number;
  readonly stream: string | null;
  readonly key: string;
  /** The entry that set the row as it is, or set it last. */
  readonly setBy: number;
  /** Null where there was no such row. */
  readonly before: readonly CellValue[] | null;
  /** Null where there is none any more. */
  readonly after: readonly CellValue[] | null;
  readonly marks: readonly boolean[];
  readonly cursor: RowCursor;
}

/** Which changes there are, as SQL: `r` is the row as it is, or was where it is no more; `b` and `a` before and after. */
function changed(question: Question, { register, since }: ChangesAsked): string {
  const { at, values } = question;
  const before: AskedAt = { ...at, position: since, isHead: false };
  const from = `${values.value(since)}::bigint`;
  const upTo = (bound: string) => (at.isHead ? '' : ` AND ${bound} <= ${values.value(at.position)}::bigint`);
  const moved = (['known', 'past'] as const).flatMap((table) => {
    const bounds = table === 'known' ? ['from_pos'] : ['from_pos', 'to_pos'];
    return bounds.map((bound) => {
      const row = question.row('m', whole);
      return `SELECT m.subject, m.key FROM ${nameOf(row, table)} WHERE m.${bound} > ${from}${upTo(`m.${bound}`)}`;
    });
  });
  const asAt = (one: AskedAt) =>
    new Question({ ...question.rows, filters: [], and: undefined, beside: [], isSeen: hasMoved }, one, values).from(whole, () => [
      {
        columns: columnsIn(register)
          .map((name) => `r.${name}`)
          .join(),
      },
    ]);
  const own = columnsIn(register).slice(3);
  const isOther = own.map((name) => `b.${name} IS DISTINCT FROM a.${name}`).join(' OR ');
  const isAsked = ['a', 'b'].map((alias) => {
    const row = new RowAsked(register, alias, whole, alias === 'a' ? at : before, values);
    return `(${[`${alias}.subject IS NOT NULL`, ...question.isAsked(row)].join(' AND ')})`;
  });
  return `WITH moved AS MATERIALIZED (${moved.join(' UNION ')}), was AS MATERIALIZED (${asAt(before)}), now AS MATERIALIZED (${asAt(at)}), r AS (
    SELECT ${columnsIn(register)
      .map((name) => `CASE WHEN a.subject IS NULL THEN b.${name} ELSE a.${name} END AS ${name}`)
      .join()}
      FROM was b FULL JOIN now a USING (subject, key)
     WHERE (a.subject IS NULL OR b.subject IS NULL OR ${isOther}) AND (${isAsked.join(' OR ')}))`;
}

/** By subject first: the planner takes a list for short, and looks each up, where it would read the whole table for a join with `moved`. */
const hasMoved: Asks = () => 'r.subject = ANY(ARRAY(SELECT subject FROM moved)) AND (r.subject, r.key) IN (SELECT subject, key FROM moved)';

/** Subject, key, `set_by`, and every column of the whole group. */
const columnsIn = ({ columns, opened }: RowsAsked['register']): string[] => [
  ...['subject', 'key', 'set_by'],
  ...[...Object.keys(columns), ...Object.keys(opened ?? {})].map((name) => quoted(snake(name))),
];

/** A page of changes with how many there are, as one JSON value. */
export function changesSql(question: Question, asked: ChangesAsked): string {
  const { order, limit, after, columns, marks = [] } = asked;
  const row = question.row('r', whole);
  const cells = (alias: string, names: readonly string[]) =>
    `json_build_array(${names.map((name) => question.row(alias, whole).cell(name)).join()})`;
  const [run] = runs(row, order, after, false);
  const where = ['true', ...(run?.conditions ?? [])].join(' AND ');
  const page = `SELECT * FROM r WHERE ${where} ORDER BY ${orderOf(row, order)} LIMIT ${question.values.value(limit)}`;
  return `${changed(question, asked)}
    SELECT json_build_object('total', (SELECT count(*) FROM r), 'rows', (SELECT coalesce(json_agg(json_build_object(
      'subject', r.subject, 'key', r.key, 'setBy', r.set_by,
      'stream', (SELECT v.stream FROM read.subject v WHERE v.opened = r.subject),
      'before', (SELECT ${cells('b', columns)} FROM was b WHERE b.subject = r.subject AND b.key = r.key),
      'after', (SELECT ${cells('a', columns)} FROM now a WHERE a.subject = r.subject AND a.key = r.key),
      'marks', json_build_array(${marks.map((mark) => mark(row)).join()}),
      'cursor', json_build_object('cells', ${cells(
        'r',
        order.map(({ column }) => column),
      )}, 'subject', r.subject, 'key', r.key))), '[]')
      FROM (${page}) r))`;
}
