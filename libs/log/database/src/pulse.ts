import type { Client } from 'pg';
import { clientsOf, type Door, limits } from './address.js';
import { explain } from './explain.js';
import { DatabaseUnavailable, UnsupportedDatabase, type Sentence } from './errors.js';

/** How a database is: it answers, or why not; `silent` where it was reached and said nothing. */
export type DatabaseStatus = 'up' | { readonly down: Sentence; readonly silent: boolean };

/** To connect in, and to answer in: a busy server answers something so small sooner. */
const timeoutMs = 5_000;

/** Asks a database whether it is there, over a connection that is kept for it: others may all be busy. */
export class Pulse {
  private client: Client | undefined;
  private asking: Promise<DatabaseStatus> | undefined;

  constructor(private readonly door: Door) {}

  /** Answers within ten seconds. */
  ask(): Promise<DatabaseStatus> {
    return (this.asking ??= this.asked().finally(() => (this.asking = undefined)));
  }

  async end(): Promise<void> {
    await this.asking?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private async asked(): Promise<DatabaseStatus> {
    try {
      this.client ??= await this.connected();
      await this.client.query('SELECT 1');
      return 'up';
    } catch (error) {
      void this.client?.end().catch(() => undefined);
      this.client = undefined;
      const explained = explain(error, this.door);
      if (!(explained instanceof DatabaseUnavailable || explained instanceof UnsupportedDatabase)) throw error;
      return { down: { en: explained.en, zh: explained.zh }, silent: isTimeout(error) };
    }
  }

  private async connected(): Promise<Client> {
    const within = { connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs };
    const client = new (clientsOf(this.door.address, { ...limits, application_name: 'lookback pulse', ...within }))();
    await client.connect().catch((error: unknown) => {
      void client.end().catch(() => undefined);
      throw error;
    });
    return client;
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && /timeout/i.test(error.message);
