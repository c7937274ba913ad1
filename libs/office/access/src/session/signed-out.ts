import { Inject, Injectable } from '@nestjs/common';
import { RequestBatcher } from '@lookback/log/runtime';
import { LogUnavailable, withRetry } from '@lookback/log/event-log';
import { isLeased, leasesOver } from '@lookback/office/desk';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { SessionPool } from './session-pool.js';

/**
 * Which sessions were ended before their time: a row for as long as a token of theirs could still be renewed. A session that
 * was not is taken for that while its lease lasts, and signing out waits for that: once it is answered it holds in every process. Throws LogUnavailable where PostgreSQL is away.
 */
@Injectable()
export class SignedOut {
  /** When it was last asked about a session that turned out to go on. */
  private readonly goingOn = new LRUCache<string, number>({ max: 10_000 });
  private readonly batcher: RequestBatcher<string, boolean>;

  constructor(@Inject(SessionPool) private readonly pool: Pool) {
    this.batcher = new RequestBatcher({ ask: (sessions) => this.ask(sessions), isOfAll: (error) => error instanceof LogUnavailable });
  }

  async has(session: string): Promise<boolean> {
    const asked = this.goingOn.get(session);
    if (asked !== undefined && isLeased(asked)) return false;
    const at = performance.now();
    const isOut = await this.batcher.load(session);
    if (!isOut) this.goingOn.set(session, at);
    return isOut;
  }

  /** Ends a session; `until` is when no token of it could be renewed any more. What is past that is forgotten. */
  async add(session: string, until: Date, now: Date): Promise<void> {
    await withRetry(() =>
      this.pool.query('INSERT INTO session.signed_out (session, until) VALUES ($1, $2) ON CONFLICT DO NOTHING', [session, until]),
    );
    this.goingOn.delete(session);
    await leasesOver();
    await this.pool.query('DELETE FROM session.signed_out WHERE until < $1', [now]);
  }

  private async ask(sessions: readonly string[]): Promise<boolean[]> {
    const { rows } = await withRetry(() =>
      this.pool.query<{ session: string }>({
        name: 'session.signed-out',
        text: 'SELECT session FROM session.signed_out WHERE session = ANY($1::uuid[])',
        values: [sessions],
      }),
    );
    const out = new Set(rows.map(({ session }) => session));
    return sessions.map((session) => out.has(session));
  }
}
