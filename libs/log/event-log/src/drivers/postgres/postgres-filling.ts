import { once } from 'node:events';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Filling } from '../../port/log-store.js';
import { InvalidCommit, InvalidCopy } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { header, unchecked } from './copy-out.js';
import { columns, rowsAfter, trailer } from './copy-in.js';
import { headOf } from './entries.query.js';
import { storedIn } from './stored.query.js';

/** A partition's index by stream is made when all is in: kept up entry by entry it costs more than all the rest. */
const eachPartition = (doing: string) => `DO $$ DECLARE partition text; BEGIN
  FOR partition IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'log.entry'::regclass LOOP
    EXECUTE format(${doing}, partition, partition || '_stream');
  END LOOP; END $$`;
const withoutStreamIndexes = eachPartition(`'DROP INDEX IF EXISTS log.%2$I'`);
const withStreamIndexes = eachPartition(`'CREATE UNIQUE INDEX IF NOT EXISTS %2$I ON log.%1$I (stream, revision)'`);

/** How many entries a transaction takes, and how many of them are put into bytes while PostgreSQL enters those before. */
const [atOnce, slice] = [5_000, 250];
/** For how many there are partitions, without that index. */
const ahead = 100_000;

/**
 * Fills the empty log of a database in the owner's role. Entries are there, but neither head nor streams say so before it is opened.
 * They go in some thousand at a time: what PostgreSQL will not have is told when more are, or when the log is read or opened.
 * @throws InvalidCommit where the log is in use.
 */
export async function fillPostgres(owner: Pool): Promise<Filling> {
  if ((await headOf(owner)) > 0) throw new InvalidCommit('the log in the database is not empty');
  const { rows } = await owner.query<{ begun: number }>('SELECT coalesce(max(position), 0)::float8 AS begun FROM log.entry');
  const begun = rows[0]?.begun ?? 0;
  let [filled, ready] = [begun, begun];
  let waiting: StoredEntry[] = [];

  async function fill(): Promise<void> {
    const [after, entries] = [filled, waiting];
    [filled, waiting] = [after + entries.length, []];
    if (filled > ready) await inOne(owner, (client) => makeRoom(client, after, (ready = filled + ahead)));
    await inOne(owner, (client) => copy(client, entries, after));
  }

  return {
    begun,
    async take(entries) {
      waiting = waiting.concat(entries);
      if (waiting.length >= atOnce) await fill();
    },
    async *stored() {
      await fill();
      yield* storedIn(unchecked(owner), { after: 0 }, filled);
    },
    async finish() {
      await fill();
      await inOne(owner, open);
    },
  };
}

async function inOne(owner: Pool, doing: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    // What a crash takes back of what was filled in is filled in again.
    await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL synchronous_commit = off`);
    await doing(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function makeRoom(client: PoolClient, after: number, upTo: number): Promise<void> {
  await client.query('SELECT log.make_room($1, $2)', [after, upTo - after]);
  await client.query(withoutStreamIndexes);
}

async function copy(client: PoolClient, entries: readonly StoredEntry[], after: number): Promise<void> {
  const stream = client.query(copyFrom(`COPY log.entry (${columns}) FROM STDIN (FORMAT binary)`));
  const done = once(stream, 'finish');
  done.catch(() => undefined); // told by whichever waits
  stream.write(header);
  for (let from = 0; from < entries.length; from += slice)
    if (!stream.write(rowsAfter(after + from, entries.slice(from, from + slice)))) await once(stream, 'drain');
  stream.end(trailer);
  await done;
}

/** Where each stream stands, and the head; both are told of entries whose revisions have no gap. */
async function open(client: PoolClient): Promise<void> {
  await client.query('SET LOCAL synchronous_commit = on');
  await client.query(withStreamIndexes);
  const { rows } = await client.query<{ stream: string }>(`
    WITH stood AS (
      SELECT stream, max(revision) AS revision, min(position) AS first, max(position) AS last, count(*) AS entries FROM log.entry GROUP BY stream),
    entered AS (INSERT INTO log.stream SELECT stream, revision, first, last FROM stood ORDER BY first)
    SELECT stream FROM stood WHERE revision <> entries LIMIT 1`);
  if (rows[0]) throw new InvalidCopy(`a revision of ${rows[0].stream} is missing`);
  await client.query(`
    UPDATE log.head h SET position = e.position, recorded_at = e.recorded_at
    FROM (SELECT position, recorded_at FROM log.entry ORDER BY position DESC LIMIT 1) e`);
}
