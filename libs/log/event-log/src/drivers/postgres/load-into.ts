import type { Pool } from 'pg';
import { InvalidCommit, InvalidCopy } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { fillPostgres } from './postgres-filling.js';

/**
 * Fills an empty log with entries as another one has them, times, salts and MACs included, in order from position 1, and opens it: a
 * restore, or a log that is made up. The owner's business: the application cannot. Gives how many there are.
 * @throws InvalidCommit where the log is not empty, InvalidCopy where a position or a revision is missing: it is then not opened.
 */
export async function loadInto(owner: Pool, batches: AsyncIterable<readonly StoredEntry[]>): Promise<number> {
  const filling = await fillPostgres(owner);
  if (filling.begun > 0) throw new InvalidCommit('only an empty log can be loaded; a copy into this one has begun');
  let last = 0;
  for await (const entries of batches) {
    requireNext(entries, last);
    await filling.take(entries);
    last += entries.length;
  }
  await filling.finish();
  return last;
}

function requireNext(entries: readonly StoredEntry[], after: number): void {
  const wrong = entries.find(({ position }, i) => position !== after + i + 1);
  if (wrong) throw new InvalidCopy(`position ${String(wrong.position)} stands where another is due`);
}
