import type { Pool, QueryConfig } from 'pg';
import type { StoredEntry } from '../stored-entry.js';
import { columns as copiedColumns, CopiedEntries } from './copied.js';
import { columns, stored } from './entries.query.js';
import { TakingBytes, TakingTexts } from './rows.js';

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
  if (types) return texts(pool, { text: ofTypes, values: [after, upTo, limit, types] });
  const last = Math.min(upTo, after + limit);
  if (last - after > few) return copied(pool, `e.position > ${String(after)} AND e.position <= ${String(last)} ORDER BY e.position`);
  return texts(pool, { name: 'log.all', text: `${within} ORDER BY e.position`, values: [after, last] });
}

async function texts(pool: Pool, query: QueryConfig): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  await new TakingTexts(query, (row) => entries.push(stored(row as string[]))).askedOf(pool);
  return entries;
}

/** Positions have no gaps, so a range of them needs no limit: a batch is a whole COPY, and no transaction stays open while it is read. */
export async function copied(pool: Pool, whereAndOrder: string): Promise<StoredEntry[]> {
  const entries = new CopiedEntries();
  const copy = `COPY (SELECT ${copiedColumns} FROM log.entry e WHERE ${whereAndOrder}) TO STDOUT (FORMAT binary)`;
  await new TakingBytes(copy, (row) => { entries.take(row); }).askedOf(pool); // prettier-ignore
  return entries.taken;
}
