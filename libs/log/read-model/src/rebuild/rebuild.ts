import type { ReadableLog } from '../projecting/reading.js';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { makeCheckpoints } from '../storage/checkpoints.js';
import type { Model } from '../storage/model.js';
import type { Rebuilt, RebuildOptions } from './rebuilt.js';
import { Rebuilding } from './rebuilding.js';
import { transaction, withClient } from '../storage/transaction.js';

/** Somebody rebuilds already; two would write the same tables. */
export class RebuildUnderWay extends Error {
  override readonly name = 'RebuildUnderWay';
}

interface Parts {
  readonly log: ReadableLog;
  readonly database: DataSource;
  readonly models: readonly Model[];
}

const rebuildLock = 4_260_012;

/**
 * Derives models from the whole log into tables beside the live ones, compares them row for row, and swaps them in one transaction.
 * What was live stays beside them until it is dropped, or the next rebuild.
 * A projector that runs meanwhile, here or elsewhere, waits for the swap and goes on with the new tables.
 * @throws RebuildUnderWay; the signal's reason; an Error when asked to compare what stands in another version.
 */
export function rebuild({ log, database, models }: Parts, options: RebuildOptions = {}): Promise<Rebuilt> {
  // One transaction for all of it: a rebuild that is given up, or killed, leaves nothing. A comparison sees one moment throughout.
  const begin = options.compare ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN';
  return alone(database, begin, (client) => new Rebuilding({ log, client, models }, options).run());
}

/** In one transaction, as long as it takes. @throws RebuildUnderWay where another changes which tables are live. */
export function alone<T>(database: DataSource, begin: string, doing: (client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(database, async (client) => {
    await makeCheckpoints(client);
    return transaction(client, begin, async () => {
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
      const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS free', [rebuildLock]);
      if (!rows[0]?.free) throw new RebuildUnderWay('the read models are being rebuilt already');
      return doing(client);
    });
  });
}
