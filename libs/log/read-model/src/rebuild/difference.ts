import type { PoolClient } from 'pg';
import { quoted, type Table } from '../storage/table.js';

/** Rows of a live table that the log does not give, or that the log gives and the table lacks. */
export interface Difference {
  readonly table: string;
  /** How many keys differ. */
  readonly rows: number;
  /** The first of them: stream and what else the key holds. */
  readonly keys: readonly (readonly unknown[])[];
  /** Columns that stand in one of the two tables only, and so are not compared: of another version. */
  readonly apart: readonly string[];
}

const shown = 10;

/** Compares a live table with the rebuilt one beside it, row for row, in the columns that both have; nothing where they do not differ, or none is live. */
export async function difference(client: PoolClient, table: Table): Promise<Difference[]> {
  const { both, apart } = await columns(client, table);
  if (both.length === 0) return [];
  const all = (suffix: '' | '~next') => `SELECT ${both.map(quoted).join()} FROM ${table.in(suffix)}`;
  const names = table.key.filter((name) => both.includes(name));
  const key = (names.length > 0 ? names : both).map(quoted).join();
  const differing = `
    SELECT DISTINCT ${key} FROM (
      (${all('')} EXCEPT ${all('~next')}) UNION ALL (${all('~next')} EXCEPT ${all('')})) AS differing`;
  const { rows } = await client.query<{ all: number; keys: unknown[][] | null }>(`
    WITH differing AS (${differing})
    SELECT (SELECT count(*)::int FROM differing) AS "all",
           (SELECT json_agg(json_build_array(${key})) FROM (SELECT * FROM differing ORDER BY ${key} LIMIT ${String(shown)}) AS first) AS keys`);
  const found = { table: table.in(''), rows: rows[0]?.all ?? 0, keys: rows[0]?.keys ?? [], apart };
  return found.rows + apart.length > 0 ? [found] : [];
}

/** The columns that a live table and the rebuilt one beside it share, in name and type, and those that one of them has alone. */
async function columns(client: PoolClient, table: Table): Promise<{ both: string[]; apart: string[] }> {
  const { rows } = await client.query<{ both: string[] | null; apart: string[] | null; live: boolean }>(
    `WITH live AS (${columnsOf('$1::text')}), next AS (${columnsOf('$2::text')})
     SELECT array_agg(name) FILTER (WHERE live.type = next.type) AS both, array_agg(name) FILTER (WHERE live.type IS DISTINCT FROM next.type) AS apart,
            to_regclass($1::text) IS NOT NULL AS live
       FROM live FULL JOIN next USING (name)`,
    [table.in(''), table.in('~next')],
  );
  const [found] = rows;
  return found?.live ? { both: found.both ?? [], apart: found.apart ?? [] } : { both: [], apart: [] };
}

const columnsOf = (table: string): string =>
  `SELECT attname::text AS name, format('%s %s', atttypid::regtype, attcollation) AS type FROM pg_attribute
    WHERE attrelid = to_regclass(${table}) AND attnum > 0 AND NOT attisdropped`;
