import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identificationEvents as did, type HouseholdNumber, type MemberSaid } from '@lookback/case/identification';
import { Catalogue, type EventOf, type Owner, type RegionCode, sealedTo, streamName } from '@lookback/kernel';
import { type BodyDigest, type CommandKey, EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { attributionOf, type TestDatabase, testDatabase, townshipCadre } from '@lookback/testing';
import fc from 'fast-check';
import { nextCursor } from './file-cursor.js';
import {
  type Person,
  meantBy,
  memberSaid,
  nationwide,
  numbered,
  recordingIn,
  takenOver,
  householdProjections,
  householdTables,
} from './household.fixture.js';
import type { HouseholdKnown } from './household-candidates.js';
import { HouseholdLookup, type HouseholdSought, OtherHouseholds } from './household-lookup.js';
import { HouseholdQuery } from './household.query.js';
import { slices } from './household.js';
import { NameIndex } from './name-index.query.js';
import { TextSearch } from './text-search.query.js';

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);
const villages = ['610426101200', '610426101201', '610426102200', '610528100200'] as const;
const eventsOf = Object.assign({}, ...slices.map(({ events }) => events)) as ConstructorParameters<typeof Catalogue>[0];

let database: TestDatabase;
let log: PostgresEventLog;
let projector: Projector;
let query: HouseholdQuery;
let lookup: HouseholdLookup;
let names: NameIndex;

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: householdTables });
  log = new PostgresEventLog(database.pool, new Catalogue(eventsOf), new Vault(database.pool, keys), keys);
  projector = new Projector({ log, database: database.readModels, projections: householdProjections(keys) });
  names = new NameIndex(database.readModels, log, keys.names);
  query = new HouseholdQuery(database.readModels, names);
  lookup = new HouseholdLookup(database.readModels, names);
  await projector.start();
});
afterAll(async () => {
  await projector.stop();
  await database.drop();
});

async function tell(id: string, event: EventOf): Promise<void> {
  const stream = streamName('household', id);
  const expected = (await log.readStream(stream)).length;
  const by = attributionOf(townshipCadre, { effectiveOn: '2018-12-31' });
  await log.append({ stream, expected, key: `spec/${id}${expected}` as CommandKey, body: 'b' as BodyDigest, by, events: [event] });
}
const projected = async () => projector.reached(await log.head(), { timeoutMs: 20_000 });

/** A file opened for these people, who have no number. */
const opened = (id: string, village: string, people: readonly Person[]): EventOf =>
  did.householdOpened({
    basis: 'clue',
    county: village.slice(0, 6) as RegionCode,
    township: village.slice(0, 9) as RegionCode,
    village: village as RegionCode,
    hamlet: sealedTo(`household-${id}` as Owner)('一组'),
    residence: 'both',
    members: people.map((person, i): MemberSaid => memberSaid(id, person, i + 1)),
  });
const person = (nth: number): Person => ({ name: `张${String(nth)}`, citizenNumber: numbered(nth) });

describe('lists of households with and without numbers', () => {
  const placed = fc.record({
    id: fc.uuid({ version: 5 }),
    village: fc.constantFrom(...villages),
    number: fc.option(fc.integer({ min: 0, max: 999_999 })),
  });
  const registered = fc.uniqueArray(placed, { minLength: 25, maxLength: 25, selector: ({ id }) => id });

  it('page through each exactly once, by village and file code, in whatever order they came', async () => {
    const seen: string[] = [];
    await fc.assert(
      fc.asyncProperty(registered, fc.integer({ min: 1, max: 9 }), async (all, limit) => {
        for (const [nth, { id, village, number }] of all.entries()) {
          const numbered = number === null ? null : `${village}${String(number).padStart(6, '0')}`;
          seen.push(id);
          await tell(
            id,
            numbered === null ? opened(id, village, [person(nth)]) : takenOver(id, { number: numbered, people: [person(nth)] }),
          );
        }
        await projected();
        const paged: string[] = [];
        for (let after: string | null | undefined; after !== null;) {
          const found = await query.find({ limit: limit + 1, after }, nationwide);
          paged.push(...found.slice(0, limit).map(({ id }) => id));
          after = nextCursor(found, limit);
        }
        const whole = await query.find({ limit: 10_000 }, nationwide);
        expect(paged).toEqual(whole.map(({ id }) => id));
        expect([...paged].sort()).toEqual([...seen].sort());
        const places = whole.map(({ village, fileCode }) => `${village} ${fileCode}`);
        expect(places).toEqual([...places].sort());
      }),
      { seed: 20200315, numRuns: 4 },
    );
    const all = await query.find({ limit: 10_000 }, nationwide);
    const counts = [all.filter(({ number }) => number === null).length, all.filter(({ number }) => number !== null).length];
    expect(Math.min(...counts)).toBeGreaterThan(5);
  });
});

describe('a household is known', () => {
  const [numberless, listed] = ['11111111-0000-5000-8000-000000000001', '22222222-0000-5000-8000-000000000002'] as const;
  const number = '610528100200999999' as HouseholdNumber;
  const given = '610528100200999998' as HouseholdNumber;
  const couple = [501, 502].map(person);
  const within = recordingIn('610528');
  const sought = (known: HouseholdNumber | null, ...members: number[]): HouseholdSought => ({
    number: known,
    citizenNumbers: members.map((nth) => numbered(nth)),
    headed: null,
  });
  const headed = (known: HouseholdNumber | null, nth: number, citizenNumber: string | null): HouseholdSought => ({
    number: known,
    citizenNumbers: citizenNumber === null ? [] : [citizenNumber],
    headed: { village: villages[3] as RegionCode, name: person(nth).name, citizenNumber },
  });
  const told = (one: HouseholdKnown) => one && ('id' in one ? one.id : one.alike);
  const found = async (...of: HouseholdSought[]) => (await lookup.find(of, within)).map(told);

  beforeAll(async () => {
    await tell(numberless, opened(numberless, villages[3], couple));
    await tell(listed, takenOver(listed, { number, people: [person(503), ...couple.slice(1)] }));
    await projected();
  });

  it('by its number; a file without one by a member, in the order asked', async () => {
    expect(await found(sought(number), sought(given, 501), sought(given, 777), sought(null, 501))).toEqual([
      listed,
      numberless,
      null,
      numberless,
    ]);
  });

  it('not by a member who stands in the file of another number: that is another household', async () => {
    expect(await found(sought(given, 503))).toEqual([null]);
  });

  it('only in the regions of who asks', async () => {
    expect(await lookup.find([sought(number), sought(given, 501)], recordingIn('610426'))).toEqual([null, null]);
  });

  it('by a member whatever number its file has, where the list has none; where two files have one, by neither', async () => {
    expect(await found(sought(null, 503), sought(null, 501), sought(null, 502))).toEqual([listed, numberless, ['11111111', '22222222']]);
  });

  it('by its head in its village last of all, unless that is another person of the name', async () => {
    expect(await found(headed(null, 501, null), headed(null, 503, null), headed(null, 504, null))).toEqual([numberless, listed, null]);
    expect(await found(headed(null, 501, numbered(777)), headed(given, 503, null), headed(null, 501, numbered(503)))).toEqual([
      null,
      null,
      listed,
    ]);
    const elsewhere = { ...headed(null, 501, null), headed: { village: villages[0] as RegionCode, name: '张501', citizenNumber: null } };
    expect(await found(elsewhere)).toEqual([null]);
  });

  it('with a number by a head whose number nobody has stated', async () => {
    const unstated = '33333333-0000-5000-8000-000000000003';
    await tell(unstated, opened(unstated, villages[3], [{ name: '张505', citizenNumber: null }]));
    await projected();
    expect(await found(headed(given, 505, numbered(505)), headed(null, 505, numbered(506)))).toEqual([unstated, unstated]);
  });

  it('with its head and where it lies', async () => {
    expect(await lookup.find([sought(number)], within)).toEqual([{ id: listed, county: '610528', head: '张503' }]);
  });

  it('to a command that looks for others, itself left out', async () => {
    const others = new OtherHouseholds(lookup);
    const looked = { member: [numbered(502).toLowerCase()], number: [number] };
    expect(await others.find(streamName('household', 'x'), looked, null)).toEqual([
      { id: numberless, has: 'member' },
      { id: listed, has: 'member' },
      { id: listed, has: 'number' },
    ]);
    expect(await others.find(streamName('household', listed), looked, null)).toEqual([{ id: numberless, has: 'member' }]);
  });

  it('by its file code, in any case of letters', async () => {
    const byText = (text: string) => meantBy(new TextSearch(names), database.readModels, text, within);
    expect(await byText('11111111')).toEqual([numberless]);
    expect(await byText('２２２２２２２２')).toEqual([listed]);
    expect(await byText('1111111')).toEqual([]);
  });

  it('by the number that was given to its file, and no more as one without', async () => {
    await tell(numberless, did.registryNumberGiven({ number: given, persons: [] }));
    await projected();
    expect(await found(sought(given), sought('610528100200999997' as HouseholdNumber, 501))).toEqual([numberless, null]);
    expect(await lookup.numbered(given)).toBe(numberless);
  });
});
