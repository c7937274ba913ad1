import { type Pool, Query, type QueryConfig } from 'pg';

/**
 * A statement whose rows are taken as they come over the wire. For most statements what `pg` makes of a row is right; of a log's
 * entries there are millions, and lists, parsers and results for each cost as much as checking and reading them.
 */
abstract class Taking<Row> extends Query {
  private fault: Error | undefined;

  constructor(
    config: QueryConfig | string,
    private readonly take: (row: Row) => void,
  ) {
    super(config);
  }

  /** Answers when the last row was taken; rejects with what PostgreSQL or `take` had to say. */
  async askedOf(pool: Pool): Promise<void> {
    await (pool.query(this) as unknown as Promise<unknown>); // a pool, unlike a client, gives a promise of any query
    if (this.fault) throw this.fault;
  }

  /** Nothing may be thrown here: it would be thrown at the socket. */
  protected taken(row: Row): void {
    try {
      if (!this.fault) this.take(row);
    } catch (error) {
      this.fault = error as Error;
    }
  }

  /** `pg` calls it with the names of the columns, which whoever takes the rows knows. */
  protected handleRowDescription(): void {
    // their order is that of the statement
  }
}

/** Takes each row as the texts of its columns. */
export class TakingTexts extends Taking<readonly (string | null)[]> {
  protected handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.taken(fields);
  }
}

/** COPY … TO STDOUT, a row at a time (the first with the header before it). The bytes are good until `take` returns. */
export class TakingBytes extends Taking<Buffer> {
  protected handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.taken(chunk);
  }
}
