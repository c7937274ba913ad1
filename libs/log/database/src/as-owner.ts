import type { Client, Pool } from 'pg';
import { clientsOf, type Door, doorTo, limits, poolOn } from './address.js';
import { explain } from './explain.js';
import { factsOf, requireSupported } from './server-support.js';
import { migrate, type Migration } from './migrate.js';
import { type DatabaseSettings, findPlace } from './place.js';
import { UnsupportedDatabase } from './errors.js';
import { ensureApplicationRole } from './roles.js';

/** A migrated database, entered in the role of its owner. */
export interface Owned {
  readonly pool: Pool;
  close(): Promise<void>;
}

/** For what the application may not do. Takes settings with an owner, or a URL of the owner's alone. Throws as `openDatabase`. */
export async function openAsOwner(where: DatabaseSettings | string, migrations: readonly Migration[]): Promise<Owned> {
  const { owner, leave } = await doorOf(where);
  try {
    await prepare(owner, migrations);
  } catch (error) {
    await leave();
    throw explain(error, owner);
  }
  const pool = poolOn(owner.address, 'lookback owner', 4);
  const close = async () => {
    await pool.end();
    await leave();
  };
  return { pool, close };
}

async function doorOf(where: DatabaseSettings | string): Promise<{ owner: Door; leave: () => Promise<void> }> {
  if (typeof where === 'string') return { owner: doorTo(where, 'the URL'), leave: () => Promise.resolve() };
  const { owner, leave } = await findPlace(where);
  if (owner) return { owner, leave };
  await leave();
  throw new UnsupportedDatabase('LOOKBACK_OWNER_URL', {
    en: 'This takes the owner of the database. Set LOOKBACK_OWNER_URL.',
    zh: '此操作须由数据库所有者进行。请设置 LOOKBACK_OWNER_URL。',
  });
}

async function prepare({ address, setting }: Door, migrations: readonly Migration[]): Promise<void> {
  const client: Client = new (clientsOf(address, { ...limits, application_name: 'lookback visit' }))();
  try {
    await client.connect();
    requireSupported(await factsOf(client), setting);
    await ensureApplicationRole(client);
  } finally {
    await client.end().catch(() => undefined);
  }
  await migrate(address, migrations);
}
