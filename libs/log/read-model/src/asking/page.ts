import type { CellValue } from '@lookback/kernel';
import { snake } from '../declaration/register-tables.js';
import { quoted } from '../storage/table.js';
import { type RowCursor, type Ordered, orderOf, runs } from './order.js';
import type { Question, RowsAsked } from './question.js';
import { type Asks, type RowAsked, standingIn } from './row.js';

/** A page of rows in an order. */
export interface PageAsked extends RowsAsked {
  /** Whose cells are wanted. */
  readonly columns: readonly string[];
  readonly order: readonly Ordered[];
  readonly after?: RowCursor | undefined;
  readonly limit: number;
  /** What else is asked of each row: whether it holds. */
  readonly marks?: readonly Asks[];
  /** Only of these subjects. */
  readonly subjects?: readonly number[] | undefined;
}

/** A row as it was found. */
export interface RowFound {
  readonly subject: number;
  /** The subject's stream; null where the subjects' own table does not have it. */
  readonly stream: string | null;
  readonly key: string;
  /** The entry that set it. */
  readonly setBy: number;
  readonly cells: readonly CellValue[];
  readonly marks: readonly boolean[];
  /** After which the next page begins. */
  readonly cursor: RowCursor;
}

/**
 * The rows of a page as one JSON value: the first of each table in the order asked, and of these the first. Which those are is told by the
 * narrowest group that can; at any point but today there are many times as many rows, and those of the page alone are then looked up whole.
 */
export function pageSql(question: Question, asked: PageAsked): string {
  const { columns, order, limit, after, subjects } = asked;
  const ordered = order.map(({ column }) => column);
  const needed = standingIn(asked.register, [...columns, ...ordered]);
  const group = question.groupWith(needed);
  const most = question.values.value(limit);
  const only = subjects ? [`r.subject = ANY(${question.values.value(subjects)})`] : [];
  const isToday = question.at.isHead && question.at.isLastDay;
  const picking = isToday ? group : question.groupWith(standingIn(asked.register, ordered));
  const found = question.from(picking, (row) =>
    runs(row, order, after, isToday).map(({ conditions, orderBy }) => ({
      columns: cellsOf(picking === group ? needed : standingIn(asked.register, ordered)),
      conditions: [...only, ...conditions],
      tail: `ORDER BY ${orderBy} LIMIT ${most}`,
    })),
  );
  const row = question.row('r', group);
  const picked = `SELECT * FROM (${found}) r ORDER BY ${orderOf(question.row('r', picking), order)} LIMIT ${most}`;
  return picking === group ? pageJson(row, asked, picked) : wholePageSql(question, asked, picked);
}

/** The same of rows of which subjects and keys alone were picked: they are looked up whole. */
export function wholePageSql(question: Question, asked: PageAsked, picked: string): string {
  const needed = standingIn(asked.register, [...asked.columns, ...asked.order.map(({ column }) => column)]);
  const group = question.groupWith(needed);
  const looked = `SELECT r.* FROM (${picked}) p, LATERAL (${question.rowOf('p', group, cellsOf(needed))}) r`;
  const row = question.row('r', group);
  return pageJson(row, asked, `${looked} ORDER BY ${orderOf(row, asked.order)}`);
}

const pageJson = (row: RowAsked, asked: PageAsked, page: string): string =>
  `SELECT coalesce(json_agg(${rowJson(row, asked)}), '[]') FROM (${page}) r`;

/** What is selected of a row: whose it is, and some of its cells. */
export const cellsOf = (names: readonly string[]): string =>
  ['r.subject', 'r.key', 'r.set_by', ...names.map((name) => `r.${quoted(snake(name))}`)].join();

function rowJson(row: RowAsked, { columns, order, marks = [] }: PageAsked): string {
  const cells = (names: readonly string[]) => `json_build_array(${names.map((name) => row.cell(name)).join()})`;
  const sorted = cells(order.map(({ column }) => column));
  return `json_build_object('subject', r.subject, 'key', r.key, 'setBy', r.set_by,
    'stream', (SELECT v.stream FROM read.subject v WHERE v.opened = r.subject),
    'cells', ${cells(columns)}, 'marks', json_build_array(${marks.map((mark) => mark(row)).join()}),
    'cursor', json_build_object('cells', ${sorted}, 'subject', r.subject, 'key', r.key))`;
}
