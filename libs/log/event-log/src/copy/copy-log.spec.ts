import { describe, expect, it } from '@jest/globals';
import { Vault } from '@lookback/log/vault';
import { all } from '../contract/appending.fixture.js';
import { openOnEventStore, withEventStore } from '../drivers/eventstoredb/eventstore.fixture.js';
import { openEventStore } from '../drivers/eventstoredb/open.js';
import { leafOf } from '../format/leaf.js';
import type { EventLog } from '../port/event-log.js';
import type { LogStore } from '../port/log-store.js';
import { opened } from '../contract/opened.fixture.js';
import { openPostgres, type PostgresUnderTest } from '../drivers/postgres/postgres.fixture.js';
import { postgresStore } from '../drivers/postgres/postgres-store.js';
import { InvalidCommit, InvalidCopy, EntryForged } from '../port/errors.js';
import type { StoredEntry } from '../port/stored-entry.js';
import { catalogue, commit, counts, noted, stream, toPerson } from '../contract/events.fixture.js';
import { keysOfTests } from '../contract/write-elsewhere.fixture.js';
import { copyLog } from './copy-log.js';

const keys = keysOfTests();

/** A log of 6,010 entries in streams that take turns. */
async function written(): Promise<PostgresUnderTest> {
  const under = await openPostgres(catalogue);
  for (let i = 0; i < 3; i++) {
    const commits = ['a', 'b', 'c', 'd'].map((id) => commit(stream(id), i * 500, counts(...Array.from({ length: 500 }, (_, n) => n))));
    await under.log.appendMany(commits);
  }
  for (let i = 0; i < 10; i++)
    await under.log.append(commit(stream('turns'), i, [noted({ note: toPerson(`${i % 3}`)(`第 ${i} 次`), by: [] })]));
  return under;
}

async function storedIn(store: LogStore): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const some of store.stored(0)) entries.push(...some);
  return entries;
}

/** How every stream stood at a position, and the last position of the moment at which that was recorded. */
async function knownAt(log: EventLog, known: number): Promise<{ entries: number; streams: Record<string, number>; upTo: number }> {
  const streams: Record<string, number> = {};
  for await (const some of log.readByStream({ upTo: known }))
    for (const entries of some) streams[entries[0]?.stream ?? ''] = entries.length;
  const recordedAt = (await log.stored(known))?.recordedAt ?? new Date(0);
  const entries = Object.values(streams).reduce((sum, length) => sum + length, 0);
  return { entries, streams, upTo: await log.positionAt(recordedAt) };
}

const indexesOf = async ({ database: { ownerPool } }: PostgresUnderTest) =>
  (await ownerPool.query<{ indexdef: string }>(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'log' ORDER BY 1`)).rows;

/** All of an entry. */
const whole = ({ salt, ...entry }: StoredEntry) => ({ ...entry, salt: Buffer.from(salt).toString('hex') });

describe('a log copied into another database', () => {
  const opening = opened(written);
  const from = () => postgresStore(opening.it.database.pool);

  it('goes on where it was broken off, is not in use before, and is then equal entry by entry', async () => {
    const target = await openPostgres(catalogue);
    const { pool, ownerPool } = target.database;
    const stopping = new AbortController();
    const onProgress = (entries: number) => { if (entries === 5_000) stopping.abort(); }; // prettier-ignore
    const broken = copyLog(from(), await postgresStore(pool).fill(ownerPool), { keys, signal: stopping.signal, onProgress });
    await expect(broken).rejects.toThrow('abort');
    expect(await target.log.head()).toBe(0);
    await expect(postgresStore(pool).isEmpty()).rejects.toThrow('not finished');
    expect(await copyLog(from(), await postgresStore(pool).fill(ownerPool), { keys })).toMatchObject({ entries: 6_010, brought: 1_010 });
    expect(await storedIn(postgresStore(pool))).toEqual(await storedIn(from()));
    expect(await indexesOf(target)).toEqual(await indexesOf(opening.it));
    await target.log.append(commit(stream('a'), 1_500, counts(1)));
    await expect(postgresStore(pool).fill(ownerPool)).rejects.toThrow(InvalidCommit);
    await target.close();
  });

  it('is not opened where the two differ', async () => {
    const target = await openPostgres(catalogue);
    const { pool, ownerPool } = target.database;
    const filling = await postgresStore(pool).fill(ownerPool);
    const forgetful = { ...filling, take: (entries: readonly StoredEntry[]) => filling.take(entries.map((entry) => ({ ...entry, recordedAt: new Date(0) }))) }; // prettier-ignore
    await expect(copyLog(from(), forgetful, { keys })).rejects.toThrow(InvalidCopy);
    expect(await target.log.head()).toBe(0);
    await target.close();
  });

  it('is refused where an entry was forged', async () => {
    const target = await openPostgres(catalogue);
    const other = { ...keys, commit: { ...keys.commit, isSigned: () => false } } as unknown as typeof keys;
    const filling = await postgresStore(target.database.pool).fill(target.database.ownerPool);
    await expect(copyLog(from(), filling, { keys: other })).rejects.toThrow(EntryForged);
    await target.close();
  });
});

withEventStore('a log copied to EventStoreDB', () => {
  const opening = opened(written);

  it('goes on where it was broken off, is used there, and comes back equal entry by entry', async () => {
    const there = await openOnEventStore(catalogue);
    const [from, store] = [postgresStore(opening.it.database.pool), await openEventStore(there.settings, there.database.pool)];
    const stopping = new AbortController();
    const onProgress = (entries: number) => { if (entries === 5_000) stopping.abort(); }; // prettier-ignore
    const fill = () => store.fill(there.database.ownerPool);
    await expect(copyLog(from, await fill(), { keys, signal: stopping.signal, onProgress })).rejects.toThrow('abort');
    await expect(store.isEmpty()).rejects.toThrow('not finished');
    await expect(there.another().readStream(stream('a'))).rejects.toThrow('not finished');
    const { digest } = await copyLog(from, await fill(), { keys });
    expect((await storedIn(store)).map(whole)).toEqual((await storedIn(from)).map(whole));
    const log = store.open(catalogue, new Vault(opening.it.database.pool, keys), keys);
    expect((await log.readStream(stream('turns'))).length).toBe(10);
    await log.append(commit(stream('turns'), 10, counts(11)));
    const back = await openPostgres(catalogue);
    const copied = await copyLog(store, await postgresStore(back.database.pool).fill(back.database.ownerPool), { keys });
    expect(copied.entries).toBe(6_011);
    const stored = await storedIn(postgresStore(back.database.pool));
    expect(stored.map(whole)).toEqual((await storedIn(store)).map(whole));
    expect(stored.map(leafOf)).toEqual((await storedIn(store)).map(leafOf));
    expect(stored.map(({ position }) => position)).toEqual(Array.from({ length: 6_011 }, (_, i) => i + 1));
    for (const known of [1, 2_500, 6_011]) {
      const answers = await Promise.all([log, back.log].map((one) => knownAt(one, known)));
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[0]?.entries).toBe(known);
    }
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await all(log)).length).toBe(6_011);
    await Promise.all([store.close(), there.close(), back.close()]);
  }, 180_000);
});
