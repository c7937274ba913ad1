import { describe, expect, it } from '@jest/globals';
import { opened } from '../../contract/opened.fixture.js';
import { EntryForged, LogCorrupted } from '../../port/errors.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { openPostgres } from './postgres.fixture.js';

const opening = opened(async () => {
  const under = await openPostgres(catalogue);
  await under.log.append(commit(stream('a'), 0, counts(1, 2, 3)));
  await under.log.append(commit(stream('b'), 0, counts(1, 2, 3)));
  await under.log.append(commit(stream('c'), 0, counts(1)));
  return under;
});
const asApplication = (text: string) => opening.it.database.pool.query(text);
const asSuperuser = (text: string) => opening.it.database.ownerPool.query(text);
const refused = { code: '42501' };

const changes = ['entry', 'entry_0', 'entry_1'].flatMap((table) => [
  `UPDATE log.${table} SET data = data`,
  `DELETE FROM log.${table}`,
  `TRUNCATE log.${table}`,
]);
const inserts = [
  'INSERT INTO log.entry SELECT * FROM log.entry',
  'INSERT INTO log.entry_0 SELECT * FROM log.entry',
  `INSERT INTO log.stream VALUES ('x', 1, 1, 1)`,
];
const placeChanges = [
  'DELETE FROM log.stream',
  'TRUNCATE log.stream',
  'UPDATE log.stream SET revision = revision - 1',
  'UPDATE log.stream SET first_position = first_position - 1, revision = revision + 1, last_position = last_position + 1',
  'DELETE FROM log.head',
  'TRUNCATE log.head',
  'UPDATE log.head SET position = position - 1',
  `UPDATE log.head SET position = position + 1, recorded_at = 'epoch'`,
];

describe('the tables of the log', () => {
  it.each([...changes, ...inserts, ...placeChanges])('refuse the application: %s', async (statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject(refused);
  });

  it.each([...changes, ...placeChanges])('refuse a superuser: %s', async (statement) => {
    await expect(asSuperuser(statement)).rejects.toMatchObject(refused);
  });

  it('refuse a superuser who is replicating, too', async () => {
    await expect(asSuperuser('SET LOCAL session_replication_role = replica; DELETE FROM log.entry')).rejects.toMatchObject(refused);
  });

  it.each(['log.make_partition(7, 10)', 'log.make_room(0, 1)', `log.guard('log.entry', 'UPDATE')`, 'log.now()', 'log.partition_size()'])(
    'keep %s from the application',
    async (call) => {
      await expect(asApplication(`SELECT ${call}`)).rejects.toMatchObject(refused);
    },
  );

  it('are told of as guarded otherwise once a guard was off, and as not guarded while it is', async () => {
    const guards = async () => (await opening.it.log.standing([])).guards;
    const before = await guards();
    await asSuperuser('ALTER TABLE log.entry_0 DISABLE TRIGGER append_only');
    expect(await guards()).toBeUndefined();
    await asSuperuser('ALTER TABLE log.entry_0 ENABLE ALWAYS TRIGGER append_only');
    expect([undefined, before]).not.toContain(await guards());
  });

  it('have two B-trees to a partition and a summary of its types, and hold text', async () => {
    const { rows: indexes } = await asSuperuser(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'log' AND tablename = 'entry_0' ORDER BY 1`,
    );
    expect(indexes).toMatchObject([
      { indexdef: expect.stringMatching(/^CREATE INDEX .* USING brin \(type text_bloom_ops /) },
      { indexdef: expect.stringMatching(/^CREATE UNIQUE INDEX .* USING btree \("?position"?\)$/) },
      { indexdef: expect.stringMatching(/^CREATE UNIQUE INDEX .* USING btree \(stream, revision\)$/) },
    ]);
    const { rows: columns } = await asSuperuser(`SELECT DISTINCT data_type, collation_name FROM information_schema.columns
      WHERE table_schema = 'log' AND column_name IN ('stream', 'type', 'mac', 'data', 'metadata')`);
    expect(columns).toEqual([{ data_type: 'text', collation_name: 'C' }]);
  });
});

describe('a superuser who disables the triggers', () => {
  const tamper = (partition: string, change: string) =>
    asSuperuser(
      `ALTER TABLE log.${partition} DISABLE TRIGGER ALL; ${change}; ALTER TABLE log.${partition} ENABLE ALWAYS TRIGGER append_only`,
    );

  const byStream = async () => {
    for await (const _ of opening.it.log.readByStream({ upTo: await opening.it.log.head() }));
  };

  it.each([2, 3])('and takes entry %d of a stream away is found out', async (revision) => {
    await tamper('entry_0', `DELETE FROM log.entry_0 WHERE stream = 'household-b' AND revision = ${String(revision)}`);
    await expect(opening.it.log.readStream(stream('b'))).rejects.toThrow(LogCorrupted);
    await expect(byStream()).rejects.toThrow('of household-b is missing');
    await expect(opening.it.log.readAll({ after: 3 })[Symbol.asyncIterator]().next()).rejects.toThrow(LogCorrupted);
  });

  it('and changes a byte is found out, by name', async () => {
    await tamper('entry_0', `UPDATE log.entry_0 SET data = replace(data, '2', '7') WHERE stream = 'household-a' AND revision = 2`);
    const forged = { name: 'EntryForged', stream: stream('a'), revision: 2, position: 2 };
    await expect(opening.it.log.readStream(stream('a'))).rejects.toMatchObject(forged);
    await expect(opening.it.log.readStreams([stream('b'), stream('a')])).rejects.toThrow(EntryForged);
    await expect(opening.it.log.readAll({ after: 0 })[Symbol.asyncIterator]().next()).rejects.toMatchObject(forged);
    await expect(opening.it.log.subscribe({ after: 0 }, () => Promise.resolve()).ended).rejects.toMatchObject(forged);
    await expect(byStream()).rejects.toMatchObject(forged);
  });

  it('and takes whole streams away, and their names, is found out', async () => {
    await tamper('entry_0', `DELETE FROM log.entry_0 WHERE stream IN ('household-a', 'household-b')`);
    await asSuperuser(`ALTER TABLE log.stream DISABLE TRIGGER ALL; DELETE FROM log.stream WHERE stream IN ('household-a', 'household-b')`);
    await expect(byStream()).rejects.toMatchObject({ kind: 'missing', stream: undefined });
  });

  it('and takes the last entries of the log away is found out', async () => {
    await tamper('entry_0', `DELETE FROM log.entry_0 WHERE stream = 'household-c'`);
    await expect(opening.it.log.readAll({ after: 6 })[Symbol.asyncIterator]().next()).rejects.toThrow(LogCorrupted);
    await expect(opening.it.log.readStream(stream('c'))).rejects.toThrow(LogCorrupted);
  });
});
