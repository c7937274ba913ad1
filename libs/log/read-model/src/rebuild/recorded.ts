import type { PoolClient } from 'pg';
import type { Checkpoint } from '../storage/checkpoints.js';
import type { Model } from '../storage/model.js';
import type { Difference } from './difference.js';

interface Found {
  readonly was: Checkpoint;
  readonly position: number;
  readonly differing: readonly Difference[];
}

/** Records, before the tables are swapped, what the new ones say otherwise than the old. Source: decisions.md, 6. */
export const recordRebuilt = (client: PoolClient, { name, version }: Model, { was, position, differing }: Found) =>
  client.query('INSERT INTO read.rebuilt (model, position, was, version, differing) VALUES ($1, $2, $3, $4, $5)', [
    name,
    position,
    was.version,
    version,
    JSON.stringify(differing),
  ]);
