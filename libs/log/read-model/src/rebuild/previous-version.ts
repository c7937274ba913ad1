import type { PoolClient } from 'pg';
import type { Model } from '../storage/model.js';

/** The checkpoints and parked streams of the tables that a rebuild left beside the live ones stand under the model's name and this. */
const old = '~old';

const names = (models: readonly Model[], suffix = '') => models.map(({ name }) => name + suffix);

/** What is known of the live tables is now said of the old ones; of an older version nothing stays. */
export async function keepPrevious(client: PoolClient, models: readonly Model[]): Promise<void> {
  for (const table of ['checkpoint', 'parked']) {
    await client.query(`DELETE FROM read.${table} WHERE model = ANY($1)`, [names(models, old)]);
  }
  await client.query(
    `INSERT INTO read.checkpoint SELECT model || $2, position, version, fence, builds FROM read.checkpoint WHERE model = ANY($1)`,
    [names(models), old],
  );
  await renameParked(client, models, '', old);
}

/**
 * Has the old tables take the place of the live ones, which become the old. A projector that runs goes on with them from where they stand.
 * @throws Error where a model has no old tables, or has them in another version: that is for the release that wrote them.
 */
export async function rollBack(client: PoolClient, models: readonly Model[]): Promise<void> {
  await client.query('SELECT FROM read.checkpoint WHERE model = ANY($1) ORDER BY model FOR UPDATE', [
    [...names(models), ...names(models, old)],
  ]);
  for (const model of models) await requireOld(client, model);
  for (const sql of models.flatMap(({ tables }) => tables.flatMap((table) => table.swapBack()))) await client.query(sql);
  await client.query(
    `UPDATE read.checkpoint c SET position = o.position, builds = c.builds + 1 FROM read.checkpoint o
     WHERE c.model = ANY($1) AND o.model = c.model || $3 OR c.model = ANY($2) AND o.model || $3 = c.model`,
    [names(models), names(models, old), old],
  );
  for (const [from, to] of [
    ['', '~next'],
    [old, ''],
    ['~next', old],
  ] as const)
    await renameParked(client, models, from, to);
}

const renameParked = (client: PoolClient, models: readonly Model[], from: string, to: string) =>
  client.query('UPDATE read.parked SET model = left(model, length(model) - $2) || $3 WHERE model = ANY($1)', [
    names(models, from),
    from.length,
    to,
  ]);

async function requireOld(client: PoolClient, { name, version }: Model): Promise<void> {
  const { rows } = await client.query<{ version: string }>('SELECT version FROM read.checkpoint WHERE model = $1', [name + old]);
  if (!rows[0]) throw new Error(`nothing old of ${name} is kept`);
  if (rows[0].version !== version)
    throw new Error(`what is kept of ${name} is of another version: only the release that wrote it can use it`);
}

/** Lets the old tables go. */
export async function dropPrevious(client: PoolClient, models: readonly Model[]): Promise<void> {
  for (const table of models.flatMap(({ tables }) => tables)) await client.query(table.dropping(old));
  for (const table of ['checkpoint', 'parked']) await client.query(`DELETE FROM read.${table} WHERE model = ANY($1)`, [names(models, old)]);
}
