import type { Catalogue } from '@lookback/kernel';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LogUnderTest } from '../opened.contract.js';
import type { Acknowledged } from '../writing.contract.js';
import { EventLog1735689600001 } from './event-log.migration.js';
import { PostgresEventLog } from './postgres-event-log.js';
import type { WriterTold } from './writer.contract.js';

const root = new URL('../../../../../', import.meta.url);
const master = '1'.repeat(64);
const commit = `k1 ${'2'.repeat(64)}`;

export interface PostgresUnderTest extends LogUnderTest {
  readonly database: TestDatabase;
  readonly log: PostgresEventLog;
}

/** A log in a database of its own. */
export async function openPostgres(catalogue: Catalogue): Promise<PostgresUnderTest> {
  const database = await testDatabase({ migrations: [Vault1735689600000, EventLog1735689600001], entities: [] });
  const keys = new Keys(Buffer.from(master, 'hex'), CommitKeys.parse(commit, 'told'));
  const another = () => new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys);
  const write = (writer: string, commits: number) => inAnotherProcess({ urls: database.urls, master, commit, writer, commits });
  return { database, log: another(), another, write, close: () => database.drop() };
}

async function inAnotherProcess(told: WriterTold): Promise<Acknowledged[]> {
  const loader = new URL('libs/testing/loader/register.mjs', root).href;
  const writer = fileURLToPath(new URL('writer.contract.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, writer, JSON.stringify(told)]);
  return JSON.parse(stdout) as Acknowledged[];
}
