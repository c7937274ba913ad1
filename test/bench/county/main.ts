// npm run bench:county [-- --households 13634] [--entries 198] [--json FILE]: a whole county's log, made, replayed, rebuilt, searched; and
// copied to the EventStoreDB that EVENTSTORE_URL names, where it names one.
import 'reflect-metadata';
import { household, HouseholdQuery, NameIndex } from '@lookback/case/household';
import { Codec, loadInto, type StoredEntry } from '@lookback/log/event-log';
import { Vault } from '@lookback/log/vault';
import { anySubject, seesOf } from '@lookback/office/desk';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { openSystem, product, settingsFrom } from '@lookback/application/system';
import { Databases } from '../databases.js';
import { machine } from '../interleaved.js';
import { latencies, type Measured, timed } from '../measured.js';
import { Lives } from './lives.js';
import { onEventStore } from './on-eventstore.js';

const { values: told } = parseArgs({
  options: {
    households: { type: 'string', default: '13634' },
    entries: { type: 'string', default: '198' },
    seed: { type: 'string', default: '20201231' },
    json: { type: 'string' },
  },
});
const [households, perHousehold, seed] = [Number(told.households), Number(told.entries), Number(told.seed)];

const databases = await Databases.open();
const data = await mkdtemp(join(tmpdir(), 'lookback-county-'));
const urls = await databases.fresh();
const system = await openSystem(
  settingsFrom({ LOOKBACK_DATA: data, LOOKBACK_DATABASE_URL: urls.databaseUrl, LOOKBACK_OWNER_URL: urls.ownerUrl }),
);
const owner = new Pool({ connectionString: urls.ownerUrl, max: 2 });

/** All households' first entries, then all second ones, and so on: as a county's years go by. */
async function* county(): AsyncGenerator<StoredEntry[]> {
  const [lives, codec] = [new Lives(seed), new Codec(product.catalogue, new Vault(system.database.pool, system.keys), system.keys)];
  const began = Date.UTC(2014, 0, 1);
  let position = 0;
  for (let nth = 0; nth < perHousehold; nth++)
    for (let first = 1; first <= households; first += 1_000) {
      const some = Array.from({ length: Math.min(1_000, households - first + 1) }, (_, i) => lives.commit(first + i, nth));
      const written = (await codec.write(some)).flat();
      yield written.map((entry) => ({ ...entry, position: ++position, recordedAt: new Date(began + position * 80) }));
    }
}

/** What the tables of a schema take on disk, with their indexes. */
async function bytesOf(schema: string): Promise<number> {
  const { rows } = await owner.query<{ bytes: number }>(
    "SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c WHERE relkind = 'r' AND relnamespace = $1::regnamespace",
    [schema],
  );
  return rows[0]?.bytes ?? 0;
}

const eventStore = process.env['EVENTSTORE_URL'];
const steps: Record<string, () => Promise<Measured>> = {
  made: async () => {
    const measured = await timed(() => loadInto(owner, county()));
    return { ...measured, bytesAnEntry: Math.round((await bytesOf('log')) / measured.operations) };
  },
  replayed: () =>
    timed(async () => {
      let read = 0;
      for await (const entries of system.log.readAll({ after: 0, batch: 5_000 })) read += entries.length;
      return read;
    }),
  rebuilt: async () => {
    const told = await timed(async () => (await system.projector.rebuild()).entries);
    return {
      ...told,
      models: (await system.projector.status()).length,
      bytesAnEntry: Math.round((await bytesOf('read')) / told.operations),
    };
  },
  'searched by the beginning of a name': async () => {
    const { database, log, keys } = system;
    const query = new HouseholdQuery(database.readModels, new NameIndex(database.readModels, log, keys.names));
    return latencies(200, async (i) => {
      const text = `${'阎耿曾刘马金岳宋潘柳傅余'.charAt(i % 12)}${'泽诺柏懿彬轩杰栋珈浩鹤果'.charAt(i % 11)}`;
      await query.find({ text, limit: 50 }, seesOf(null, [anySubject(household)]));
      return 1;
    });
  },
  ...(eventStore !== undefined && onEventStore(eventStore, system, owner)),
};

const results: Record<string, Measured & { readonly peakMB: number }> = {};
try {
  for (const [step, doing] of Object.entries(steps)) {
    const measured = await doing();
    if (step === 'made') await owner.query('VACUUM ANALYZE log.entry, log.stream');
    results[step] = { ...measured, peakMB: Math.round(process.resourceUsage().maxRSS / 1_024) };
    process.stdout.write(`${step}: ${JSON.stringify(results[step])}\n`);
  }
} finally {
  await Promise.all([system.close(), owner.end()]);
  await databases.close();
  await rm(data, { recursive: true, force: true });
}
if (told.json)
  await writeFile(
    told.json,
    JSON.stringify({ on: new Date().toISOString().slice(0, 10), machine: machine(), households, perHousehold, seed, results }, null, 1),
  );
