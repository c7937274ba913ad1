import type { Catalogue } from '@lookback/kernel';
import { Vault, Vault1735689600000 } from '@lookback/log/vault';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import type { LogUnderTest } from '../../contract/opened.fixture.js';
import { keysOfTests, writeElsewhere } from '../../contract/write-elsewhere.fixture.js';
import { EventLog1796083200001 } from './event-log.migration.js';
import { PostgresEventLog } from './postgres-event-log.js';

export interface PostgresUnderTest extends LogUnderTest {
  readonly database: TestDatabase;
  readonly log: PostgresEventLog;
}

/** A log in a database of its own. */
export async function openPostgres(catalogue: Catalogue): Promise<PostgresUnderTest> {
  const database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  const keys = keysOfTests();
  const another = () => new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys);
  const write = (writer: string, commits: number) => writeElsewhere({ urls: database.urls, writer, commits });
  return { database, log: another(), another, write, close: () => database.drop() };
}
