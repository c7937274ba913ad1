import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { StoredEntry } from '../stored-entry.js';
import { columns as copiedColumns, entriesIn } from './copied.js';
import { ask, columns, stored } from './entries.query.js';

interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
  readonly types?: readonly string[] | undefined;
}

/** So few come as soon by a named statement as by COPY, which has to be planned each time. */
const few = 100;

const within = `SELECT ${columns} FROM log.entry e WHERE e.position > $1 AND e.position <= $2`;

/** Has no name, so that it is planned for the types that are asked: of a seldom one the summary of types knows where it stands. */
export const ofTypes = `${within} AND e.type = ANY($4) ORDER BY e.position LIMIT $3`;

/** The next entries after a position, up to another, in order; of some types only where these are given. */
export async function entriesAfter(pool: Pool, { after, upTo, limit, types }: Range): Promise<StoredEntry[]> {
  if (after >= upTo) return [];
  if (types) return (await ask(pool, undefined, ofTypes, [after, upTo, limit, types])).map(stored);
  const last = Math.min(upTo, after + limit);
  if (last - after > few) return copied(pool, `e.position > ${String(after)} AND e.position <= ${String(last)} ORDER BY position`);
  return (await ask(pool, 'log.all', `${within} ORDER BY e.position`, [after, last])).map(stored);
}

/** Positions have no gaps, so a range of them needs no limit: a batch is a whole COPY, and no transaction stays open while it is read. */
export async function copied(pool: Pool, whereAndOrder: string): Promise<StoredEntry[]> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    const stream = client.query(
      copyTo(`COPY (SELECT ${copiedColumns} FROM log.entry e WHERE ${whereAndOrder}) TO STDOUT (FORMAT binary)`),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return entriesIn(Buffer.concat(chunks));
  } catch (error) {
    lost = error as Error;
    throw error;
  } finally {
    client.release(lost);
  }
}
