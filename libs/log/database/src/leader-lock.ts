import type { PoolClient } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks whether the turn is free. */
const patience = 250;

interface Waiting {
  /** The number of the advisory lock that stands for the turn. */
  readonly lock: number;
  readonly signal: AbortSignal;
  /** Told at each look at which another has the turn. */
  readonly onStandingBy: () => unknown;
}

/**
 * One does it at a time, in whichever process on this database: who has the turn keeps a connection open for it, and when that ends the
 * next takes over. `doing` is not begun when the signal comes first.
 */
export async function withLeaderLock(
  client: PoolClient,
  { lock, signal, onStandingBy }: Waiting,
  doing: (turnLost: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (await isFree(client, lock)) return holding(client, lock, doing);
    await onStandingBy();
    await delay(patience, undefined, { signal }).catch(() => undefined);
  }
}

async function isFree(client: PoolClient, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lock]);
  return rows[0]?.mine ?? false;
}

async function holding(client: PoolClient, lock: number, doing: (turnLost: AbortSignal) => Promise<void>): Promise<void> {
  const lost = new AbortController();
  const lose = () => {
    lost.abort();
  };
  client.once('end', lose).once('error', lose);
  try {
    await doing(lost.signal);
  } finally {
    client.off('end', lose).off('error', lose);
    // Where this fails, the connection is gone and the turn with it.
    await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
  }
}
