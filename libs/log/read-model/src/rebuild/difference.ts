import type { PoolClient } from 'pg';
import { quoted, type Table } from '../storage/table.js';

/** Rows of a live table that the log does not give, or that the log gives and the table lacks. */
export interface Difference {
  readonly table: string;
  /** How many keys differ. */
  readonly rows: number;
  /** The first of them: stream and what else the key holds. */
  readonly keys: readonly (readonly unknown[])[];
}

const shown = 10;

/** Compares a live table with the rebuilt one beside it, row for row. */
export async function difference(client: PoolClient, table: Table): Promise<Difference> {
  const all = (suffix: '' | '~next') => `SELECT ${table.columnList} FROM ${table.in(suffix)}`;
  const key = table.key.map(quoted).join();
  const differing = `
    SELECT DISTINCT ${key} FROM (
      (${all('')} EXCEPT ${all('~next')}) UNION ALL (${all('~next')} EXCEPT ${all('')})) AS differing`;
  const { rows } = await client.query<{ all: number; keys: unknown[][] | null }>(`
    WITH differing AS (${differing})
    SELECT (SELECT count(*)::int FROM differing) AS "all",
           (SELECT json_agg(json_build_array(${key})) FROM (SELECT * FROM differing ORDER BY ${key} LIMIT ${String(shown)}) AS first) AS keys`);
  return { table: table.in(''), rows: rows[0]?.all ?? 0, keys: rows[0]?.keys ?? [] };
}
