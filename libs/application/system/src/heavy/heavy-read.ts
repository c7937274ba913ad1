import type { Database } from '@lookback/log/database';
import type { PoolClient } from 'pg';
import { refuse } from './heavy.rules.js';
import { comeAgain, ReaderLeft } from './places.js';

/** Milliseconds that all of it may take, for a client that is slow in taking it as well. */
const longest = 5 * 60_000;

/** PostgreSQL's query_canceled: the statement's time was up, or somebody cancelled it. */
const isGivenUp = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014';

/** A heavy read in hand: one connection apart from all others, on which one statement follows another, until it is over. */
export class HeavyRead {
  private readonly ending = new AbortController();
  private readonly timer = setTimeout(() => { this.ending.abort(); }, longest).unref(); // prettier-ignore
  private client: Promise<PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private cancelled = false;

  /** @param left aborted when nobody is there any more to be answered. */
  constructor(
    private readonly database: Pick<Database, 'pool' | 'heavyReads'>,
    private readonly left: AbortSignal,
  ) {
    left.addEventListener('abort', () => { this.ending.abort(); }); // prettier-ignore
  }

  /** Aborted when the client has left, or it has taken too long. */
  get over(): AbortSignal {
    return this.ending.signal;
  }

  /**
   * The rows of a statement.
   * @throws ReaderLeft, a Refusal `reads.too-long`
   */
  query<Rows>(sql: string, values?: readonly unknown[]): Promise<Rows> {
    const pending = this.last.then(() => this.execute<Rows>(sql, values));
    this.last = pending.catch(() => undefined);
    return pending;
  }

  /** Gives the connection back once no statement runs on it any more. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.ending.abort();
    await this.last;
    const client = await this.client?.catch(() => undefined);
    client?.release(this.cancelled); // a cancellation that comes late must not meet the statement of another
  }

  private async execute<Rows>(sql: string, values: readonly unknown[] = []): Promise<Rows> {
    if (this.isOver()) this.giveUp();
    const client = await (this.client ??= this.database.heavyReads.connect());
    const cancel = () => void this.cancel(client);
    this.over.addEventListener('abort', cancel);
    try {
      if (this.isOver()) this.giveUp();
      return (await client.query(sql, [...values])).rows as Rows;
    } catch (error) {
      if (this.isOver() || isGivenUp(error)) this.giveUp();
      throw error;
    } finally {
      this.over.removeEventListener('abort', cancel);
    }
  }

  private isOver(): boolean {
    return this.over.aborted;
  }

  private giveUp(): never {
    if (this.left.aborted) throw new ReaderLeft();
    return refuse('reads.too-long', { seconds: comeAgain });
  }

  private async cancel(client: PoolClient): Promise<void> {
    this.cancelled = true;
    const { processID } = client as unknown as { readonly processID: number };
    await this.database.pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined); // else its own time ends it
  }
}
