import { DatabaseUnavailable } from '@lookback/log/database';
import { setTimeout as pause } from 'node:timers/promises';
import { LogAway } from '../event-log.js';

/** Milliseconds to wait before asking again: enough for a server that restarts, short enough for whoever waits for an answer. */
const pauses = [50, 100, 200, 400, 800] as const;

/**
 * Asks again when the connection is lost. What is asked must be safe to ask twice.
 * @throws LogAway when the store stays out of reach.
 */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const wait of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error)) throw error;
      await pause(wait);
    }
  }
  return ask().catch((error: unknown) => {
    throw isAway(error) ? new LogAway('the log cannot be reached', { cause: error }) : error;
  });
}

const lost = /^(08|57P)|^53300$|^E[A-Z_]+$/;
const wordsOfLoss = /terminated|timeout exceeded|not queryable|connection error/i;

function isAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || error instanceof LogAway) return true;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? lost.test(code) : typeof message === 'string' && wordsOfLoss.test(message);
}
