import { type Database, type DatabaseParts, EmbeddedPostgres, openDatabase } from '@lookback/log/database';
import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';

/** A database of one test, gone with `drop()`, which closes it too. */
export interface TestDatabase extends Database {
  /** As the superuser and owner, for what the application may not do. */
  readonly ownerPool: Pool;
  /** What a child process needs to open the same database by `openDatabase({ data: '', ...urls }, parts)`. */
  readonly urls: { readonly databaseUrl: string; readonly ownerUrl: string };
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database in the embedded PostgreSQL that all tests of this machine's user share.
 * Commits do not wait for the disk unless `durable`, which uses a server of its own.
 */
export async function testDatabase(parts: DatabaseParts, { durable = false } = {}): Promise<TestDatabase> {
  const server = await EmbeddedPostgres.join(join(tmpdir(), `lookback-test-${String(userInfo().uid)}${durable ? '-durable' : ''}`));
  const postgres = new Pool({ ...server.owner('postgres')(), max: 1 });
  if (!durable) await hurry(postgres);
  await sweep(postgres);
  const name = `test_${String(process.pid)}_${randomBytes(6).toString('hex')}`;
  await postgres.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const urls = { databaseUrl: urlOf(server, 'application', name), ownerUrl: urlOf(server, 'owner', name) };
  const database = await openDatabase({ data: '', ...urls }, parts);
  const ownerPool = new Pool({ connectionString: urls.ownerUrl, max: 4 });
  for (const pool of [postgres, ownerPool]) pool.on('error', () => undefined);
  const drop = async () => {
    await Promise.all([database.close(), ownerPool.end()]);
    await postgres.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await postgres.end();
    await server.leave();
  };
  let dropped: Promise<void> | undefined;
  return { ...database, urls, ownerPool, drop: () => (dropped ??= drop()) };
}

function urlOf(server: EmbeddedPostgres, role: 'application' | 'owner', database: string): string {
  const { user, password } = server[role](database)();
  return `postgres://${String(user)}:${String(password)}@127.0.0.1:${String(server.port)}/${database}`;
}

async function hurry(postgres: Pool): Promise<void> {
  const { rows } = await postgres.query<{ fsync: string }>('SHOW fsync');
  if (rows[0]?.fsync === 'off') return;
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'wal_compression'])
    await postgres.query(`ALTER SYSTEM SET ${setting} = off`);
  await postgres.query('SELECT pg_reload_conf()');
}

/** Databases of test processes that died before they could drop them. */
async function sweep(postgres: Pool): Promise<void> {
  const { rows } = await postgres.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'`);
  for (const { datname } of rows)
    if (!isAlive(Number(datname.split('_')[1]))) await postgres.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
