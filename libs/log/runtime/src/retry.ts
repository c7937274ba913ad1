import { setTimeout as delay } from 'node:timers/promises';

interface RetryPolicy {
  /** Milliseconds to wait before each further attempt: enough for a server that restarts, short enough for a caller that waits. */
  readonly pauses: readonly number[];
  /** The error to give up with, where this one says that the store is out of reach; undefined where it is an answer. */
  readonly unavailable: (error: unknown) => Error | undefined;
}

/**
 * Asks again while the store is out of reach. What is asked must be safe to ask twice.
 * @throws what `unavailable` gives, when the store stays out of reach; any other error as it comes.
 */
export async function retry<T>({ pauses, unavailable }: RetryPolicy, ask: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!unavailable(error)) throw error;
      await delay(pause);
    }
  }
  return ask().catch((error: unknown) => {
    throw unavailable(error) ?? error;
  });
}
