import type { StreamName } from '@lookback/kernel';
import { readSql } from '@lookback/log/database';
import type { Pool } from 'pg';

/** A stream whose entries a reaction answers no more, from one on that it could not answer. */
export interface StuckReaction {
  readonly reaction: string;
  readonly stream: StreamName;
  /** Of the first entry that is not answered. */
  readonly position: number;
  /** The rule that refused, or the class of the error; never a message, which may hold personal data. */
  readonly reason: string;
  /** ISO 8601. */
  readonly since: string;
  /** Whether somebody asked that it be tried again, and it was not yet. */
  readonly retry: boolean;
}

const tables = readSql(import.meta.url, 'reactions.sql');

/** How far the reactions on one log have come. Where it is lost, all is heard again, and every command found under its key. */
export class ReactionStore {
  private made: Promise<unknown> | undefined;

  constructor(
    private readonly pool: Pool,
    /** Of the log: another log in the same database has positions of its own. */
    private readonly origin: string,
  ) {}

  async positions(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.rows<{ readonly reaction: string; readonly position: number }>(
      'SELECT reaction, position::float8 FROM read.reaction WHERE origin = $1',
    );
    return new Map(rows.map(({ reaction, position }) => [reaction, position]));
  }

  /** Never backwards: a reactor that lost its turn may still write. */
  async advance(reactions: readonly string[], position: number): Promise<void> {
    await this.rows(
      `INSERT INTO read.reaction SELECT $1, unnest($2::text[]), $3
       ON CONFLICT (origin, reaction) DO UPDATE SET position = greatest(reaction.position, excluded.position)`,
      [reactions, position],
    );
  }

  /** In the order in which they got stuck. */
  stuck(): Promise<StuckReaction[]> {
    return this.rows<StuckReaction>(
      `SELECT reaction, stream, position::float8, reason, to_json(since AT TIME ZONE 'UTC') #>> '{}' || 'Z' AS since, retry
       FROM read.stuck_reaction WHERE origin = $1 ORDER BY since, position`,
    );
  }

  async keepStuck({
    reaction,
    stream,
    position,
    reason,
  }: Pick<StuckReaction, 'reaction' | 'stream' | 'position' | 'reason'>): Promise<void> {
    await this.rows(
      `INSERT INTO read.stuck_reaction VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (origin, reaction, stream) DO UPDATE SET position = excluded.position, reason = excluded.reason, retry = false`,
      [reaction, stream, position, reason],
    );
  }

  async release({ reaction, stream }: Pick<StuckReaction, 'reaction' | 'stream'>): Promise<void> {
    await this.rows('DELETE FROM read.stuck_reaction WHERE origin = $1 AND reaction = $2 AND stream = $3', [reaction, stream]);
  }

  /** Has all that is stuck tried again by the reactor that leads, in whichever process. Gives the stream of each. */
  async askRetry(): Promise<StreamName[]> {
    const asked = 'UPDATE read.stuck_reaction SET retry = true WHERE origin = $1 RETURNING stream';
    return (await this.rows<Pick<StuckReaction, 'stream'>>(asked)).map(({ stream }) => stream);
  }

  private async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    await (this.made ??= this.pool.query(tables).catch((error: unknown) => {
      this.made = undefined;
      throw error;
    }));
    return (await this.pool.query<Row>(text, [this.origin, ...values])).rows;
  }
}
