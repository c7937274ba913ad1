import { DatabaseUnavailable, isConnectionLoss } from '@lookback/log/database';
import { retry } from '@lookback/log/runtime';
import { LogUnavailable } from '../port/errors.js';

/** Asks PostgreSQL again when the connection is lost: see `retry`. @throws LogUnavailable when it stays out of reach. */
export const withRetry = <T>(ask: () => Promise<T>): Promise<T> => retry({ pauses: [50, 100, 200, 400, 800], unavailable }, ask);

const unavailable = (error: unknown): LogUnavailable | undefined =>
  isUnavailable(error) ? new LogUnavailable('the log cannot be reached', { cause: error }) : undefined;

const wordsOfLoss = /terminated|timeout exceeded|not queryable|connection error/i;

function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || error instanceof LogUnavailable) return true;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? isConnectionLoss(code) : typeof message === 'string' && wordsOfLoss.test(message);
}
