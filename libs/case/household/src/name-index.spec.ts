import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identificationEvents as did } from '@lookback/case/identification';
import { Catalogue, type EventOf, type RegionCode, streamName } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { Projector, todays } from '@lookback/log/read-model';
import type { NameKeys } from '@lookback/log/vault';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, type TestDatabase, testDatabase, townshipCadre } from '@lookback/testing';
import { householdProjections, householdTables, memberSaid, nationwide, numbered, recordingIn, takenOver } from './household.fixture.js';
import { slices } from './household.js';
import { asNow, NameIndex, type Seen } from './name-index.query.js';
import { nameIndex } from './name-index.register.js';

const master = randomBytes(32);
const keysOf = (names: number) =>
  new Keys(master, CommitKeys.parse(`k1 ${'7'.repeat(64)}`, 'spec', { origin: 'lookback-spec', epoch: 1 }), names);
const village = '610426101200' as RegionCode;
const [zhang, number] = ['张三丰', numbered(1)];

/** Names that begin otherwise, and have the same mark in the village. */
function alike(keys: NameKeys): string {
  const mark = keys.beginning(village, zhang.slice(0, 2));
  for (let code = 0x4e00; ; code++) {
    const other = `王${String.fromCodePoint(code)}`;
    if (keys.beginning(village, other) === mark) return other;
  }
}

let database: TestDatabase;
let log: PostgresEventLog;
let projector: Projector;
let index: NameIndex;

const projecting = (keys: Keys) => new Projector({ log, database: database.readModels, projections: householdProjections(keys) });
const indexUnder = (keys: Keys) => new NameIndex(database.readModels, log, keys.names);
const projected = async () => projector.reached(await log.head(), { timeoutMs: 20_000 });

async function tell(id: string, event: EventOf, effectiveOn = '2018-12-31'): Promise<number> {
  const stream = streamName('household', id);
  const expected = (await log.readStream(stream)).length;
  const by = attributionOf(townshipCadre, { effectiveOn: effectiveOn as never });
  const key = `spec/${id}${String(expected)}` as CommandKey;
  return (await log.append({ stream, expected, key, body: 'b' as BodyDigest, by, events: [event] })).position;
}

/** The ids of households that registers know by numbers. */
async function idsOf(subjects: readonly number[]): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT substr(stream, 11) AS id FROM read.subject WHERE opened = ANY($1) ORDER BY 1',
    [subjects],
  );
  return rows.map(({ id }) => id);
}
const called = async (text: string, seen: Seen = asNow(nationwide), by = index) => idsOf(await by.called(text, seen));
const having = async (one: string, seen: Seen = asNow(nationwide), by = index) => idsOf(await by.having(one, seen));

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: householdTables });
  const keys = keysOf(1);
  log = new PostgresEventLog(database.pool, new Catalogue(...slices.map(({ events }) => events)), new Vault(database.pool, keys), keys);
  [projector, index] = [projecting(keys), indexUnder(keys)];
  await projector.start();
  await tell('a', takenOver('a', { number: '610426101200000001', people: [{ name: zhang, citizenNumber: number }] }));
  await tell('b', takenOver('b', { number: '610426101200000002', people: [{ name: alike(keys.names), citizenNumber: numbered(2) }] }));
  await tell('c', takenOver('c', { number: '610426102200000001', people: [{ name: '张三', citizenNumber: numbered(3) }] }));
  await projected();
});
afterAll(async () => {
  await projector.stop();
  await database.drop();
});

describe('the index of names', () => {
  it('finds by a beginning of two characters or more, in every village, and opens those of the same mark to tell them apart', async () => {
    expect(await called('张三')).toEqual(['a', 'c']);
    expect(await called('张三丰')).toEqual(['a']);
    expect(await called('张三丰收')).toEqual([]);
    expect(await called('张')).toEqual([]);
    expect(await called(alike(keysOf(1).names))).toEqual(['b']);
    const { rows } = await database.pool.query(
      `SELECT beginning FROM ${todays(nameIndex)} m WHERE stream IN ('household-a', 'household-b')`,
    );
    expect(new Set(rows.map(({ beginning }: { beginning: string }) => beginning)).size).toBe(1);
  });

  it('finds by a number, and only what the asker sees', async () => {
    expect(await having(number)).toEqual(['a']);
    expect(await having(numbered(9))).toEqual([]);
    const elsewhere = asNow(recordingIn('610426102'));
    expect([await called('张三', elsewhere), await having(number, elsewhere)]).toEqual([['c'], []]);
  });

  it('holds no name and no number in any table of read models', async () => {
    const { rows: tables } = await database.ownerPool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'read'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const { rows } = await database.ownerPool.query<{ text: string | null }>(`SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`);
      for (const said of ['张三', number]) expect(rows[0]?.text ?? '').not.toContain(said);
    }
  });

  it('finds at any point of the two clocks', async () => {
    const before = await log.head();
    const { member, ...rest } = memberSaid('a', { name: '钱多多', citizenNumber: numbered(11) }, 7);
    const joined = await tell('a', did.memberJoined({ ...rest, member, relation: 'son', reason: 'born' }), '2019-01-01');
    await tell('a', did.memberLeft({ member, reason: 'died' }), '2020-01-01');
    await projected();
    const at = (day: string, position: number): Seen => ({ ...asNow(nationwide), day: day as never, isLastDay: false, position });
    const head = await log.head();
    expect(await called('钱多')).toEqual([]);
    expect(await called('钱多', at('2019-06-30', head))).toEqual(['a']);
    expect(await called('钱多', at('2018-12-31', head))).toEqual([]);
    expect(await called('钱多', at('2020-06-30', joined))).toEqual(['a']);
    expect(await called('钱多', at('2019-06-30', before))).toEqual([]);
    expect(await having(numbered(11), at('2020-06-30', joined))).toEqual(['a']);
  });

  it('is made anew under another key, and found by the old one until it is', async () => {
    const later = indexUnder(keysOf(2));
    expect([await called('张三丰', asNow(nationwide), later), await having(number, asNow(nationwide), later)]).toEqual([['a'], ['a']]);
    await projector.stop();
    projector = projecting(keysOf(2));
    await projector.start();
    await projected();
    expect([await called('张三丰', asNow(nationwide), later), await having(number, asNow(nationwide), later)]).toEqual([['a'], ['a']]);
    expect(await called('张三丰')).toEqual([]);
    const { rows } = await database.pool.query<{ mark: string }>(
      'SELECT unnest(ARRAY[beginning, number]) AS mark FROM read.name_index_known UNION ALL SELECT beginning FROM read.name_index_past',
    );
    expect(rows.every(({ mark }) => mark.startsWith('2.'))).toBe(true);
  });

  it('loses every row of a member whose key is destroyed, known and past, when it is made anew by a process that has not opened the key', async () => {
    const { member } = memberSaid('a', { name: '钱多多', citizenNumber: numbered(11) }, 7);
    const rowsOf = async () => {
      const tables = await database.ownerPool.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'read' AND tablename LIKE 'name_index%'`,
      );
      const counts = tables.rows.map(async ({ name }) => {
        const { rows } = await database.ownerPool.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${name} WHERE key = $1`, [
          member,
        ]);
        return rows[0]?.rows ?? 0;
      });
      return (await Promise.all(counts)).reduce((sum, rows) => sum + rows, 0);
    };
    expect(await rowsOf()).toBeGreaterThan(1);
    await projector.stop();
    await database.ownerPool.query('DELETE FROM vault.data_key WHERE owner = $1', [`person-${member}`]);
    const keys = keysOf(3);
    log = new PostgresEventLog(database.pool, new Catalogue(...slices.map(({ events }) => events)), new Vault(database.pool, keys), keys);
    [projector, index] = [projecting(keys), indexUnder(keys)];
    await projector.start();
    await projector.dropPrevious(['nameIndex']);
    expect(await rowsOf()).toBe(0);
    const then: Seen = { ...asNow(nationwide), day: '2019-06-30', isLastDay: false, position: await log.head() };
    expect([await called('钱多', then), await having(numbered(11), then), await called('张三丰')]).toEqual([[], [], ['a']]);
  });
});
