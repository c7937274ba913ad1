import type { LRUCache } from 'lru-cache';

/** What is known of some, asked for where it is not known yet: taken out at once, as what is kept may be forgotten any moment. */
export async function learn<Id extends string, Found extends object>(
  kept: LRUCache<Id, Found>,
  ids: readonly Id[],
  ask: (ids: readonly Id[]) => Promise<(id: Id) => Found>,
): Promise<ReadonlyMap<Id, Found>> {
  const known = new Map<Id, Found>();
  for (const id of ids) {
    const found = kept.get(id);
    if (found) known.set(id, found);
  }
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return known;
  const found = await ask(unknown);
  for (const id of unknown) {
    known.set(id, found(id));
    kept.set(id, found(id));
  }
  return known;
}
