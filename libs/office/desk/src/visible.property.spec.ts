import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { type AskedAt, RowAsked, Where } from '@lookback/log/read-model';
import { type TestDatabase, testDatabase } from '@lookback/testing';
import fc from 'fast-check';
import { toy } from './desk.fixture.js';
import type { Principal } from './principal.js';
import type { Right } from './rights.js';
import { anySubject, type AnySubject } from './subject.js';
import {
  byRegion,
  byUnit,
  confidential,
  mayKnow,
  mayRead,
  ofOffice,
  staysRead,
  type VisibilityPolicy,
  type Whereabouts,
} from './visible.js';
import { countsOf, heldOf, isOfSeen, isSeen, knowsOf, type Sees, seesOf, stayRead } from './visible.query.js';
import { isRowSeen } from './seen-in-registers.query.js';
import { tookEffectIn } from './former-stays.js';

const regions = ['CN', '61', '610426', '610426101', '610426101200', '430224'] as RegionCode[];
const units = ['bureau', 'school', 'office'] as UnitId[];
const people = ['p-1', 'p-2', 'p-3'] as PersonId[];
const some = <T>(of: readonly T[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...of), { maxLength });

/** One kind for each policy. Where the state says who its circle is, it is the row itself. */
const policies: Readonly<Record<string, VisibilityPolicy<Whereabouts>>> = {
  case: byRegion(['record', 'audit']),
  body: ofOffice({ rights: ['record'], isNear: true }),
  account: ofOffice({ rights: ['administer'] }),
  duty: byUnit(['record']),
  secret: confidential({
    right: 'inspect',
    circleOf: ({ circle }) => circle,
    isReleased: ({ isReleased }) => isReleased,
    released: ['audit'],
  }),
};
const subjects: readonly AnySubject[] = Object.entries(policies).map(
  ([name, visible]) => ({ ...anySubject(toy), name, visible, ...(name === 'account' && { personOf: () => null }) }) as AnySubject,
);

interface Placed extends Whereabouts {
  readonly kind: string;
  /** It lies also where this one serves, and where these lie. */
  readonly person: PersonId | null;
  readonly placedBy: readonly UnitId[];
}
/** Where people serve, and where units lie. */
interface World {
  readonly serves: Readonly<Record<string, readonly RegionCode[]>>;
  readonly lies: Readonly<Record<string, RegionCode>>;
  readonly places: readonly Placed[];
}

const place: fc.Arbitrary<Placed> = fc
  .record({
    kind: fc.constantFrom(...Object.keys(policies), 'unknown'),
    regions: some(regions, 2),
    units: some(units, 2),
    circle: some(people, 2),
    isReleased: fc.boolean(),
    person: fc.option(fc.constantFrom(...people)),
    placedBy: some(units, 2),
  })
  .map((one) => (one.kind === 'account' ? one : { ...one, person: null, placedBy: [] }));
const each = <T>(of: readonly string[], one: fc.Arbitrary<T>) => fc.record(Object.fromEntries(of.map((key) => [key, one])));
const world: fc.Arbitrary<World> = fc.record({
  serves: each(people, fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 2 })),
  lies: each(units, fc.constantFrom(...regions)),
  places: fc.array(place, { maxLength: 40 }),
});
const scope = fc.record({ regions: some(regions, 2), units: some(units, 1) });
const asker: fc.Arbitrary<Principal> = fc.record({
  account: fc.constant('account-1' as AccountId),
  person: fc.option(fc.constantFrom(...people)),
  rights: fc
    .array(fc.tuple(fc.constantFrom<Right>('record', 'audit', 'inspect', 'administer', 'statistics'), scope), { maxLength: 3 })
    .map((held) => new Map(held)),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrations: [], entities: [] });
  await database.readModels.query(
    `CREATE TABLE read.subject (stream text PRIMARY KEY, kind text, region text, regions text[], units text[], circle text[], released boolean,
       serves text[], person text, placed_by text[], opened bigint)`,
  );
  await database.readModels.query('CREATE TABLE read.thing (n int, subject bigint, stream text, place text, village text)');
  await database.readModels.query('CREATE TABLE read.former_stay (stream text, n int, regions text[], from_day date, to_day date)');
});
afterAll(() => database.drop());

const nobody = { region: null, regions: [], units: [], circle: [], released: true, serves: [], person: null, placed_by: [] };
async function recorded({ serves, lies, places }: World): Promise<void> {
  const rows = [
    ...places.map(({ kind, isReleased, placedBy, ...row }, n) => {
      return { ...nobody, ...row, stream: `${kind}-${n}`, opened: n, kind, released: isReleased, placed_by: placedBy };
    }),
    ...Object.entries(serves).map(([id, own]) => ({ ...nobody, stream: `person-${id}`, kind: 'person', serves: own })),
    ...Object.entries(lies).map(([id, region]) => ({ ...nobody, stream: `unit-${id}`, kind: 'unit', regions: [region] })),
  ];
  const things = places.map(({ kind, regions }, n) => ({
    n,
    subject: n,
    stream: `${kind}-${n}`,
    place: regions[0] ?? null,
    village: regions[0] ?? null,
  }));
  await database.readModels.query('TRUNCATE read.subject, read.thing, read.former_stay');
  await inserted({ subject: rows, thing: things });
}

async function inserted(tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  for (const [table, of] of Object.entries(tables))
    await database.readModels.query(`INSERT INTO read.${table} SELECT * FROM jsonb_populate_recordset(NULL::read.${table}, $1)`, [
      JSON.stringify(of),
    ]);
}

/** Where it lies by all that counts. */
const whereOf = ({ serves, lies }: World, { regions, person, placedBy, ...rest }: Placed): Whereabouts => ({
  ...rest,
  regions: [...regions, ...(person ? (serves[person] ?? []) : []), ...placedBy.map((unit) => lies[unit] as RegionCode)],
});

async function seen(sees: Sees, by: (where: Where, sees: Sees) => string = isSeen): Promise<number[]> {
  const where = new Where();
  where.add(by(where, sees));
  const found = await database.readModels.query<{ n: number }[]>(
    `SELECT t.n FROM read.thing t LEFT JOIN read.subject v USING (stream) WHERE ${where.sql} ORDER BY 1`,
    where.values,
  );
  return found.map(({ n }) => n);
}

describe('what an account sees', () => {
  it('is the same row by row in SQL as subject by subject', async () => {
    await fc.assert(
      fc.asyncProperty(world, asker, async (all, who) => {
        await recorded(all);
        const those = (may: typeof mayKnow) =>
          all.places.flatMap((one, n) =>
            policies[one.kind] && may(who, policies[one.kind] as VisibilityPolicy, whereOf(all, one)) ? [n] : [],
          );
        expect(await seen(seesOf(who, subjects))).toEqual(those(mayRead));
        expect(await seen(knowsOf(who, subjects))).toEqual(those(mayKnow));
      }),
      { seed: 5, numRuns: 80 },
    );
  });

  it('is the same in rows that are about a subject, found by its stream or by the one place in which it lies', async () => {
    await fc.assert(
      fc.asyncProperty(world, asker, async (all, who) => {
        const inOne = { ...all, places: all.places.filter(({ regions }) => regions.length === 1) };
        await recorded(inOne);
        for (const sees of [
          seesOf(who, subjects),
          knowsOf(who, subjects),
          countsOf(who, subjects),
          heldOf(who, subjects, () => ['record']),
        ]) {
          const those = await seen(sees);
          expect(await seen(sees, (where) => isOfSeen(where, { stream: 't.stream' }, sees))).toEqual(those);
          expect(await seen(sees, (where) => isOfSeen(where, { stream: 't.stream', place: 't.place' }, sees))).toEqual(those);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('has nothing confidential in what is counted, of whatever circle the asker is and whether it is released or not', async () => {
    await fc.assert(
      fc.asyncProperty(world, asker, async (all, who) => {
        await recorded(all);
        const counted = await seen(countsOf(who, subjects));
        const isCounted = (n: number) => all.places[n]?.kind !== 'secret';
        expect(counted.filter((n) => !isCounted(n))).toEqual([]);
        expect(counted).toEqual(expect.arrayContaining((await seen(seesOf(who, subjects))).filter(isCounted)));
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});

describe('what took effect where a subject lay before', () => {
  const days = ['2018-01-01', '2018-02-01', '2018-03-01', '2018-04-01', '2018-05-01'] as const;
  const stay = fc.record({ regions: some(regions, 2), from: fc.constantFrom(...days), to: fc.constantFrom(...days) });
  const moved = fc.record({ kind: fc.constantFrom(...Object.keys(policies)), on: fc.constantFrom(...days), stay });
  const moving = subjects.map((one) => (one.name === 'duty' ? one : { ...one, movesBy: ['Moved'] }));

  it('is the same row by row in SQL as subject by subject, and only of kinds that may be read from there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moved, { maxLength: 20 }), asker, async (all, who) => {
        await recorded({ serves: {}, lies: {}, places: [] });
        const [things, stays] = [
          all.map(({ kind, on }, n) => ({ n, stream: `${kind}-${n}`, place: on })),
          all.map(({ kind, stay: { from, to, ...rest } }, n) => ({ stream: `${kind}-${n}`, n: 0, from_day: from, to_day: to, ...rest })),
        ];
        await inserted({ thing: things, former_stay: stays });
        const sees = seesOf(who, moving);
        const found = await seen(
          sees,
          (where) => `EXISTS (SELECT FROM ${stayRead(where, { stream: 't.stream', on: 't.place::date' }, sees)})`,
        );
        const read = all.flatMap(({ kind, on, stay: one }, n) => {
          const may = kind === 'case' && staysRead(who, policies['case'] as VisibilityPolicy, [one]);
          return may && tookEffectIn(may, { by: { effectiveOn: on } } as never) ? [n] : [];
        });
        expect(found).toEqual(read);
      }),
      { seed: 8, numRuns: 40 },
    );
  });
});

describe('rows of a register', () => {
  const register = { name: 'things', columns: { village: {} }, groups: {} } as unknown as RowAsked['register'];
  const today: AskedAt = { day: '2018-03-01', position: 1, isHead: true, isLastDay: true };
  const rowsSeen = (sees: Sees, at: AskedAt, isInVillages: boolean) =>
    seen(sees, (where) => isRowSeen(new RowAsked(register, 't', '', at, where), sees, isInVillages));

  it('are those of subjects that are seen, however they are found', async () => {
    await fc.assert(
      fc.asyncProperty(world, asker, async (all, who) => {
        const inOne = {
          ...all,
          places: all.places.map((one) => (one.kind === 'case' ? { ...one, regions: one.regions.slice(0, 1) } : one)),
        };
        await recorded(inOne);
        const cases = subjects.filter(({ name }) => name === 'case');
        for (const sees of [seesOf(who, subjects), countsOf(who, subjects), knowsOf(who, subjects)]) {
          const own = await seen(sees);
          for (const isHead of [true, false]) expect(await rowsSeen(sees, { ...today, isHead }, false)).toEqual(own);
        }
        const isCase = (n: number) => inOne.places[n]?.kind === 'case';
        const found = await rowsSeen(seesOf(who, cases), today, true);
        expect(found.filter(isCase)).toEqual(await seen(seesOf(who, cases)));
      }),
      { seed: 9, numRuns: 40 },
    );
  });

  it('of an earlier day are seen besides where the subject lay then', async () => {
    const [from, to] = ['2018-02-01', '2018-03-01'] as const;
    const stays = fc.array(fc.record({ regions: some(regions, 2), kind: fc.constantFrom(...Object.keys(policies)) }), { maxLength: 20 });
    const moving = subjects.map((one) => ({ ...one, movesBy: ['Moved'] }));
    await fc.assert(
      fc.asyncProperty(stays, asker, fc.constantFrom('2018-01-31', from, to), async (all, who, day) => {
        await recorded({ serves: {}, lies: {}, places: [] });
        const elsewhere = { ...nobody, circle: ['nobody'], released: false, regions: ['99'] };
        const rowsOf = (more: object) => all.map(({ kind }, n) => ({ stream: `${kind}-${n}`, kind, n, subject: n, opened: n, ...more }));
        const former = all.flatMap((stay, n) => rowsOf({ from_day: from, to_day: to, n: 0, regions: stay.regions }).slice(n, n + 1));
        await inserted({ subject: rowsOf(elsewhere), thing: rowsOf({}), former_stay: former });
        const sees = seesOf(who, moving);
        const now = await seen(sees);
        const mayThen = (where: readonly RegionCode[]) =>
          staysRead(who, policies['case'] as VisibilityPolicy, [{ regions: where, from, to }]).length > 0;
        const read = all.flatMap(({ kind, regions: where }, n) =>
          (day === from && kind === 'case' && mayThen(where)) || now.includes(n) ? [n] : [],
        );
        expect(await rowsSeen(sees, { ...today, day, isLastDay: false }, true)).toEqual(read);
        expect(await rowsSeen(sees, { ...today, day }, false)).toEqual(now);
      }),
      { seed: 10, numRuns: 40 },
    );
  });
});

describe('a confidential subject', () => {
  const where: Whereabouts = { regions: ['610426' as RegionCode], units: [], circle: ['p-1' as PersonId], isReleased: false };
  const everywhere = { regions: ['CN' as RegionCode], units: [] };
  const who = (person: string | null, ...rights: Right[]): Principal => ({
    account: 'account-1' as AccountId,
    person: person as PersonId | null,
    rights: new Map(rights.map((right) => [right, everywhere])),
  });
  const policy = policies['secret'] as VisibilityPolicy;

  it('is seen by its circle, with the right of its own', () => {
    expect(mayRead(who('p-1', 'inspect'), policy, where)).toBe(true);
    expect(mayRead(who('p-1', 'audit', 'administer'), policy, where)).toBe(false);
  });

  it('is seen by nobody else before its release, whatever rights they hold in the nation', () => {
    expect(mayRead(who('p-2', 'inspect', 'audit', 'administer', 'record'), policy, where)).toBe(false);
    expect(mayRead(who(null, 'inspect', 'audit', 'administer', 'record'), policy, where)).toBe(false);
  });

  it('is seen by its readers once it is released', () => {
    expect(mayRead(who('p-2', 'audit'), policy, { ...where, isReleased: true })).toBe(true);
    expect(mayRead(who('p-2', 'administer'), policy, { ...where, isReleased: true })).toBe(false);
  });
});
