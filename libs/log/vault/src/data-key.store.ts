import type { Owner } from '@lookback/kernel';
import type { Pool } from 'pg';

/** A data key as it is kept. */
export interface WrappedKey {
  readonly owner: Owner;
  readonly wrapped: Buffer;
  readonly masterId: string;
}

/** An owner with the key kept for him, or `null` where the offered one is now his. */
export type Kept = readonly [Owner, WrappedKey | null];

/** The wrapped keys; one to an owner, never changed. */
export class DataKeyStore {
  constructor(private readonly pool: Pool) {}

  /** Those of these owners that are there. */
  async find(owners: readonly Owner[]): Promise<WrappedKey[]> {
    const { rows } = await this.pool.query<WrappedKey>({
      name: 'vault.find',
      text: 'SELECT owner, wrapped, key_id AS "masterId" FROM vault.data_key WHERE owner = ANY($1)',
      values: [owners],
    });
    return rows;
  }

  /** Offers a key to each owner. An owner who was given one by another process at this very moment is left out: find him. */
  async offer(keys: readonly WrappedKey[]): Promise<Kept[]> {
    // In one order, so that two processes never wait for each other in a ring.
    const sorted = [...keys].sort((a, b) => (a.owner < b.owner ? -1 : 1));
    const { rows } = await this.pool.query<{ owner: Owner; wrapped: Buffer | null; masterId: string }>({
      name: 'vault.offer',
      text: `WITH offered AS (
               INSERT INTO vault.data_key (owner, wrapped, key_id) SELECT * FROM unnest($1::text[], $2::bytea[], $3::text[])
               ON CONFLICT DO NOTHING RETURNING owner)
             SELECT owner, NULL::bytea AS wrapped, '' AS "masterId" FROM offered
             UNION ALL SELECT owner, wrapped, key_id FROM vault.data_key WHERE owner = ANY($1)`,
      values: [sorted.map((key) => key.owner), sorted.map((key) => key.wrapped), sorted.map((key) => key.masterId)],
    });
    return rows.map(({ owner, wrapped, masterId }) => [owner, wrapped && { owner, wrapped, masterId }]);
  }
}
