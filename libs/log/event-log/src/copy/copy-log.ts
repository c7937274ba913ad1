import { createHash } from 'node:crypto';
import type { Keys } from '@lookback/log/vault';
import { signed } from '../format/codec.js';
import { leafOf } from '../format/leaf.js';
import type { Filling, LogStore } from '../port/log-store.js';
import { InvalidCopy } from '../port/errors.js';
import type { StoredEntry } from '../port/stored-entry.js';

export interface Copied {
  /** In both logs. */
  readonly entries: number;
  /** How many of them this run brought. */
  readonly brought: number;
  /** `sha256:<hex>` over all leaves in order: the same of every log that says the same. */
  readonly digest: string;
}

interface Copying {
  readonly keys: Keys;
  readonly signal?: AbortSignal;
  readonly onProgress?: (entries: number) => void;
}

/**
 * Copies a log into an empty one, compares them entry by entry and, where they are equal, opens the copy for use. Broken off, it goes on
 * where it was. Nothing else may be appending.
 * @throws EntryForged for an entry without our MAC; InvalidCopy where the two differ: the copy is then not opened.
 */
export async function copyLog(from: LogStore, to: Filling, { keys, signal, onProgress }: Copying): Promise<Copied> {
  let entries = to.begun;
  for await (const some of from.stored(to.begun)) {
    signal?.throwIfAborted();
    await to.take(signed(some, keys));
    entries += some.length;
    onProgress?.(entries);
  }
  const digest = await compared(from, to, entries);
  await to.finish();
  return { entries, brought: entries - to.begun, digest };
}

async function compared(from: LogStore, to: Filling, entries: number): Promise<string> {
  const digest = createHash('sha256');
  const copies = oneByOne(to.stored());
  let count = 0;
  for await (const entry of oneByOne(from.stored(0))) {
    const { value: copy } = await copies.next();
    if (!copy || copy.mac !== entry.mac || leafOf(copy) !== leafOf(entry))
      throw new InvalidCopy(`the copy differs at entry ${String(count + 1)}, number ${String(entry.revision)} of ${entry.stream}`);
    digest.update(`${leafOf(entry)}\n`);
    count++;
  }
  if (count !== entries || !(await copies.next()).done) throw new InvalidCopy('the copy has more entries than the log');
  return `sha256:${digest.digest('hex')}`;
}

async function* oneByOne(batches: AsyncIterable<readonly StoredEntry[]>): AsyncGenerator<StoredEntry, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
