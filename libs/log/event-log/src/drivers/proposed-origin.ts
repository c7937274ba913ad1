import type { LogIdentity } from '@lookback/log/vault';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { withRetry } from './with-retry.js';

/** Which log an empty one will be: a new origin, the same for whoever asks the database, and its first epoch. */
export async function proposedIdentity(pool: Pool): Promise<LogIdentity> {
  const proposed = `lookback-${randomBytes(8).toString('hex')}`;
  const { rows } = await withRetry(() => pool.query<{ origin: string }>('SELECT log.propose_origin($1) AS origin', [proposed]));
  return { origin: rows[0]?.origin ?? proposed, epoch: 1 };
}
