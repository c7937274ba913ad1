import { setTimeout as after } from 'node:timers/promises';

/** Does what is asked under one key one after another, in the order of asking; what is asked under different keys does not wait. */
export class Turns<Key> {
  private readonly last = new Map<Key, Promise<unknown>>();

  /** Settles as what is done settles; undefined, with nothing done, where the turn does not come within so many milliseconds. */
  async take<T>(key: Key, waitMs: number, doing: () => Promise<T>): Promise<T | undefined> {
    const before = this.last.get(key);
    const done = before ? comesWithin(before, waitMs).then((came) => (came ? doing() : undefined)) : doing();
    const over = Promise.allSettled([before, done]);
    this.last.set(key, over);
    try {
      return await done;
    } finally {
      void over.then(() => this.last.get(key) === over && this.last.delete(key));
    }
  }
}

async function comesWithin(before: Promise<unknown>, ms: number): Promise<boolean> {
  const came = new AbortController();
  const late = after(ms, false, { signal: came.signal }).catch(() => false);
  const first = await Promise.race([before.then(() => true), late]);
  came.abort();
  return first;
}
