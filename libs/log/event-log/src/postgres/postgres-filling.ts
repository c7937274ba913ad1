import type { Pool, PoolClient } from 'pg';
import type { Filling } from '../log-store.js';
import { CommitUnfit, LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import { headOf } from './entries.query.js';
import { storedIn } from './stored.query.js';

const insert = /* sql */ `
  INSERT INTO log.entry (position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata)
  SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::smallint[], $7::timestamptz[], $8::bytea[],
    $9::text[], $10::text[], $11::text[])`;

const open = /* sql */ `
  INSERT INTO log.stream SELECT stream, max(revision), min(position), max(position) FROM log.entry GROUP BY stream ORDER BY min(position);
  UPDATE log.head h SET position = e.position, recorded_at = e.recorded_at
  FROM (SELECT position, recorded_at FROM log.entry ORDER BY position DESC LIMIT 1) e`;

const holed =
  'SELECT s.stream FROM log.stream s JOIN log.entry e USING (stream) GROUP BY s.stream, s.revision HAVING count(*) <> s.revision LIMIT 1';

/**
 * Fills the empty log of a database in the owner's role. Entries are there, but neither head nor streams say so before it is opened.
 * @throws CommitUnfit where the log is in use.
 */
export async function fillPostgres(owner: Pool): Promise<Filling> {
  if ((await headOf(owner)) > 0) throw new CommitUnfit('the log in the database is not empty');
  const { rows } = await owner.query<{ begun: number }>('SELECT coalesce(max(position), 0)::float8 AS begun FROM log.entry');
  const begun = rows[0]?.begun ?? 0;
  let position = begun;
  return {
    begun,
    take: (entries) => inOne(owner, async (client) => {
      await client.query('SELECT log.make_room($1, $2)', [position, entries.length]);
      await client.query(insert, columnsOf(entries, position));
      position += entries.length;
    }), // prettier-ignore
    stored: () => storedIn(owner, 0, position),
    finish: () => inOne(owner, async (client) => {
      await client.query(open);
      const { rows: [stream] } = await client.query<{ stream: string }>(holed); // prettier-ignore
      if (stream) throw new LogBroken(`an entry of ${stream.stream} is missing`);
    }), // prettier-ignore
  };
}

async function inOne(owner: Pool, doing: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0');
    await doing(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

const columnsOf = (entries: readonly StoredEntry[], after: number): unknown[] => [
  entries.map((_, i) => after + i + 1),
  entries.map(({ stream }) => stream),
  entries.map(({ revision }) => revision),
  entries.map(({ id }) => id),
  entries.map(({ type }) => type),
  entries.map(({ version }) => version),
  entries.map(({ recordedAt }) => recordedAt.toISOString()),
  entries.map(({ salt }) => Buffer.from(salt)),
  entries.map(({ mac }) => mac),
  entries.map(({ data }) => data),
  entries.map(({ metadata }) => metadata),
];
