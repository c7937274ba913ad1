import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { BatchApplier } from '../projecting/batch-applier.js';
import type { Parked } from '../storage/change.js';
import { type Checkpoint, checkpointsOf, makeCheckpoints, parkedOf, takeFence } from '../storage/checkpoints.js';
import type { Model } from '../storage/model.js';
import { batch, entriesUpTo, type ReadableLog } from '../projecting/reading.js';
import { rebuild } from '../rebuild/rebuild.js';
import { transaction, withClient } from '../storage/transaction.js';

export interface ProjectionDependencies {
  readonly log: ReadableLog;
  readonly database: DataSource;
  readonly models: readonly Model[];
}

interface Holding {
  readonly checkpoints: ReadonlyMap<string, Checkpoint>;
  readonly parked: readonly Parked[];
}

/**
 * Follows the log with all models until the signal or an error ends it.
 * First each is brought to where the furthest stands: rebuilt where it stands in another version, caught up where it lags.
 */
export async function follow(
  parts: ProjectionDependencies,
  { signal, onReached }: { signal: AbortSignal; onReached: (position: number) => void },
): Promise<void> {
  await rebuildOutdated(parts, signal);
  const holding = await withClient(parts.database, (client) =>
    transaction(client, 'BEGIN', async () => ({
      checkpoints: await takeFence(client, parts.models),
      parked: await parkedOf(client, parts.models),
    })),
  );
  const position = await catchUp(parts, holding, signal);
  const advance = new BatchApplier(parts.log, parts.database, { ...holding, models: parts.models, position, onWritten: onReached });
  onReached(position);
  await subscribe(parts.log, { advance, after: position, signal });
}

async function rebuildOutdated(parts: ProjectionDependencies, signal: AbortSignal): Promise<void> {
  const checkpoints = await withClient(parts.database, async (client) => {
    await makeCheckpoints(client);
    return checkpointsOf(client, parts.models);
  });
  const outdated = parts.models.filter(({ name, version }) => checkpoints.get(name)?.version !== version);
  for (const models of together(outdated, ({ name }) => checkpoints.get(name)?.position)) await rebuild({ ...parts, models }, { signal });
}

/** Those that stand at one position are rebuilt at once, so that each is compared with what it was there. */
function together(models: readonly Model[], standsAt: (model: Model) => number | undefined): Model[][] {
  const groups = new Map<number | undefined, Model[]>();
  for (const model of models) groups.set(standsAt(model), [...(groups.get(standsAt(model)) ?? []), model]);
  return [...groups.values()];
}

/** Brings those that lag to where the furthest stands, and says where that is. */
async function catchUp({ log, database, models }: ProjectionDependencies, holding: Holding, signal: AbortSignal): Promise<number> {
  const standsAt = ({ name }: Model) => holding.checkpoints.get(name)?.position ?? 0;
  const furthest = Math.max(0, ...models.map(standsAt));
  for (const position of new Set(models.map(standsAt))) {
    const together = models.filter((model) => standsAt(model) === position);
    const advance = new BatchApplier(log, database, { ...holding, models: together, position, onWritten: () => undefined });
    for await (const entries of entriesUpTo(log, { after: position, upTo: furthest, onBroken: advance.tell })) {
      signal.throwIfAborted();
      await advance.take(entries);
    }
    await advance.take([], furthest);
    await advance.settle();
  }
  return furthest;
}

/**
 * Milliseconds in which what comes next gathers: what PostgreSQL does once a batch costs as much as twenty entries. What comes
 * after a pause waits for none.
 */
const gathering = 20;

interface Subscribing {
  readonly advance: BatchApplier;
  readonly after: number;
  readonly signal: AbortSignal;
}

async function subscribe(log: ReadableLog, { advance, after, signal }: Subscribing): Promise<void> {
  const subscription = log.subscribe({ after, batch, onBroken: advance.tell }, async (entries) => {
    await advance.take(entries);
    if (entries.length < batch) await pause(gathering);
  });
  const stop = () => void subscription.stop().catch(() => undefined);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    await Promise.race([subscription.ended, advance.failed]);
    await advance.settle();
  } finally {
    signal.removeEventListener('abort', stop);
    await subscription.stop().catch(() => undefined);
    await advance.settle().catch(() => undefined);
  }
}
