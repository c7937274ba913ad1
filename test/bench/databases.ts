import { EmbeddedPostgres, openDatabase } from '@lookback/log/database';
import { EventLog1796083200001 } from '@lookback/log/event-log';
import { Vault1735689600000 } from '@lookback/log/vault';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';

/** A database as its owner and as the application reach it. */
export interface Urls {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

/** Databases of one run, all in one PostgreSQL with the settings of the product: every commit waits for the disk. */
export class Databases {
  private made = 0;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly postgres: Pool,
  ) {}

  static async open(): Promise<Databases> {
    const server = await EmbeddedPostgres.join(join(tmpdir(), `lookback-bench-${String(userInfo().uid)}`));
    const databases = new Databases(server, new Pool({ ...server.owner('postgres')(), max: 1 }));
    await databases.dropAll();
    return databases;
  }

  /** A log with nothing in it. */
  async freshLog(): Promise<Urls> {
    const urls = await this.fresh();
    await (await openDatabase({ data: '', ...urls }, { migrations: [Vault1735689600000, EventLog1796083200001], entities: [] })).close();
    return urls;
  }

  /** A database with nothing in it. */
  async fresh(): Promise<Urls> {
    const name = `bench_${String(++this.made)}`;
    await this.postgres.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    return { databaseUrl: this.url('application', name), ownerUrl: this.url('owner', name) };
  }

  async dropAll(): Promise<void> {
    const { rows } = await this.postgres.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname ~ '^bench_'`);
    for (const { datname } of rows) await this.postgres.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await this.postgres.query('CHECKPOINT');
  }

  async close(): Promise<void> {
    await this.dropAll();
    await this.postgres.end();
    await this.server.leave();
  }

  private url(role: 'application' | 'owner', database: string): string {
    const { user, password } = this.server[role](database)();
    return `postgres://${String(user)}:${String(password)}@127.0.0.1:${String(this.server.port)}/${database}`;
  }
}
