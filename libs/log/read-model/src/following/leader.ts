import { withLeaderLock } from '@lookback/log/runtime';
import type { PoolClient } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { checkpointsOf, makeCheckpoints } from '../storage/checkpoints.js';
import type { Model } from '../storage/model.js';
import { withClient } from '../storage/transaction.js';

const leaderLock = 4_260_013;

/** Between two looks at how far another projector has come. */
const pollIntervalMs = 250;

interface Waiting {
  readonly signal: AbortSignal;
  /** Told while another projector writes, with how far it has come. */
  readonly onStandingBy: (position: number) => void;
}

/** One projector writes at a time, in whichever process: see `withLeaderLock`. */
export const runAsLeader = (
  database: DataSource,
  models: readonly Model[],
  { signal, onStandingBy }: Waiting,
  doing: (lockLost: AbortSignal) => Promise<void>,
): Promise<void> =>
  withClient(database, async (client) => {
    await makeCheckpoints(client);
    const look = async () => {
      onStandingBy((await standing(client, models)).position);
    };
    await withLeaderLock(client, { lock: leaderLock, signal, onStandingBy: look }, doing);
  });

/** Looks on while others project, and never becomes the leader; tells nothing before the models stand in this release's version. */
export const watching = (database: DataSource, models: readonly Model[], { signal, onStandingBy }: Waiting): Promise<void> =>
  withClient(database, async (client) => {
    await makeCheckpoints(client);
    while (!signal.aborted) {
      const { position, areCurrent } = await standing(client, models);
      if (areCurrent) onStandingBy(position);
      await delay(pollIntervalMs, undefined, { signal }).catch(() => undefined);
    }
  });

/** How far all models have come, and whether they are of this release. */
async function standing(client: PoolClient, models: readonly Model[]): Promise<{ position: number; areCurrent: boolean }> {
  const checkpoints = await checkpointsOf(client, models);
  return {
    position: Math.min(...models.map(({ name }) => checkpoints.get(name)?.position ?? 0)),
    areCurrent: models.every(({ name, version }) => checkpoints.get(name)?.version === version),
  };
}
