import type { Client, Pool } from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { clientsOf, cut, type Door, limits, poolOn, readAddress } from './address.js';
import { explain } from './explain.js';
import { factsOf, requireRestrictedRole, requireSupported } from './server-support.js';
import { migrate, type Migration, pendingIn } from './migrate.js';
import { type DatabaseSettings, findPlace, type DatabasePlace } from './place.js';
import { UnsupportedDatabase } from './errors.js';
import { type DatabaseStatus, Pulse } from './pulse.js';
import { ensureRoles } from './roles.js';
import { silence } from './silence.js';

/** What the other libs hand in: their migrations, and the tables of their read models (schema `read` unless they name another). */
export interface DatabaseParts {
  readonly migrations: readonly Migration[];
  readonly entities: readonly ((abstract new (...args: never[]) => object) | EntitySchema)[];
}

/** A migrated database, entered in the role of the application. */
export interface Database {
  /** For the log and the stores. Statements end after five minutes unless they lift `statement_timeout` themselves. */
  readonly pool: Pool;
  /** For the read models; never synchronised. */
  readonly readModels: DataSource;
  /** For reads that may take long: few connections, apart from all others, on which statements end after ten seconds. */
  readonly heavyReads: Pool;
  /** Asks PostgreSQL over a connection of its own, within ten seconds. */
  status(): Promise<DatabaseStatus>;
  /** Ends every connection of the pools as if it had been lost: those of a server that does not answer would wait for ever. */
  cut(): void;
  /** Ends the pools and leaves the embedded PostgreSQL, stopping it if nobody else is joined. May be called again. */
  close(): Promise<void>;
}

/** Connections for heavy reads, and milliseconds of a statement on one. */
const heavy = { connections: 4, statement_timeout: 10_000 } as const;

/**
 * Opens the database that the settings name, or the embedded one; makes the roles and migrates where an owner is known.
 * @throws DatabaseUnavailable when it cannot be reached, UnsupportedDatabase when it or a role in it is not what is needed.
 */
export async function openDatabase(settings: DatabaseSettings, parts: DatabaseParts): Promise<Database> {
  const place = await findPlace(settings);
  try {
    await prepare(place, parts.migrations);
    return await enter(place, parts, settings.connections ?? 10);
  } catch (error) {
    await place.leave();
    throw error;
  }
}

async function prepare({ application, owner }: DatabasePlace, migrations: readonly Migration[]): Promise<void> {
  if (owner) {
    const login = readAddress(application.address);
    await visit(owner, async (client) => {
      requireSupported(await factsOf(client), owner.setting);
      await ensureRoles(client, login);
    });
    await migrate(owner.address, migrations).catch((error: unknown) => {
      throw explain(error, owner);
    });
  }
  await visit(application, async (client) => {
    const facts = await factsOf(client);
    requireSupported(facts, application.setting);
    requireRestrictedRole(facts, application.setting);
    const [pending] = await pendingIn(client, migrations);
    if (pending) throw owner ? apart(pending) : ownerNeeded(pending);
  });
}

async function enter({ application, leave }: DatabasePlace, { entities }: DatabaseParts, connections: number): Promise<Database> {
  const open = new Set<Client>();
  const readModels = await readModelsOn({ door: application, entities, connections, open }).catch((error: unknown) => {
    throw explain(error, application);
  });
  const pool = poolOn(application.address, 'lookback', connections, open);
  const { connections: few, ...within } = heavy;
  const heavyReads = poolOn(application.address, 'lookback heavy reads', few, open, within);
  const pulse = new Pulse(application);
  let closed: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([pool.end(), heavyReads.end(), readModels.destroy(), pulse.end()]);
    await leave();
  };
  return {
    pool,
    readModels,
    heavyReads,
    status: () => pulse.ask(),
    close: () => (closed ??= close()),
    cut: () => {
      for (const client of open) cut(client);
    },
  };
}

interface Entered extends Pick<DatabaseParts, 'entities'> {
  readonly door: Door;
  readonly connections: number;
  readonly open: Set<Client>;
}

function readModelsOn({ door: { address }, entities, connections, open }: Entered): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    schema: 'read',
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    logger: silence,
    poolSize: connections,
    poolErrorHandler: () => undefined,
    extra: { ...limits, Client: clientsOf(address, { ...limits, application_name: 'lookback read models' }, open) },
  }).initialize();
}

async function visit(door: Door, doing: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new (clientsOf(door.address, { ...limits, application_name: 'lookback visit' }))();
  try {
    await client.connect();
    await doing(client);
  } catch (error) {
    throw explain(error, door);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ownerNeeded = (migration: string) =>
  new UnsupportedDatabase('LOOKBACK_OWNER_URL', {
    en: `The database lacks ${migration}. Set LOOKBACK_OWNER_URL to its owner's URL, so that it can be migrated.`,
    zh: `数据库缺少 ${migration}。请将 LOOKBACK_OWNER_URL 设为其所有者的地址,以便迁移。`,
  });

const apart = (migration: string) =>
  new UnsupportedDatabase('LOOKBACK_DATABASE_URL', {
    en: `${migration} was run through LOOKBACK_OWNER_URL but is not seen through LOOKBACK_DATABASE_URL: they lead to different databases.`,
    zh: `${migration} 已通过 LOOKBACK_OWNER_URL 执行,但 LOOKBACK_DATABASE_URL 看不到:两者指向不同的数据库。`,
  });
