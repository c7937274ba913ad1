import { type Client, DatabaseError, escapeIdentifier } from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type Address, clientsOf } from './address.js';
import { ReadSchema1700000000000 } from './read-schema.migration.js';
import { applicationRole } from './roles.js';
import { silence } from './silence.js';

/** A TypeORM migration; its name ends in 13 digits, a time in milliseconds, and the digits give the order. */
export type Migration = new () => MigrationInterface;

const migrationLock = 4_260_002;

/** Brings the database up to date as its owner, each migration in a transaction; a second server waits, and finds nothing left to do. */
export async function migrate(owner: Address, migrations: readonly Migration[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    schema: 'lookback',
    migrationsTableName: 'migration',
    migrations: whole(migrations),
    installExtensions: false,
    logger: silence,
    poolSize: 1,
    extra: { Client: clientsOf(owner, { application_name: 'lookback migration' }) },
  });
  await source.initialize();
  const session = source.createQueryRunner();
  try {
    // Lock and migrations share one session: if it is lost, both are.
    await session.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await closeToPublic(session);
    const executor = new MigrationExecutor(source, session);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await session.release();
    await source.destroy();
  }
}

async function closeToPublic(session: QueryRunner): Promise<void> {
  const database = escapeIdentifier((await session.getCurrentDatabase()) ?? '');
  await session.query('CREATE SCHEMA IF NOT EXISTS lookback');
  await session.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await session.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await session.query(`GRANT CONNECT ON DATABASE ${database} TO ${applicationRole}`);
}

/** Names of the migrations that this database has not seen, as the application sees it. */
export async function pendingIn(application: Client, migrations: readonly Migration[]): Promise<string[]> {
  const done = await application.query<{ name: string }>('SELECT name FROM lookback.migration').then(
    ({ rows }) => new Set(rows.map(({ name }) => name)),
    (error: unknown) => {
      if (isNotThere(error)) return new Set<string>();
      throw error;
    },
  );
  return whole(migrations)
    .map((migration) => new migration().name ?? migration.name)
    .filter((name) => !done.has(name));
}

const whole = (migrations: readonly Migration[]): Migration[] => [ReadSchema1700000000000, ...migrations];

/** No table, no schema, or no right to see them: in each case nothing was migrated for this role. */
const isNotThere = (error: unknown) => error instanceof DatabaseError && ['42P01', '3F000', '42501'].includes(error.code ?? '');
