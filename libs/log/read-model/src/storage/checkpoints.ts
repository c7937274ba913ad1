import { readSql } from '@lookback/log/database';
import type { PoolClient } from 'pg';
import type { Parked } from './change.js';
import type { Model } from './model.js';

/** How far a model has come, in the same database and the same transactions as its rows. */
export interface Checkpoint {
  readonly model: string;
  readonly position: number;
  readonly version: string;
  /** Goes up with each projector that starts: one that holds an older one writes no more. */
  readonly fence: number;
  /** Goes up with each rebuild: a projector that follows must look anew at what stands. */
  readonly builds: number;
}

/** Another projector has taken over, or another release has rebuilt a model: this one writes no more. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** A model was rebuilt beneath the projector: it goes on from what stands now. */
export class CheckpointChanged extends Error {
  override readonly name = 'CheckpointChanged';
}

const tables = readSql(import.meta.url, 'checkpoints.sql');

export const makeCheckpoints = (client: PoolClient) => client.query(tables);

/** In the order of their names, so that processes that lock them queue rather than deadlock. */
export async function checkpointsOf(
  client: PoolClient,
  models: readonly Model[],
  lock: '' | 'FOR UPDATE' = '',
): Promise<Map<string, Checkpoint>> {
  const { rows } = await client.query<Checkpoint>({
    name: `checkpoints ${lock}`,
    text: `SELECT model, position::float8, version, fence::float8, builds::float8 FROM read.checkpoint WHERE model = ANY($1) ORDER BY model ${lock}`,
    values: [models.map(({ name }) => name)],
  });
  return new Map(rows.map((row) => [row.model, row]));
}

/** Makes this projector the one that writes; any earlier one learns of it at its next batch. */
export async function takeFence(client: PoolClient, models: readonly Model[]): Promise<Map<string, Checkpoint>> {
  await client.query('LOCK TABLE read.checkpoint IN SHARE ROW EXCLUSIVE MODE');
  await client.query('UPDATE read.checkpoint SET fence = (SELECT max(fence) + 1 FROM read.checkpoint) WHERE model = ANY($1)', [
    models.map(({ name }) => name),
  ]);
  return checkpointsOf(client, models);
}

/** Locks the checkpoints and makes sure that they stand as they were left. */
export async function lockAndVerify(
  client: PoolClient,
  models: readonly Model[],
  left: ReadonlyMap<string, Checkpoint>,
  position: number,
): Promise<void> {
  const found = await checkpointsOf(client, models, 'FOR UPDATE');
  for (const model of models) {
    const [is, was] = [found.get(model.name), left.get(model.name)];
    if (is?.fence !== was?.fence || is?.version !== model.version) throw new Fenced(`another projector writes ${model.name} now`);
    if (is.builds !== was?.builds || is.position !== position) throw new CheckpointChanged(`${model.name} was rebuilt`);
  }
}

export const advanceCheckpoint = (client: PoolClient, models: readonly Model[], position: number) =>
  client.query({
    name: 'move checkpoints',
    text: 'UPDATE read.checkpoint SET position = $2 WHERE model = ANY($1)',
    values: [models.map(({ name }) => name), position],
  });

export async function park(client: PoolClient, parked: readonly Parked[]): Promise<void> {
  for (const { model, stream, position, error } of parked)
    await client.query('INSERT INTO read.parked VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [model, stream, position, error]);
}

/** Models as a rebuild leaves them. */
export async function resetCheckpoint(client: PoolClient, models: readonly Model[], position: number): Promise<void> {
  for (const { name, version } of models)
    await client.query(
      `INSERT INTO read.checkpoint VALUES ($1, $2, $3, 0, 1)
       ON CONFLICT (model) DO UPDATE SET position = excluded.position, version = excluded.version, builds = checkpoint.builds + 1`,
      [name, position, version],
    );
}

export async function parkedOf(client: PoolClient, models: readonly Model[]): Promise<Parked[]> {
  const { rows } = await client.query<Parked>(
    'SELECT model, stream, position::float8, error FROM read.parked WHERE model = ANY($1) ORDER BY model, position',
    [models.map(({ name }) => name)],
  );
  return rows;
}
