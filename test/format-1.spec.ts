import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { erased, type Owner, Sealed } from '@lookback/kernel';
import {
  type Entry,
  type EventLog,
  EventLog1796083200001,
  EventStoreNumbers1796083200002,
  loadInto,
  type LogStore,
  openEventStore,
  postgresStore,
  type StoredEntry,
} from '@lookback/log/event-log';
import { Vault, Vault1735689600000 } from '@lookback/log/vault';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { exampleCommits, exampleKeys, identity } from './format-1/commits.js';
import { catalogue } from './format-1/events.js';
import { entryIn, lineOf } from './format-1/stored-lines.js';

const linesOf = async (name: string) => (await readFile(new URL(`format-1/${name}`, import.meta.url), 'utf8')).trimEnd().split('\n');
const [lines, dataKeys] = await Promise.all([linesOf('log.jsonl'), linesOf('data-keys.jsonl')]);
const migrations = [Vault1735689600000, EventLog1796083200001, EventStoreNumbers1796083200002];
const keys = exampleKeys();

async function storedIn(store: LogStore): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const some of store.stored(0)) entries.push(...some);
  return entries;
}

async function allOf(log: EventLog): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const some of log.readAll({ after: 0 })) entries.push(...some);
  return entries;
}

async function* batch(): AsyncGenerator<StoredEntry[]> {
  yield await Promise.resolve(lines.map(entryIn));
}

/** The data keys of the example, as they were wrapped. */
async function giveKeys({ ownerPool }: TestDatabase): Promise<void> {
  for (const line of dataKeys) {
    const { owner, alg, masterId, wrapped } = JSON.parse(line) as Record<'owner' | 'alg' | 'masterId' | 'wrapped', string>;
    const values = [owner, alg, Buffer.from(wrapped, 'hex'), masterId];
    await ownerPool.query('INSERT INTO vault.data_key (owner, alg, wrapped, key_id) VALUES ($1, $2, $3, $4)', values);
  }
}

/** In which log the example is read. */
const places: Readonly<Record<string, (database: TestDatabase) => Promise<LogStore>>> = {
  PostgreSQL: async ({ pool, ownerPool }) => {
    await loadInto(ownerPool, batch());
    return postgresStore(pool);
  },
  EventStoreDB: async ({ pool, ownerPool }) => {
    const url = process.env['EVENTSTORE_URL'] ?? '';
    const store = await openEventStore({ url, log: `format-${randomBytes(6).toString('hex')}` }, pool);
    const filling = await store.fill(ownerPool);
    await filling.take(lines.map(entryIn));
    await filling.finish();
    return store;
  },
};
const here = Object.keys(places).filter((place) => place === 'PostgreSQL' || process.env['EVENTSTORE_URL'] !== undefined);

describe.each(here)('a log of format 1, on %s', (place) => {
  let database: TestDatabase;
  let store: LogStore;
  let log: EventLog;
  beforeAll(async () => {
    database = await testDatabase({ migrations, entities: [] });
    await giveKeys(database);
    store = await (places[place] as (database: TestDatabase) => Promise<LogStore>)(database);
    log = store.open(catalogue, new Vault(database.pool, keys), keys);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('is read byte for byte, leaf for leaf, at the same positions', async () => {
    expect((await storedIn(store)).map(lineOf)).toEqual(lines);
    expect(await log.head()).toBe(lines.length);
    expect(await store.identity()).toEqual(identity);
  });

  it('says what was said: everything that its commits hold, boxes open', async () => {
    const entries = await allOf(log);
    const told = exampleCommits(keys).flatMap(({ events, by, key, body, stream }) =>
      events.map(({ type, data }) => ({ type, data, by, key, body, stream })),
    );
    expect(entries.map(({ type, data, by, key, body, stream }) => ({ type, data, by, key, body, stream }))).toEqual(told);
  });

  it('reads erased in the fields of an owner whose key is gone, and nowhere else', async () => {
    const person = 'person-0a1b2c3d-0000-5000-8000-0000000000aa' as Owner;
    await database.ownerPool.query('DELETE FROM vault.data_key WHERE owner = $1', [person]);
    const [, takenOver, visited] = await allOf(store.open(catalogue, new Vault(database.pool, keys), keys));
    expect(takenOver?.data).toMatchObject({ members: [{ name: new Sealed(person, erased) }] });
    expect((visited?.data as { findings: Sealed<string> }).findings.value).toBe('屋顶漏雨');
  });

  it('goes on: what is appended comes next', async () => {
    const last = exampleCommits(keys).at(-1);
    const expected = (last?.expected ?? 0) + (last?.events.length ?? 0);
    const next = { ...(last as NonNullable<typeof last>), expected, key: 'later' as never };
    expect(await log.append(next)).toMatchObject({ revision: expected + 2, position: lines.length + 2 });
  });
});

if (here.length === 1) process.stderr.write('EVENTSTORE_URL names no server: the example of format 1 is not read over EventStoreDB\n');

it('the same commits, keys, times and random bytes are written to the same bytes', async () => {
  const database = await testDatabase({ migrations, entities: [] });
  await database.ownerPool.query(`CREATE OR REPLACE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    $$SELECT '2020-12-31T00:00:00.123Z'::timestamptz + (SELECT position FROM log.head) * interval '1 minute'$$`);
  const loader = new URL('../libs/testing/loader/register.mjs', import.meta.url).href;
  const script = fileURLToPath(new URL('format-1/write.fixture.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, script, JSON.stringify(database.urls)]);
  expect(JSON.parse(stdout)).toEqual({ lines, dataKeys });
  await database.drop();
});
