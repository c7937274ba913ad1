// A process of its own that writes to the log: node --import …/register.mjs writer.fixture.ts '<WriterTold as JSON>'
import { openDatabase } from '@lookback/log/database';
import { CommitKeys, Keys, Vault } from '@lookback/log/vault';
import { openEventStore } from '../drivers/eventstoredb/open.js';
import { postgresStore } from '../drivers/postgres/postgres-store.js';
import { catalogue } from './events.fixture.js';
import type { WriterTold } from './write-elsewhere.fixture.js';
import { writeMany } from './writing.fixture.js';

const { urls, eventStore, master, commit, writer, commits } = JSON.parse(process.argv[2] ?? '') as WriterTold;
const database = await openDatabase({ data: '', ...urls }, { migrations: [], entities: [] });
const keys = new Keys(Buffer.from(master, 'hex'), CommitKeys.parse(commit, 'told', { origin: 'lookback-spec', epoch: 1 }));
const store = eventStore ? await openEventStore(eventStore, database.pool) : postgresStore(database.pool);
const log = store.open(catalogue, new Vault(database.pool, keys), keys);
process.stdout.write(JSON.stringify(await writeMany(log, writer, commits)));
await store.close();
await database.close();
