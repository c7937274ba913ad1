import { Inject, Injectable } from '@nestjs/common';
import { RequestBatcher } from '@lookback/log/database';
import { LogUnavailable, withRetry } from '@lookback/log/event-log';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { SessionPool } from './session-pool.js';

/** Milliseconds for which what was found of a session is taken to hold. */
const known = 1_000;

/**
 * Which sessions were ended before their time: a row for as long as a token of theirs could still be renewed. Asked in one go for all
 * that come together, and of each session once a second: signing out holds at once in this process, and within a second in every other.
 * Throws LogUnavailable where PostgreSQL is.
 */
@Injectable()
export class SignedOut {
  private readonly asked: RequestBatcher<string, boolean>;
  /** Whether they were ended. */
  private readonly known = new LRUCache<string, boolean>({ max: 10_000, ttl: known });

  constructor(@Inject(SessionPool) private readonly pool: Pool) {
    this.asked = new RequestBatcher({ ask: (sessions) => this.ask(sessions), isOfAll: (error) => error instanceof LogUnavailable });
  }

  async has(session: string): Promise<boolean> {
    return this.known.get(session) ?? this.asked.load(session);
  }

  /** Ends a session; `until` is when no token of it could be renewed any more. What is past that is forgotten. */
  async add(session: string, until: Date, now: Date): Promise<void> {
    await withRetry(() =>
      this.pool.query('INSERT INTO session.signed_out (session, until) VALUES ($1, $2) ON CONFLICT DO NOTHING', [session, until]),
    );
    this.known.set(session, true, { ttl: 0 });
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
    for (const session of sessions) if (!this.known.get(session)) this.known.set(session, out.has(session));
    return sessions.map((session) => out.has(session));
  }
}
