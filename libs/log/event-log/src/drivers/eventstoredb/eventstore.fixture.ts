import { describe, it } from '@jest/globals';
import type { Catalogue } from '@lookback/kernel';
import { Vault, Vault1735689600000 } from '@lookback/log/vault';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { randomBytes } from 'node:crypto';
import type { LogUnderTest } from '../../contract/opened.fixture.js';
import { EventLog1796083200001 } from '../postgres/event-log.migration.js';
import { keysOfTests, writeElsewhere } from '../../contract/write-elsewhere.fixture.js';
import { EventStoreNumbers1796083200002 } from './numbers.migration.js';
import { type EventStoreSettings, openEventStore } from './open.js';

/** The real server of the specs (EVENTSTORE_URL). */
const url = process.env['EVENTSTORE_URL'] ?? '';

/** Specs that take what an environment variable tells; where it is not set, what was left out is said. */
export function withEventStore(what: string, specs: () => void, variable = 'EVENTSTORE_URL'): void {
  if (process.env[variable] !== undefined) describe(what, specs);
  else describe(what, () => { it.todo(`is not tested: ${variable} is not set`); }); // prettier-ignore
}

/** A log that nobody has used. */
export const freshLog = (): EventStoreSettings => ({ url, log: `test-${randomBytes(6).toString('hex')}` });

export interface EventStoreUnderTest extends LogUnderTest {
  readonly database: TestDatabase;
  readonly settings: EventStoreSettings;
}

/** A database that has numbered no log yet. */
export const numbering = (): Promise<TestDatabase> =>
  testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001, EventStoreNumbers1796083200002], entities: [] });

/** A log of its own on the server, numbered in a database of its own. */
export async function openOnEventStore(catalogue: Catalogue, settings = freshLog()): Promise<EventStoreUnderTest> {
  const database = await numbering();
  const store = await openEventStore(settings, database.pool);
  const keys = keysOfTests();
  const another = () => store.open(catalogue, new Vault(database.pool, keys), keys);
  const write = (writer: string, commits: number) => writeElsewhere({ urls: database.urls, eventStore: settings, writer, commits });
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { database, settings, log: another(), another, write, close };
}
