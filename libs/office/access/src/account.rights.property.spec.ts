import { describe, expect, it } from '@jest/globals';
import {
  type CalendarDate,
  daysAfter,
  type EntryId,
  type Owner,
  type Recorded,
  type RegionCode,
  sealedTo,
  type UnitId,
} from '@lookback/kernel';
import { deciders, everyRight, liesIn, onlookers, type Right, wholeOf } from '@lookback/office/desk';
import { attributionOf, countyOffice } from '@lookback/testing';
import fc from 'fast-check';
import { accountOn } from './account.chapter.js';
import * as did from './account.events.js';
import type { HeldRights } from './account.rights.js';
import { signedInFrom } from './session/session.js';

const regions = ['CN', '61', '610426', '610426101', '430224', '431225'] as RegionCode[];
const units = ['unit-a', 'unit-b'] as UnitId[];
const dayIn = (nth: number): CalendarDate => daysAfter('2020-01-01', nth);
const change = fc.record({
  gives: fc.boolean(),
  right: fc.constantFrom(...everyRight),
  regions: fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 3 }),
  units: fc.uniqueArray(fc.constantFrom(...units), { maxLength: 2 }),
  on: fc.nat({ max: 9 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const entry = (event: did.AccountEvent, revision: number, effectiveOn: CalendarDate): Recorded<did.AccountEvent> => ({
  ...event,
  id: `e-${revision}` as EntryId,
  revision,
  position: revision,
  recordedAt: new Date(0),
  by: attributionOf(countyOffice, { effectiveOn }),
});

/** Opened on the first day; then rights come and go in any order of their days. */
const historyOf = (changes: readonly Change[]): Recorded<did.AccountEvent>[] => [
  entry(did.accountOpened({ login: 'wang.fang' as did.Login, person: null, home: ['CN' as RegionCode] }), 1, dayIn(0)),
  entry(did.passwordSet({ hash: sealedTo('account-7' as Owner)('x'), temporary: false }), 2, dayIn(0)),
  ...changes.map(({ gives, right, regions, units, on }, i) =>
    entry((gives ? did.rightGranted : did.rightRevoked)({ right, regions, units }), i + 3, dayIn(on)),
  ),
];

/** The same by pairs in a set, day after day. */
function naively(changes: readonly Change[], day: number): Set<string> {
  const pairs = new Set<string>();
  const has = (rights: ReadonlySet<Right>) => [...pairs].some((pair) => rights.has(pair.split('/')[0] as Right));
  for (let on = 0; on <= day; on++)
    for (const { gives, right, regions, units } of changes.filter((one) => one.on === on)) {
      if (gives && ((onlookers.has(right) && has(deciders)) || (deciders.has(right) && has(onlookers)))) continue;
      for (const place of [...regions, ...units]) pairs[gives ? 'add' : 'delete'](`${right}/${place}`);
    }
  return pairs;
}

const pairsOf = (rights: HeldRights) =>
  [...rights].flatMap(([right, { regions, units }]) => [...regions, ...units].map((place) => `${right}/${place}`)).sort();

describe('the rights of an account on a day', () => {
  it('are what was given by then and not taken since, however late it was told', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40, size: 'max' }), fc.nat({ max: 9 }), (changes, day) => {
        expect(pairsOf(signedInFrom(historyOf(changes), dayIn(day))?.rights ?? new Map())).toEqual([...naively(changes, day)].sort());
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('never let one account both look on and decide, whatever the stream says', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40, size: 'max' }), fc.nat({ max: 9 }), (changes, day) => {
        const held = [...accountOn(historyOf(changes), dayIn(day)).rights.keys()];
        expect(held.some((right) => onlookers.has(right)) && held.some((right) => deciders.has(right))).toBe(false);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('are none before it is opened and once it is closed, and the closed account lets nobody in', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), (changes, closedOn, day) => {
        const open = historyOf(changes);
        const history = [...open, entry(did.accountClosed({}), open.length + 1, dayIn(closedOn))];
        expect(signedInFrom(history, dayIn(day)) === null).toBe(day >= closedOn);
        expect(signedInFrom([], dayIn(day))).toBeNull();
        const state = accountOn(history, dayIn(9));
        expect([state.rights.size, state.password]).toEqual([0, null]);
      }),
      { seed: 3 },
    );
  });
});

describe('the region whose administrator an account needs', () => {
  it('holds every region in which it has a right, and none that is smaller does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1 }), (some) => {
        const whole = wholeOf(some);
        expect(some.every((region) => whole !== undefined && liesIn(region, whole))).toBe(true);
        const wholes = [
          'CN',
          ...some.flatMap((region) => [2, 4, 6, 9, 12].filter((n) => n <= region.length).map((n) => region.slice(0, n))),
        ];
        const smaller = wholes.filter((one) => some.every((region) => liesIn(region, one as RegionCode)));
        expect(smaller.every((one) => liesIn(whole ?? ('' as RegionCode), one as RegionCode))).toBe(true);
      }),
      { seed: 4 },
    );
  });

  it('is none where it has no right', () => expect(wholeOf([])).toBeUndefined());
});
