import { Inject, Injectable } from '@nestjs/common';
import { withRetry } from '@lookback/log/event-log';
import { Clock } from '@lookback/office/desk';
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { SessionPool } from './session-pool.js';
import { TokenSecret } from './tokens.js';

/** What attempts are counted by: its name for people is hashed, as somebody may have typed a password in place of a login. */
export type Counted =
  readonly ['login', login: string] | readonly ['network', network: string] | readonly ['pair', login: string, network: string];

/** How often it may fail freely, and how many seconds it has to wait at most. */
export interface Limit {
  readonly by: Counted;
  readonly free: number;
  readonly longest: number;
}

export interface Tried {
  /** Seconds; while it has to wait, an attempt is not counted. */
  readonly wait: number;
  /** When it succeeded last, within the month. */
  readonly succeededAt: Date | null;
}

/** How many rows of what never succeeded are kept at most. */
const mostFailed = 100_000;
const sweptEvery = 60_000;

/** The table of attempts to sign in, one for all processes. Throws LogUnavailable where PostgreSQL is. */
@Injectable()
export class Attempts {
  private sweptAt = 0;

  constructor(
    @Inject(SessionPool) private readonly pool: Pool,
    private readonly secret: TokenSecret,
    private readonly clock: Clock,
  ) {}

  /** Counts one as failed by each of these, and says how each stood before, in their order. */
  async tried(limits: readonly [Limit, Limit, Limit]): Promise<[Tried, Tried, Tried]> {
    const now = this.clock.now();
    await this.sweep(now);
    // In one order, so that two never wait for each other.
    const { rows } = await withRetry(() =>
      this.pool.query<Tried>({
        name: 'session.tried',
        text: `SELECT tried.wait, tried.succeeded_at AS "succeededAt"
               FROM (SELECT * FROM unnest($1::bytea[], $2::int[], $3::int[]) WITH ORDINALITY AS asked (key, free, longest, n) ORDER BY key) asked,
                    LATERAL session.tried(asked.key, asked.free, asked.longest, $4) AS tried ORDER BY asked.n`,
        values: [limits.map(({ by }) => this.keyOf(by)), limits.map(({ free }) => free), limits.map(({ longest }) => longest), now],
      }),
    );
    return rows as [Tried, Tried, Tried];
  }

  /** What was counted turns out to have succeeded: some begin anew, one is as it was before, of others it is only remembered. */
  async succeeded({ anew, asBefore, remembered: only }: Record<'anew' | 'asBefore' | 'remembered', readonly Counted[]>): Promise<void> {
    const [begins, before, also] = [anew, asBefore, only].map((some) => some.map((by) => this.keyOf(by)));
    const now = this.clock.now();
    await withRetry(() =>
      this.pool.query(
        `WITH mine AS MATERIALIZED (SELECT key FROM session.attempt WHERE key = ANY($1::bytea[] || $2::bytea[] || $3::bytea[]) ORDER BY key FOR UPDATE)
       UPDATE session.attempt a SET
         failures = CASE WHEN a.key = ANY($1) THEN 0 WHEN a.key = ANY($2) THEN greatest(0, failures - 1) ELSE failures END,
         wait_until = CASE WHEN a.key = ANY($3) THEN wait_until END,
         succeeded_at = CASE WHEN a.key = ANY($2) THEN succeeded_at ELSE $4 END
       FROM mine WHERE a.key = mine.key`,
        [begins, before, also, now],
      ),
    );
  }

  /** When somebody signed in last under a login, within the month. */
  async lastSuccess(login: string): Promise<Date | null> {
    const { rows } = await this.pool.query<{ at: Date | null }>('SELECT succeeded_at AS at FROM session.attempt WHERE key = $1', [
      this.keyOf(['login', login]),
    ]);
    return rows[0]?.at ?? null;
  }

  /** Forgets what is of no use any more; and of what never succeeded the oldest, where there is more of it than anybody needs. */
  private async sweep(now: Date): Promise<void> {
    if (Math.abs(now.getTime() - this.sweptAt) < sweptEvery) return;
    this.sweptAt = now.getTime();
    await this.pool.query(
      `DELETE FROM session.attempt WHERE key IN (
         SELECT key FROM session.attempt
         WHERE failed_at < $1::timestamptz - interval '1 hour' AND coalesce(succeeded_at < $1::timestamptz - interval '30 days', true)
         UNION ALL
         (SELECT key FROM session.attempt WHERE succeeded_at IS NULL ORDER BY failed_at DESC OFFSET $2))`,
      [now, mostFailed],
    );
  }

  private keyOf(by: Counted): Buffer {
    return createHmac('sha256', this.secret.bytes)
      .update(`lookback/attempt/${JSON.stringify(by)}`)
      .digest()
      .subarray(0, 16);
  }
}
