import { setImmediate } from 'node:timers/promises';

/** How much is made before the event loop has its turn: some milliseconds' worth. */
const sliceSize = 200;

/** Settles when the event loop has gone round once: what is ready by then, answers and bytes from the database among it, was served. */
export const yieldToEventLoop = (): Promise<void> => setImmediate();

/**
 * Maps a long list in order, and yields to the event loop now and then: work through a whole log then neither keeps requests waiting
 * nor stops the bytes that it waits for itself. `sizeOf` says how many an item counts for; one where it is left out.
 */
export async function mapYielding<Item, Result>(
  items: readonly Item[],
  map: (item: Item, i: number) => Result,
  sizeOf: (item: Item) => number = () => 1,
): Promise<Result[]> {
  const results: Result[] = [];
  let sinceYield = 0;
  for (const [i, item] of items.entries()) {
    if (sinceYield >= sliceSize) {
      await yieldToEventLoop();
      sinceYield = 0;
    }
    sinceYield += sizeOf(item);
    results.push(map(item, i));
  }
  return results;
}
