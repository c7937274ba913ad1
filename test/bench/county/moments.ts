import { migrations } from '@lookback/application/system';
import { openAsOwner } from '@lookback/log/database';
import { seeded } from '../../support/random-lives.js';
import { dayOf } from './commit.js';
import { settingsIn } from './making.js';
import { townships } from './home.js';

/** A point on the two clocks, and what else a question picks. */
export interface Asked {
  readonly at: string;
  readonly known: number;
  /** Where the log stood a day before that. */
  readonly dayBefore: number;
  readonly township: string;
  /** A number from 0 up to, but not, 1. */
  readonly drawn: number;
}

/** How large a table and its indexes are. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly tableMB: number;
  readonly indexMB: number;
}

const first = Date.UTC(2014, 0, 1);

/** So many random points in the later nine tenths of a county's log, each with a day before its own: most of them shortly before. */
export async function momentsOf(folder: string, many: number): Promise<Asked[]> {
  const owned = await openAsOwner(settingsIn(folder), migrations);
  try {
    const { rows } = await owned.pool.query<{ position: number; day: number }>(
      `SELECT min(position)::float8 AS position, (extract(epoch FROM recorded_at - to_timestamp($1 / 1000.0)) / 86400)::int AS day
       FROM log.entry WHERE recorded_at < '2021-01-01' GROUP BY 2 ORDER BY 1`,
      [first],
    );
    const last = rows.at(-1)?.position ?? 1;
    const random = seeded(100);
    return Array.from({ length: many }, () => {
      const known = Math.floor((0.1 + 0.9 * random()) * last);
      const day = rows.findLastIndex(({ position }) => position <= known);
      return {
        at: dayOf(Math.floor((rows[day]?.day ?? 0) * (1 - random() ** 2))),
        known,
        dayBefore: rows[day - 1]?.position ?? 1,
        township: townships[Math.floor(random() * townships.length)] ?? '',
        drawn: random(),
      };
    });
  } finally {
    await owned.close();
  }
}

/** What the read models take on disk. */
export async function sizesOf(folder: string): Promise<TableSize[]> {
  const owned = await openAsOwner(settingsIn(folder), migrations);
  try {
    const { rows } = await owned.pool.query<TableSize>(
      `SELECT relname AS table, reltuples::float8 AS rows, round(pg_table_size(oid) / 1e6, 1)::float8 AS "tableMB",
              round(pg_indexes_size(oid) / 1e6, 1)::float8 AS "indexMB"
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'read'::regnamespace AND relname !~ '~' ORDER BY pg_total_relation_size(oid) DESC`,
    );
    return rows;
  } finally {
    await owned.close();
  }
}
