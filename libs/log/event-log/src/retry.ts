import { setTimeout as pause } from 'node:timers/promises';
import type { LogUnavailable } from './event-log.js';

interface RetryPolicy {
  /** Milliseconds to wait before asking again, each time: enough for a server that restarts, short enough for whoever waits for an answer. */
  readonly pauses: readonly number[];
  /** What an error says of the store's being out of reach; nothing where it is an answer. */
  readonly awayBy: (error: unknown) => LogUnavailable | undefined;
}

/**
 * Asks again when the connection is lost. What is asked must be safe to ask twice.
 * @throws LogUnavailable when the store stays out of reach.
 */
export async function retry<T>({ pauses, awayBy }: RetryPolicy, ask: () => Promise<T>): Promise<T> {
  for (const wait of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!awayBy(error)) throw error;
      await pause(wait);
    }
  }
  return ask().catch((error: unknown) => {
    throw awayBy(error) ?? error;
  });
}
