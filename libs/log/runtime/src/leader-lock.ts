import type { PoolClient } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

const pollIntervalMs = 250;

interface Candidacy {
  /** The number of the advisory lock. */
  readonly lock: number;
  readonly signal: AbortSignal;
  /** Called at each look at which another holds the lock. */
  readonly onStandingBy: () => unknown;
}

/**
 * Runs `lead` in one process at a time of all on this database. The leader keeps a connection open for its lock; when that ends, the
 * lock goes to the next process that looks, and `lockLost` is aborted. `lead` is not begun when `signal` is aborted first.
 */
export async function withLeaderLock(
  client: PoolClient,
  { lock, signal, onStandingBy }: Candidacy,
  lead: (lockLost: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (await tryLock(client, lock)) return holding(client, lock, lead);
    await onStandingBy();
    await delay(pollIntervalMs, undefined, { signal }).catch(() => undefined);
  }
}

async function tryLock(client: PoolClient, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [lock]);
  return rows[0]?.locked ?? false;
}

async function holding(client: PoolClient, lock: number, lead: (lockLost: AbortSignal) => Promise<void>): Promise<void> {
  const lost = new AbortController();
  const lose = () => {
    lost.abort();
  };
  client.once('end', lose).once('error', lose);
  try {
    await lead(lost.signal);
  } finally {
    client.off('end', lose).off('error', lose);
    // Where this fails, the connection is gone and the lock with it.
    await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
  }
}
