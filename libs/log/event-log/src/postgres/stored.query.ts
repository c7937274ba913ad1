import { type AllRange, defaultBatch } from '../event-log.js';
import type { StoredEntry } from '../stored-entry.js';
import { entriesAfter } from './all.query.js';
import type { Source } from './copied.js';
import { patiently } from './patience.js';
import { requireNoGap } from './wholeness.js';

/** Entries as they stand in the log, up to a position, none left out. The next batch is fetched while the last is in hand. */
export async function* storedIn(source: Source, range: AllRange, upTo: number): AsyncGenerator<StoredEntry[]> {
  const { after, types, batch = defaultBatch } = range;
  const fetch = (position: number) => patiently(() => entriesAfter(source, { after: position, upTo, limit: batch, types }));
  for (let position = after, ahead = fetch(after); ;) {
    const rows = await ahead;
    const last = rows.at(-1);
    if (!types) requireNoGap(rows, position, upTo);
    if (!last) return;
    ahead = fetch(last.position);
    ahead.catch(() => undefined);
    position = last.position;
    yield rows;
  }
}
