import { DatabaseUnavailable } from '@lookback/log/database';
import { LogAway } from '../event-log.js';
import { insist } from '../insist.js';

/** Asks PostgreSQL again when the connection is lost: see `insist`. */
export const patiently = <T>(ask: () => Promise<T>): Promise<T> => insist({ pauses: [50, 100, 200, 400, 800], awayBy }, ask);

/** What an error says of PostgreSQL's being out of reach; nothing where it is an answer. */
const awayBy = (error: unknown): LogAway | undefined =>
  isAway(error) ? new LogAway('the log cannot be reached', { cause: error }) : undefined;

const lost = /^(08|57P)|^53300$|^E[A-Z_]+$/;
const wordsOfLoss = /terminated|timeout exceeded|not queryable|connection error/i;

function isAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || error instanceof LogAway) return true;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? lost.test(code) : typeof message === 'string' && wordsOfLoss.test(message);
}
