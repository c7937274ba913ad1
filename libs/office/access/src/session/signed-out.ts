import { Inject, Injectable } from '@nestjs/common';
import { RequestBatcher } from '@lookback/log/runtime';
import { LogUnavailable, withRetry } from '@lookback/log/event-log';
import type { Pool } from 'pg';
import { SessionPool } from './session-pool.js';

/**
 * Which sessions were ended before their time: a row for as long as a token of theirs could still be renewed. Asked at every request, in
 * one go for all that come together, so that signing out holds at once in every process. Throws LogUnavailable where PostgreSQL is away.
 */
@Injectable()
export class SignedOut {
  private readonly batcher: RequestBatcher<string, boolean>;

  constructor(@Inject(SessionPool) private readonly pool: Pool) {
    this.batcher = new RequestBatcher({ ask: (sessions) => this.ask(sessions), isOfAll: (error) => error instanceof LogUnavailable });
  }

  has(session: string): Promise<boolean> {
    return this.batcher.load(session);
  }

  /** Ends a session; `until` is when no token of it could be renewed any more. What is past that is forgotten. */
  async add(session: string, until: Date, now: Date): Promise<void> {
    await withRetry(() =>
      this.pool.query('INSERT INTO session.signed_out (session, until) VALUES ($1, $2) ON CONFLICT DO NOTHING', [session, until]),
    );
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
