// A process of its own that writes to the log: node --import …/register.mjs writer.contract.ts '<WriterTold as JSON>'
import { openDatabase } from '@lookback/log/database';
import { CommitKeys, Keys, Vault } from '@lookback/log/vault';
import { catalogue } from '../told.contract.js';
import { writeMany } from '../writing.contract.js';
import { PostgresEventLog } from './postgres-event-log.js';

export interface WriterTold {
  readonly urls: { readonly databaseUrl: string; readonly ownerUrl: string };
  readonly master: string;
  readonly commit: string;
  readonly writer: string;
  readonly commits: number;
}

const { urls, master, commit, writer, commits } = JSON.parse(process.argv[2] ?? '') as WriterTold;
const database = await openDatabase({ data: '', ...urls }, { migrations: [], entities: [] });
const keys = new Keys(Buffer.from(master, 'hex'), CommitKeys.parse(commit, 'told'));
const log = new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys);
process.stdout.write(JSON.stringify(await writeMany(log, writer, commits)));
await database.close();
