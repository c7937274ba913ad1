import type { AccountId, Digest, StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import type { MediaType } from './media-type.js';

/** What is known of an attachment beside its bytes. */
export interface Uploaded {
  readonly digest: Digest;
  /** Of whom it is: under this owner's key it is encrypted. */
  readonly stream: StreamName;
  readonly kind: MediaType;
  /** Bytes of the original. */
  readonly size: number;
  readonly uploadedBy: AccountId;
  readonly uploadedAt: Date;
}

/** An entry that rests on attachments. */
export interface AttachmentNaming {
  readonly position: number;
  readonly digests: readonly Digest[];
}

const columns = 'digest, stream, kind, size::float8, uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt"';

/**
 * The table of attachments. One is `arriving` until its bytes are stored, then `here`; `leaving` from the moment that it is given up
 * until its bytes are removed. A claim and a giving up are one statement each and lock rows in order of their digests: one comes first,
 * and neither waits for the other in a circle.
 */
export class AttachmentStore {
  constructor(private readonly pool: Pool) {}

  async arriving({ digest, stream, kind, size, uploadedBy, uploadedAt }: Uploaded): Promise<void> {
    await this.pool.query(
      `INSERT INTO attachment.uploaded (digest, stream, kind, size, uploaded_by, uploaded_at, state, touched_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'arriving', $6)`,
      [digest, stream, kind, size, uploadedBy, uploadedAt],
    );
  }

  async arrived(digest: Digest): Promise<void> {
    await this.pool.query(`UPDATE attachment.uploaded SET state = 'here' WHERE digest = $1 AND state = 'arriving'`, [digest]);
  }

  /** Keeps those that are there from being given up for another while, and says which they are. */
  async claim(stream: StreamName, digests: readonly Digest[], now: Date): Promise<Digest[]> {
    const { rows } = await this.pool.query<{ digest: Digest }>(
      `WITH mine AS (SELECT digest FROM attachment.uploaded WHERE stream = $1 AND digest = ANY($2) AND state = 'here' ORDER BY digest FOR UPDATE)
       UPDATE attachment.uploaded u SET touched_at = greatest(touched_at, $3) FROM mine WHERE u.digest = mine.digest RETURNING u.digest`,
      [stream, digests, now],
    );
    return rows.map(({ digest }) => digest);
  }

  /** Those of one owner that are there, in the order of their coming; only some, if they are named. */
  async find(stream: StreamName, digests?: readonly Digest[]): Promise<Uploaded[]> {
    const { rows } = await this.pool.query<Uploaded>(
      `SELECT ${columns} FROM attachment.uploaded
        WHERE stream = $1 AND state = 'here' AND ($2::text[] IS NULL OR digest = ANY($2)) ORDER BY uploaded_at, digest`,
      [stream, digests ?? null],
    );
    return rows;
  }

  /** Up to which position entries were looked through for what they name. */
  async lookedThrough(): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>('SELECT position::float8 FROM attachment.looked_through');
    return rows[0]?.position ?? 0;
  }

  /** What entries up to a position name is never given up. Both in one statement; it may be told twice. */
  async named(names: readonly AttachmentNaming[], upTo: number): Promise<void> {
    const pairs = names.flatMap(({ position, digests }) => digests.map((digest) => ({ position, digest })));
    await this.pool.query(
      `WITH unnamed AS (SELECT digest FROM attachment.uploaded WHERE digest = ANY($1) AND named_at IS NULL ORDER BY digest FOR UPDATE),
       named AS (
         UPDATE attachment.uploaded u SET named_at = n.position
         FROM unnamed, (SELECT digest, min(position) AS position FROM unnest($1::text[], $2::bigint[]) AS n (digest, position) GROUP BY digest) n
         WHERE u.digest = unnamed.digest AND u.digest = n.digest)
       UPDATE attachment.looked_through SET position = greatest(position, $3)`,
      [pairs.map(({ digest }) => digest), pairs.map(({ position }) => position), upTo],
    );
  }

  /** Gives up what no entry names and nobody has touched since an instant; gives all that has to be removed, from earlier too. */
  async giveUp(untouchedSince: Date): Promise<Digest[]> {
    await this.pool.query(
      `WITH untouched AS (
         SELECT digest FROM attachment.uploaded WHERE named_at IS NULL AND touched_at < $1 AND state <> 'leaving' ORDER BY digest FOR UPDATE)
       UPDATE attachment.uploaded u SET state = 'leaving' FROM untouched WHERE u.digest = untouched.digest`,
      [untouchedSince],
    );
    const { rows } = await this.pool.query<{ digest: Digest }>(`SELECT digest FROM attachment.uploaded WHERE state = 'leaving'`);
    return rows.map(({ digest }) => digest);
  }

  async left(digest: Digest): Promise<void> {
    await this.pool.query(`DELETE FROM attachment.uploaded WHERE digest = $1 AND state = 'leaving'`, [digest]);
  }
}
