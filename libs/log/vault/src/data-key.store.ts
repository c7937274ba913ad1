import type { Owner } from '@lookback/kernel';
import type { Pool } from 'pg';

/** A data key as it is kept. */
export interface WrappedKey {
  readonly owner: Owner;
  /** By which algorithm it is wrapped. */
  readonly alg: string;
  readonly wrapped: Buffer;
  readonly masterId: string;
}

/** Bytes of a wrapped key: nonce, key, tag. */
export const wrappedLength = 12 + 32 + 16;

/** The wrapped keys; one to an owner, never changed. */
export class DataKeyStore {
  constructor(private readonly pool: Pool) {}

  /** Those of these owners that are there. */
  async find(owners: readonly Owner[]): Promise<WrappedKey[]> {
    const { rows } = await this.pool.query<WrappedKey>({
      name: 'vault.find',
      text: 'SELECT owner, alg, wrapped, key_id AS "masterId" FROM vault.data_key WHERE owner = ANY($1)',
      values: [owners],
    });
    return rows;
  }

  /** Those of the owners that come after one, so many at most. */
  async after(owner: Owner | '', limit: number): Promise<WrappedKey[]> {
    const { rows } = await this.pool.query<WrappedKey>({
      name: 'vault.after',
      text: 'SELECT owner, alg, wrapped, key_id AS "masterId" FROM vault.data_key WHERE owner > $1 ORDER BY owner LIMIT $2',
      values: [owner, limit],
    });
    return rows;
  }

  /** Offers a key to each owner, all wrapped by one algorithm and master key; gives back the owners who have another already. */
  async offer(
    keys: readonly Pick<WrappedKey, 'owner' | 'wrapped'>[],
    { alg, masterId }: Pick<WrappedKey, 'alg' | 'masterId'>,
  ): Promise<Owner[]> {
    // In one order, so that two processes never wait for each other in a ring.
    const sorted = [...keys].sort((a, b) => (a.owner < b.owner ? -1 : 1));
    const { rows } = await this.pool.query<{ owner: Owner }>({
      name: 'vault.offer',
      text: `WITH kept AS (
               INSERT INTO vault.data_key (owner, alg, wrapped, key_id)
               SELECT owner, $4, substring($2::bytea FROM (n::int - 1) * ${String(wrappedLength)} + 1 FOR ${String(wrappedLength)}), $3
               FROM unnest($1::text[]) WITH ORDINALITY AS offered (owner, n)
               ON CONFLICT DO NOTHING RETURNING owner)
             SELECT owner FROM unnest($1::text[]) AS offered (owner) WHERE owner NOT IN (SELECT owner FROM kept)`,
      values: [sorted.map(({ owner }) => owner), Buffer.concat(sorted.map(({ wrapped }) => wrapped)), masterId, alg],
    });
    return rows.map(({ owner }) => owner);
  }
}
