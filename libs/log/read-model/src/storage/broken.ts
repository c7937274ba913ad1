import { DatabaseError, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Broken } from './change.js';
import { makeCheckpoints } from './checkpoints.js';
import { withClient } from './transaction.js';

/** Where the log is broken is remembered beside the models, for processes that start later or only look on. */
export async function remember(client: PoolClient, broken: readonly Broken[]): Promise<void> {
  for (const { kind, stream, revision, position } of broken)
    await client.query('INSERT INTO read.broken VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [kind, stream, revision, position]);
}

/** The whole log was read: what it was found to be is all that is known. */
export async function rememberOnly(client: PoolClient, broken: readonly Broken[]): Promise<void> {
  await client.query('DELETE FROM read.broken');
  await remember(client, broken);
}

type Row = { readonly [Field in keyof Broken]-?: NonNullable<Broken[Field]> | (Field extends 'kind' ? never : null) };

/** None where no projector ever began. */
async function brokenIn(client: PoolClient): Promise<Broken[]> {
  const found = client.query<Row>('SELECT kind, stream, revision, position::float8 FROM read.broken ORDER BY position, stream, revision');
  const { rows } = await found.catch((error: unknown) => {
    if (error instanceof DatabaseError && error.code === undefinedTable) return { rows: [] };
    throw error;
  });
  return rows.map(({ kind, stream, revision, position }) => ({
    kind,
    stream: stream ?? undefined,
    revision: revision ?? undefined,
    position: position ?? undefined,
  }));
}
const undefinedTable = '42P01';

/** Where the log was found to be broken, by whichever process, since the whole of it was read for a rebuild. */
export class BrokenPlaces {
  constructor(private readonly database: DataSource) {}

  all(): Promise<Broken[]> {
    return withClient(this.database, brokenIn);
  }

  /** Remembers what somebody met who is no projector. */
  async remember(broken: Broken): Promise<void> {
    await withClient(this.database, async (client) => {
      await makeCheckpoints(client);
      await remember(client, [broken]);
    });
  }
}
