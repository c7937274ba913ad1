import type { PoolClient } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { checkpointsOf, makeCheckpoints } from './checkpoints.js';
import type { Model } from './model.js';
import { withClient } from './transaction.js';

const turnLock = 4_260_013;

/** Milliseconds between two looks whether the turn is free. */
const patience = 250;

interface Waiting {
  readonly signal: AbortSignal;
  /** Told while another projector writes, with how far it has come. */
  readonly onStandingBy: (position: number) => void;
}

/**
 * One projector writes at a time, in whichever process: who has the turn keeps a connection open for it, and when that ends the
 * next takes over. `doing` is not begun when the signal comes first.
 */
export const inTurn = (
  database: DataSource,
  models: readonly Model[],
  waiting: Waiting,
  doing: (turnLost: AbortSignal) => Promise<void>,
): Promise<void> =>
  withClient(database, async (client) => {
    await makeCheckpoints(client);
    while (!waiting.signal.aborted) {
      if (await isFree(client)) return holding(client, doing);
      waiting.onStandingBy(await furthestAll(client, models));
      await delay(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
    }
  });

async function isFree(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [turnLock]);
  return rows[0]?.mine ?? false;
}

async function holding(client: PoolClient, doing: (turnLost: AbortSignal) => Promise<void>): Promise<void> {
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
    await client.query('SELECT pg_advisory_unlock($1)', [turnLock]).catch(() => undefined);
  }
}

async function furthestAll(client: PoolClient, models: readonly Model[]): Promise<number> {
  const checkpoints = await checkpointsOf(client, models);
  return Math.min(...models.map(({ name }) => checkpoints.get(name)?.position ?? 0));
}
