import { type Pool, Query } from 'pg';

/**
 * COPY … TO STDOUT, a row at a time (the first with the header before it), as the bytes come over the wire. For most statements what
 * `pg` makes of a row is right; of a log's entries there are millions, and lists, parsers and results for each cost as much as checking
 * and reading them.
 */
export class CopyOutQuery extends Query {
  private fault: Error | undefined;

  /** @param take is given bytes that are good until it returns. */
  constructor(
    copy: string,
    private readonly take: (bytes: Buffer) => void,
  ) {
    super(copy);
  }

  /** Answers when the last row was taken; rejects with what PostgreSQL or `take` had to say. */
  async askedOf(pool: Pool): Promise<void> {
    await (pool.query(this) as unknown as Promise<unknown>); // a pool, unlike a client, gives a promise of any query
    if (this.fault) throw this.fault;
  }

  /** `pg` calls it with each row. Nothing may be thrown here: it would be thrown at the socket. */
  protected handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    try {
      if (!this.fault) this.take(chunk);
    } catch (error) {
      this.fault = error as Error;
    }
  }
}
