import type { Pool } from 'pg';
import type { StoredEntry } from '../stored-entry.js';
import { entriesAfter } from './entries.query.js';
import { patiently } from './patience.js';
import { requireNoGap } from './wholeness.js';

const pageSize = 1_000;

/** Entries after a position, up to another, none left out. */
export async function* storedIn(pool: Pool, after: number, upTo: number): AsyncGenerator<StoredEntry[]> {
  for (let position = after; position < upTo;) {
    const entries = await patiently(() => entriesAfter(pool, position, upTo, pageSize));
    requireNoGap(entries, position, upTo);
    yield entries;
    position += entries.length;
  }
}
