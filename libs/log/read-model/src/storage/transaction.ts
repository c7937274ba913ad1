import { DatabaseError, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A connection of one's own for as long as something takes. */
export async function withClient<T>(database: DataSource, doing: (client: PoolClient) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    return await doing((await runner.connect()) as PoolClient);
  } finally {
    await runner.release();
  }
}

export async function transaction<T>(client: PoolClient, begin: string, doing: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const done = await doing();
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // Where this fails too, the connection is gone and with it the transaction.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** PostgreSQL would not take a value: the row's fault (classes 22 and 23), not the server's. */
export const isRowsFault = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DatabaseError && /^2[23]/.test(error.code ?? ''));
