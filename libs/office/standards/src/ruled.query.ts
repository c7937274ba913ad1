import type { Ruled } from './lists-in-play.js';

/** The columns of a row that say where and of which day its code was said. */
interface SaidAt {
  readonly county: string;
  readonly day: string;
}

const during = ({ county, day }: SaidAt): string =>
  `l.county = ${county} AND ${day} >= l.from_day AND (l.until_day IS NULL OR ${day} < l.until_day)`;

/** The places and times as `unnest` takes them. */
const columns = (ruled: readonly Ruled[]): readonly (readonly unknown[])[] => [
  ruled.map(({ list }) => list),
  ruled.map(({ county }) => county),
  ruled.map(({ from }) => from),
  ruled.map(({ until }) => until),
];

const types = ['text', 'text', 'date', 'date'] as const;

const table = (values: readonly string[]): string =>
  `unnest(${values.map((value, i) => `${value}::${types[i] ?? 'text'}[]`).join(', ')}) AS l(list, county, from_day, until_day)`;

/** Holds for rows whose code was said where and while a list ruled, each `?` with its value. */
export const saidWhileRuled = (at: SaidAt, ruled: readonly Ruled[]): readonly [sql: string, ...values: unknown[]] => [
  `EXISTS (SELECT FROM ${table(['?', '?', '?', '?'])} WHERE ${during(at)})`,
  ...columns(ruled),
];

/** As SQL, the list that ruled where and when a row's code was said; null where none is looked at. @param value places a value */
export const listRuling = (at: SaidAt, ruled: readonly Ruled[], value: (value: unknown) => string): string =>
  ruled.length === 0 ? 'NULL::text' : `(SELECT l.list FROM ${table(columns(ruled).map(value))} WHERE ${during(at)} LIMIT 1)`;
