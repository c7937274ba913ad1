import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identificationEvents as did } from '@lookback/case/identification';
import type { MemberId } from '@lookback/case/identification';
import { Catalogue, type CalendarDate, type Code, type EventOf, type RegionCode, streamName } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, type TestDatabase, testDatabase, townshipCadre } from '@lookback/testing';
import { slices } from './household.js';
import { NameIndex } from './name-index.query.js';
import { HouseholdQuery, type HouseholdsWanted } from './household.query.js';
import { TextSearch } from './text-search.query.js';
import {
  meantBy,
  memberSaid,
  nationwide,
  numbered,
  recordingIn,
  takenOver,
  type Stated,
  householdProjections,
  householdTables,
} from './household.fixture.js';

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);
const person = (name: string, nth: number) => ({ name, citizenNumber: numbered(nth) });
const withX = '11010519491231002X';
const onCard = { name: '郑残', citizenNumber: '44052418800101001444' };

/** Two counties, two townships, three villages. */
const stated: Readonly<Record<string, Stated>> = {
  a: { number: '610426101200000001', people: [person('张三', 1), person('李四', 2)] },
  b: { number: '610426101200000002', people: [{ name: '张三丰', citizenNumber: withX }], standing: 'exited', attribute: 'allowance' },
  c: { number: '610426101201000001', people: [person('王%五', 3), person('赵_六', 4), onCard], mainCause: '02' },
  d: {
    number: '610426102200000001',
    people: [person('王五', 5), person('a\\b', 6), person('赵1六', 7)],
    mainCause: '02',
    standing: 'exited',
  },
  e: { number: '610528100200000001', people: [person('张三', 1)] },
};

let database: TestDatabase;
let log: PostgresEventLog;
let projector: Projector;
let query: HouseholdQuery;
let texts: TextSearch;

const day: CalendarDate = '2018-12-31';

async function tell(name: string, event: EventOf, effectiveOn = day): Promise<void> {
  const stream = streamName('household', name);
  const expected = (await log.readStream(stream)).length;
  const by = attributionOf(townshipCadre, { effectiveOn });
  await log.append({ stream, expected, key: `spec/${name}${expected}` as CommandKey, body: 'b' as BodyDigest, by, events: [event] });
}

const projected = async () => projector.reached(await log.head(), { timeoutMs: 20_000 });
const inYongshou = { county: '610426' as RegionCode };
const found = async (wanted: Partial<HouseholdsWanted> = {}, sees = nationwide) =>
  (await query.find({ limit: 100, ...wanted }, sees)).map(({ id }) => id).join('');
const meant = async (text: string, sees = nationwide) => (await meantBy(texts, database.readModels, text, sees)).join('');

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: householdTables });
  log = new PostgresEventLog(database.pool, new Catalogue(...slices.map(({ events }) => events)), new Vault(database.pool, keys), keys);
  projector = new Projector({ log, database: database.readModels, projections: householdProjections(keys) });
  const names = new NameIndex(database.readModels, log, keys.names);
  query = new HouseholdQuery(database.readModels, names);
  texts = new TextSearch(names);
  await projector.start();
  for (const [name, said] of Object.entries(stated)) await tell(name, takenOver(name, said));
  await projected();
});

afterAll(async () => {
  await projector.stop();
  await database.drop();
});

describe('households are found', () => {
  it('all of them, by village and file code, with what a list of them shows', async () => {
    expect(await found()).toBe('abcde');
    expect((await query.find({ limit: 1 }, nationwide))[0]).toEqual({
      id: 'a',
      fileCode: 'a',
      number: '610426101200000001',
      head: '张三',
      standing: 'registered',
      attribute: 'general',
      mainCause: '01',
      causeSince: '2018-12-31',
      county: '610426',
      township: '610426101',
      village: '610426101200',
      people: 2,
      incomePerPersonFen: 250_000,
    });
  });

  it.each([
    ['张三', 'abe'],
    ['张三丰', 'b'],
    ['李四', 'a'],
    ['三', ''],
    ['张', ''],
    ['王五', 'd'],
    ['王%', 'c'],
    ['a\\bc', ''],
    ['张三丰的', ''],
    ['%', ''],
    ['赵_', 'c'],
    ['_', ''],
    ['a\\', 'd'],
    ['\\', ''],
    ['61042610120000000%', ''],
    ['610426101200000001%', ''],
    ["'; DROP TABLE read.person --", ''],
  ])('by the beginning of a name: %s', async (text, those) => {
    expect(await meant(text)).toBe(those);
  });

  it.each([
    ['of 18 digits', numbered(1), 'ae'],
    ['with X', withX, 'b'],
    ['with a small x', withX.toLowerCase(), 'b'],
    ['of 15 digits', '110105491231002', 'b'],
    ['on a disability card', onCard.citizenNumber, 'c'],
    ['of the holder of a disability card', '440524188001010014', 'c'],
    ['that nobody has', numbered(99), ''],
  ])('by a citizen number %s', async (_, text, those) => {
    expect(await meant(text)).toBe(those);
  });

  it.each([
    ['610426101200000002', 'b'],
    ['610426', 'abcd'],
    ['610426101200', 'ab'],
    ['610426101200000', 'ab'],
    ['61042610120000000', 'ab'],
    ['610426101200000009', ''],
  ])('by a household’s number, or its beginning: %s', async (text, those) => {
    expect(await meant(text)).toBe(those);
  });

  it.each<[Partial<HouseholdsWanted>, string]>([
    [{ standing: 'exited' }, 'bd'],
    [{ attribute: 'allowance' }, 'b'],
    [{ cause: { code: '02' } }, 'cd'],
    [{ cause: { code: '02' }, standing: 'exited' }, 'd'],
    [{ cause: { code: '02', ruled: [{ ...inYongshou, list: 'l', from: '0001-01-01', until: '2014-01-01' }] } }, ''],
    [{ cause: { code: '02', ruled: [{ ...inYongshou, list: 'l', from: '2014-01-01', until: null }] } }, 'cd'],
    [{ cause: { code: '02', ruled: [] } }, ''],
    [{ region: '610426' as RegionCode }, 'abcd'],
    [{ region: '610426101' as RegionCode }, 'abc'],
    [{ region: '610426101201' as RegionCode }, 'c'],
    [{ region: 'CN' as RegionCode }, 'abcde'],
  ])('by filters that all hold: %j', async (wanted, those) => {
    expect(await found(wanted)).toBe(those);
  });

  it.each([
    [[], ''],
    [['610528'], 'e'],
    [['610426101201', '610528'], 'ce'],
    [['61'], 'abcde'],
  ])('only in the regions %j of who asks', async (within, those) => {
    const sees = recordingIn(...within);
    expect(await found({}, sees)).toBe(those);
    expect(await found({ region: 'CN' as RegionCode }, sees)).toBe(those);
    expect(await meant(numbered(1), sees)).toBe([...those].filter((id) => 'ae'.includes(id)).join(''));
  });

  it('a page at a time', async () => {
    expect(await found({ limit: 2 })).toBe('ab');
    expect(await found({ limit: 2, after: '610426101200~b' })).toBe('cd');
    expect(await found({ limit: 2, after: '610426102200~d' })).toBe('e');
    expect(await found({ limit: 1, standing: 'exited', after: '610426101200~b' })).toBe('d');
  });
});

describe('counts', () => {
  it.each([
    ['township', { '610426101': [3, 6], '610426102': [1, 3], '610528100': [1, 1] }],
    ['village', { '610426101200': [2, 3], '610426101201': [1, 3], '610426102200': [1, 3], '610528100200': [1, 1] }],
    ['attribute', { allowance: [1, 1], general: [4, 9] }],
    ['standing', { exited: [2, 4], registered: [3, 6] }],
  ] as const)('are of households and people by %s', async (by, counts) => {
    const counted = await query.count({}, by, nationwide);
    expect(counted.map(({ key, households, people }) => [key, [households, people]])).toEqual(Object.entries(counts));
  });

  it('are by main cause, each with the list that ruled where and when it was said', async () => {
    expect(await query.countByCause({}, [], nationwide)).toEqual([
      { list: null, key: '01', households: 3, people: 4 },
      { list: null, key: '02', households: 2, people: 6 },
    ]);
    const ruled = [{ ...inYongshou, list: 'own', from: '0001-01-01', until: null }] as const;
    expect(await query.countByCause({}, ruled, nationwide)).toEqual([
      { list: 'own', key: '01', households: 2, people: 3 },
      { list: null, key: '01', households: 1, people: 1 },
      { list: 'own', key: '02', households: 2, people: 6 },
    ]);
  });

  it('are held to filters, and to the regions of who asks', async () => {
    const county = recordingIn('610426');
    expect(await query.count({ standing: 'registered' }, 'standing', county)).toEqual([{ key: 'registered', households: 2, people: 5 }]);
    expect(await query.count({}, 'standing', recordingIn())).toEqual([]);
  });
});

const having = async (numbers: readonly string[], sees: typeof nationwide) =>
  [...(await query.having(numbers, sees))].map(([number, households]) => [number, households.map((one) => one.number)]);

describe('who has a citizen number', () => {
  it('is told by household, for those numbers that anybody has', async () => {
    expect(await having([numbered(1), withX, numbered(99)], nationwide)).toEqual([
      [numbered(1), ['610426101200000001', '610528100200000001']],
      [withX, ['610426101200000002']],
    ]);
    expect(await query.having([], nationwide)).toEqual(new Map());
  });

  it('is told of households of the regions asked for, and of no others', async () => {
    const elsewhere = recordingIn('610528');
    expect(await having([numbered(1), withX], elsewhere)).toEqual([[numbered(1), ['610528100200000001']]]);
  });

  it('is told of the holder of a disability card, asked for by either number', async () => {
    const both = [onCard.citizenNumber, onCard.citizenNumber.slice(0, 18)];
    expect(await having(both, nationwide)).toEqual(both.map((number) => [number, ['610426101201000001']]));
  });
});

describe('the rows follow what happens', () => {
  it('to members, their head, income and causes', async () => {
    const { member } = memberSaid('late', person('', 1), 1);
    const wife = memberSaid('late', person('钱妻', 81), 2);
    await tell('late', takenOver('late', { number: '610500100200000001', people: [person('钱夫', 80)] }));
    await tell('late', did.memberJoined({ ...wife, relation: 'spouse', reason: 'married-in' }), '2019-01-01');
    await tell('late', did.headChanged({ head: wife.member, relations: [{ member, relation: 'spouse' }] }), '2019-02-01');
    await tell('late', did.memberLeft({ member, reason: 'died' }), '2019-03-01');
    await tell('late', did.causeReclassified({ main: '05' as Code<'cause'>, others: [] }), '2019-04-01');
    await projected();
    expect(await meant('钱妻')).toBe('late');
    const row = (await query.find({ limit: 9 }, nationwide)).find(({ id }) => id === 'late');
    expect(row).toMatchObject({ id: 'late', head: '钱妻', people: 1, mainCause: '05' });
    expect(await meant('钱夫')).toBe('');
    expect(await having([numbered(80), numbered(81)], nationwide)).toEqual([[numbered(81), ['610500100200000001']]]);
  });

  it('to nobody who is not on record', async () => {
    await tell('stray', did.memberLeft({ member: 'm-1' as MemberId, reason: 'died' }));
    await projected();
    expect(
      await database.pool.query(
        `SELECT FROM read.households_known h JOIN read.subject s ON s.opened = h.subject WHERE s.stream = 'household-stray'`,
      ),
    ).toMatchObject({ rowCount: 0 });
    expect((await projector.status())[0]?.parked).toEqual([]);
  });
});
