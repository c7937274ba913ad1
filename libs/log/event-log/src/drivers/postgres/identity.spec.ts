import { describe, expect, it } from '@jest/globals';
import { CommitKeys, Keys, Vault } from '@lookback/log/vault';
import { openDatabase } from '@lookback/log/database';
import { testDatabase } from '@lookback/testing';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { opened } from '../../contract/opened.fixture.js';
import { EntryForged, UnsupportedLog } from '../../port/errors.js';
import { EventLog1796083200001 } from './event-log.migration.js';
import { loadInto } from './load-into.js';
import { openPostgres } from './postgres.fixture.js';
import { PostgresEventLog } from './postgres-event-log.js';
import { postgresStore } from './postgres-store.js';

const keysOf = (origin: string, epoch = 1) =>
  new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'told', { origin, epoch }));

describe('which log it is', () => {
  const opening = opened(() => openPostgres(catalogue));
  const logOf = (keys: Keys) => new PostgresEventLog(opening.it.database.pool, catalogue, new Vault(opening.it.database.pool, keys), keys);

  it('of an empty one is told alike to all who ask at once', async () => {
    const store = postgresStore(opening.it.database.pool);
    const asked = await Promise.all(Array.from({ length: 8 }, () => store.identity()));
    expect(new Set(asked.map(({ origin }) => origin)).size).toBe(1);
    expect(asked[0]).toEqual({ origin: expect.stringMatching(/^lookback-[0-9a-f]{16}$/), epoch: 1 });
  });

  it('is covered by every MAC: an entry of another log, or of another epoch, under the same keys is forged', async () => {
    await logOf(keysOf('lookback-a')).append(commit(stream('own'), 0, counts(1)));
    expect(await logOf(keysOf('lookback-a')).readStream(stream('own'))).toHaveLength(1);
    for (const other of [keysOf('lookback-b'), keysOf('lookback-a', 2)])
      await expect(logOf(other).readStream(stream('own'))).rejects.toThrow(EntryForged);
  });

  it('is not read where an entry moved in from another log', async () => {
    const stored = await logOf(keysOf('lookback-a')).stored(1);
    const target = await openPostgres(catalogue);
    await loadInto(target.database.ownerPool, (async function* () { yield await Promise.resolve(stored ? [stored] : []); })()); // prettier-ignore
    const keys = keysOf('lookback-target');
    const log = new PostgresEventLog(target.database.pool, catalogue, new Vault(target.database.pool, keys), keys);
    await expect(log.readStream(stream('own'))).rejects.toMatchObject({
      name: 'EntryForged',
      stream: stream('own'),
      revision: 1,
      position: 1,
    });
    await expect(postgresStore(target.database.pool).identity()).rejects.toThrow(UnsupportedLog);
    await target.close();
  });
});

it('a database of a working version is refused in a sentence, and stays as it is', async () => {
  const database = await testDatabase({ migrations: [], entities: [] });
  await database.ownerPool.query('CREATE SCHEMA log; CREATE TABLE log.entry (position bigint)');
  const opening = openDatabase({ data: '', ...database.urls }, { migrations: [EventLog1796083200001], entities: [] });
  await expect(opening).rejects.toMatchObject({
    name: 'UnsupportedDatabase',
    en: expect.stringContaining('before format 1'),
    zh: expect.stringContaining('格式 1'),
  });
  await database.drop();
});
