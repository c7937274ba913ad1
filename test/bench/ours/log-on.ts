import { Catalogue, event, says } from '@lookback/kernel';
import { openDatabase } from '@lookback/log/database';
import { Codec, PostgresEventLog } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault } from '@lookback/log/vault';
import { Pool } from 'pg';
import type { Urls } from '../databases.js';
import { types } from '../happenings.js';
import { CaseRow, CaseStateRow } from './case-rows.js';

const catalogue = new Catalogue(Object.fromEntries(types.map((type) => [type, event(type, 'fact', says<never>())])));
const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'bench', { origin: 'lookback-spec', epoch: 1 }));

async function open(urls: Urls) {
  const database = await openDatabase({ data: '', ...urls }, { migrations: [], entities: [CaseRow, CaseStateRow] });
  const vault = new Vault(database.pool, keys);
  const owner = new Pool({ connectionString: urls.ownerUrl, max: 2 });
  return { database, owner, log: new PostgresEventLog(database.pool, catalogue, vault, keys), codec: new Codec(catalogue, vault, keys) };
}

const opened = new Map<string, ReturnType<typeof open>>();

/** The log in a database, opened once a process. */
export function logOn(urls: Urls): ReturnType<typeof open> {
  const log = opened.get(urls.databaseUrl) ?? open(urls);
  opened.set(urls.databaseUrl, log);
  return log;
}

export async function closeAll(): Promise<undefined> {
  for (const { database, owner } of await Promise.all(opened.values())) await Promise.all([database.close(), owner.end()]);
  opened.clear();
}
