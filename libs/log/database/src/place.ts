import { resolve } from 'node:path';
import { escapeIdentifier } from 'pg';
import { type Address, clientsOf, type Door, doorTo } from './address.js';
import { EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { UnsupportedDatabase } from './errors.js';

/** Where the database is; validated settings of the whole program are passed in. */
export interface DatabaseSettings {
  /** Folder of the embedded PostgreSQL (LOOKBACK_DATA), used when `databaseUrl` is not given. */
  readonly data: string;
  /** The application's URL (LOOKBACK_DATABASE_URL). */
  readonly databaseUrl?: string | undefined;
  /** The owner's URL (LOOKBACK_OWNER_URL), needed whenever something must be migrated. */
  readonly ownerUrl?: string | undefined;
  /** Name of the database in the embedded PostgreSQL; `lookback` by default. */
  readonly database?: string | undefined;
  /** Most connections of each of the two pools; 10 by default. */
  readonly connections?: number | undefined;
}

/** Both doors into a database that exists. */
export interface DatabasePlace {
  readonly application: Door;
  readonly owner?: Door | undefined;
  readonly leave: () => Promise<void>;
}

/** The database that the settings name, or the embedded one, joined and with the database in it. */
export async function findPlace(settings: DatabaseSettings): Promise<DatabasePlace> {
  const { databaseUrl, ownerUrl } = settings;
  if (databaseUrl) {
    const application = doorTo(databaseUrl, 'LOOKBACK_DATABASE_URL');
    return { application, owner: ownerUrl ? doorTo(ownerUrl, 'LOOKBACK_OWNER_URL') : undefined, leave: () => Promise.resolve() };
  }
  if (ownerUrl) throw lonelyOwner();
  return embeddedPlace(settings.data, settings.database ?? 'lookback');
}

async function embeddedPlace(data: string, database: string): Promise<DatabasePlace> {
  const server = await EmbeddedPostgres.join(resolve(data));
  try {
    await ensureDatabase(server.owner('postgres'), database);
  } catch (error) {
    await server.leave();
    throw error;
  }
  const door = (address: Address) => ({ address, setting: 'LOOKBACK_DATA' });
  return { application: door(server.application(database)), owner: door(server.owner(database)), leave: () => server.leave() };
}

async function ensureDatabase(postgres: Address, name: string): Promise<void> {
  const owner = new (clientsOf(postgres, { application_name: 'lookback database' }))();
  await owner.connect();
  const isThere = async () => (await owner.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount;
  try {
    if (await isThere()) return;
    await owner.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  } catch (error) {
    if (!(await isThere())) throw error; // Otherwise another server was first.
  } finally {
    await owner.end();
  }
}

const lonelyOwner = () =>
  new UnsupportedDatabase('LOOKBACK_DATABASE_URL', {
    en: 'LOOKBACK_OWNER_URL is set without LOOKBACK_DATABASE_URL. Set both, or neither for the embedded PostgreSQL.',
    zh: '设置了 LOOKBACK_OWNER_URL 却没有 LOOKBACK_DATABASE_URL。请两者都设置;若用内置 PostgreSQL,则都不设置。',
  });
