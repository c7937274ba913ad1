import { DatabaseUnavailable } from '@lookback/log/database';
import { LogUnavailable } from '../errors.js';
import { retry } from '../retry.js';

/** Asks PostgreSQL again when the connection is lost: see `retry`. */
export const withRetry = <T>(ask: () => Promise<T>): Promise<T> => retry({ pauses: [50, 100, 200, 400, 800], awayBy }, ask);

/** What an error says of PostgreSQL's being out of reach; nothing where it is an answer. */
const awayBy = (error: unknown): LogUnavailable | undefined =>
  isAway(error) ? new LogUnavailable('the log cannot be reached', { cause: error }) : undefined;

const lost = /^(08|57P)|^53300$|^E[A-Z_]+$/;
const wordsOfLoss = /terminated|timeout exceeded|not queryable|connection error/i;

function isAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || error instanceof LogUnavailable) return true;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? lost.test(code) : typeof message === 'string' && wordsOfLoss.test(message);
}
