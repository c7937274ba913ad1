import { once } from 'node:events';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CommitUnfit, LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import { columns, header, rowsOf, trailer } from './copied.js';

/**
 * Fills an empty log with entries as another one has them, times, salts and MACs included, in order from position 1: a copy, a
 * restore, or a log that is made up. The owner's business: the application cannot. All or nothing; gives how many there are.
 * @throws CommitUnfit where the log is not empty, LogBroken where a position or a revision is missing.
 */
export async function loadInto(owner: Pool, batches: AsyncIterable<readonly StoredEntry[]>): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    const last = await load(client, batches);
    await client.query('COMMIT');
    return last?.position ?? 0;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function load(client: PoolClient, batches: AsyncIterable<readonly StoredEntry[]>): Promise<StoredEntry | undefined> {
  const { rows } = await client.query<{ position: string }>('SELECT position FROM log.head FOR UPDATE');
  if (rows[0]?.position !== '0') throw new CommitUnfit('only an empty log can be loaded');
  let last: StoredEntry | undefined;
  for await (const entries of batches) {
    requireNext(entries, last?.position ?? 0);
    await client.query('SELECT log.make_room($1, $2)', [last?.position ?? 0, entries.length]);
    await copy(client, entries);
    last = entries.at(-1) ?? last;
  }
  if (last) await settle(client, last);
  return last;
}

function requireNext(entries: readonly StoredEntry[], after: number): void {
  const wrong = entries.find(({ position }, i) => position !== after + i + 1);
  if (wrong) throw new LogBroken(`position ${String(wrong.position)} stands where another is due`);
}

async function copy(client: PoolClient, entries: readonly StoredEntry[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY log.entry (${columns}) FROM STDIN (FORMAT binary)`));
  const done = once(stream, 'finish');
  stream.write(header);
  stream.write(rowsOf(entries));
  stream.end(trailer);
  await done;
}

async function settle(client: PoolClient, { position, recordedAt }: StoredEntry): Promise<void> {
  await client.query(`
    INSERT INTO log.stream SELECT stream, max(revision), min(position), max(position) FROM log.entry GROUP BY stream ORDER BY min(position)`);
  await client.query('UPDATE log.head SET position = $1, recorded_at = $2', [position, recordedAt]);
  const { rows } = await client.query<{ stream: string }>(`
    SELECT stream FROM log.stream s JOIN (SELECT stream, count(*) AS entries FROM log.entry GROUP BY stream) e USING (stream)
    WHERE s.revision <> e.entries LIMIT 1`);
  if (rows[0]) throw new LogBroken(`a revision of ${rows[0].stream} is missing`);
}
