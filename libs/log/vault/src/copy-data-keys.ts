import type { Owner } from '@lookback/kernel';
import type { Pool } from 'pg';
import { DataKeyStore } from './data-key.store.js';

/** How many keys go at a time. */
const pageSize = 5_000;

/**
 * Offers all data keys of one database to another: wrapped as they are, so that both are opened by the same master key. Gives how many
 * there are. An owner who has a key there keeps it.
 */
export async function copyDataKeys(from: Pool, to: Pool): Promise<number> {
  const [source, target] = [new DataKeyStore(from), new DataKeyStore(to)];
  let count = 0;
  for (
    let after: Owner | '' = '', page = await source.after(after, pageSize);
    page.length > 0;
    page = await source.after(after, pageSize)
  ) {
    for (const wrapping of new Map(page.map(({ alg, masterId }) => [`${alg} ${masterId}`, { alg, masterId }])).values())
      await target.offer(page.filter(({ alg, masterId }) => alg === wrapping.alg && masterId === wrapping.masterId), wrapping); // prettier-ignore
    count += page.length;
    after = page.at(-1)?.owner ?? after;
  }
  return count;
}
