import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { type TestDatabase, testDatabase } from '@lookback/testing';
import fc from 'fast-check';
import { toy } from './desk.fixture.js';
import type { Principal } from './principal.js';
import type { Right } from './rights.js';
import { anySubject, type AnySubject } from './subject.js';
import { byRegion, byUnit, confidential, mayRead, ofOffice, type VisibilityPolicy, type Whereabouts } from './visible.js';
import { countsOf, isSeen, seesOf } from './visible.query.js';

const regions = ['CN', '61', '610426', '610426101', '610426101200', '430224'] as RegionCode[];
const units = ['bureau', 'school', 'office'] as UnitId[];
const people = ['p-1', 'p-2', 'p-3'] as PersonId[];
const some = <T>(of: readonly T[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...of), { maxLength });

/** One kind for each policy. Where the state says who its circle is, it is the row itself. */
const policies: Readonly<Record<string, VisibilityPolicy<Whereabouts>>> = {
  case: byRegion(['record', 'audit']),
  body: { ...ofOffice({ rights: ['record'], isNear: true }), read: [{ rights: ['record', 'audit'], isNear: true }] },
  duty: byUnit(['record']),
  secret: confidential({
    right: 'inspect',
    circleOf: ({ circle }) => circle,
    isReleased: ({ isReleased }) => isReleased,
    released: ['audit'],
  }),
};
const subjects: readonly AnySubject[] = Object.entries(policies).map(
  ([name, visible]) => ({ ...anySubject(toy), name, visible }) as AnySubject,
);

const place: fc.Arbitrary<Whereabouts & { readonly kind: string }> = fc.record({
  kind: fc.constantFrom(...Object.keys(policies), 'unknown'),
  regions: some(regions, 2),
  units: some(units, 2),
  circle: some(people, 2),
  isReleased: fc.boolean(),
});
const scope = fc.record({ regions: some(regions, 2), units: some(units, 1) });
const asker: fc.Arbitrary<Principal> = fc.record({
  account: fc.constant('account-1' as AccountId),
  person: fc.option(fc.constantFrom(...people)),
  rights: fc
    .array(fc.tuple(fc.constantFrom<Right>('record', 'audit', 'inspect', 'administer'), scope), { maxLength: 3 })
    .map((held) => new Map(held)),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrations: [], entities: [] });
  await database.readModels.query(
    'CREATE TABLE read.subject (stream int, kind text, regions text[], units text[], circle text[], released boolean)',
  );
});
afterAll(() => database.drop());

const rowsOf = (places: readonly (Whereabouts & { readonly kind: string })[]) =>
  places.map(({ isReleased, ...row }, stream) => ({ stream, ...row, released: isReleased }));

async function seen(who: Principal, places: Parameters<typeof rowsOf>[0], sees = seesOf): Promise<number[]> {
  const where = new Where();
  const rows = where.value(JSON.stringify(rowsOf(places)));
  where.add(isSeen(where, sees(who, subjects)));
  const found = await database.readModels.query<{ stream: number }[]>(
    `SELECT v.stream FROM jsonb_populate_recordset(NULL::read.subject, ${rows}) v WHERE ${where.sql} ORDER BY 1`,
    where.values,
  );
  return found.map(({ stream }) => stream);
}

describe('what an account sees', () => {
  it('is the same row by row in SQL as subject by subject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 40 }), asker, async (places, who) => {
        const read = places.flatMap(({ kind, ...where }, i) => (policies[kind] && mayRead(who, policies[kind], where) ? [i] : []));
        expect(await seen(who, places)).toEqual(read);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('has nothing confidential in what is counted, of whatever circle the asker is and whether it is released or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 40 }), asker, async (places, who) => {
        const counted = await seen(who, places, countsOf);
        expect(counted.filter((i) => places[i]?.kind === 'secret')).toEqual([]);
        expect(counted).toEqual((await seen(who, places)).filter((i) => places[i]?.kind !== 'secret'));
      }),
      { seed: 6, numRuns: 100 },
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
