import { describe, expect, it } from '@jest/globals';
import { asOf, type CalendarDate, everything, type Attributed } from '@lookback/kernel';
import { by, recordedAs, townshipCadre } from '@lookback/testing';
import type { MemberId } from './identification.codes.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { identification } from './identification.evolve.js';
import { headOf } from './identification.state.js';
import { said, takenOver } from './identification.fixture.js';

const on = (effectiveOn: CalendarDate, event: IdentificationEvent): Attributed<IdentificationEvent> =>
  by(townshipCadre, event, { effectiveOn });
const start = on('2018-12-31', takenOver(3));
const folded = (...history: Attributed<IdentificationEvent>[]) => {
  const { state, inapplicable } = asOf(identification, history.map(recordedAs), everything);
  return { state, inapplicable: inapplicable.map(({ entry, why }) => ({ entry, rule: why.rule, facts: why.facts })) };
};
const member = (nth: number) => `m-${nth}` as MemberId;
const relationsIn = (...history: Attributed<IdentificationEvent>[]) =>
  Object.fromEntries(folded(...history).state?.members.map((one) => [one.member, one.relation]) ?? []);

const joined = did.memberJoined({ ...said(4), reason: 'born' });
const left = (nth: number) => did.memberLeft({ member: member(nth), reason: 'died' });
const headed = (nth: number) => did.headChanged({ head: member(nth), relations: [] });
const checked = did.guaranteeChecked({ kind: 'housing', met: false, grade: 'D' });
const reclassified = did.causeReclassified({ main: '02' as never, others: ['03' as never] });
const assessed = did.incomeAssessed({
  period: { from: '2019-01-01', to: '2019-12-31' },
  lineYear: 2019,
  wageFen: 100,
  businessFen: 0,
  transferFen: 0,
  propertyFen: 0,
  costsFen: 0,
  netFen: 100,
  persons: 3,
  perPersonFen: 33,
});
const surveyed = did.livingConditionsSurveyed({
  electricity: true,
  fuel: 'gas',
  sanitaryToilet: true,
  accessRoad: 'concrete',
  roadMetres: 200,
  housingSquareMetres: 90,
  waterDifficulty: false,
  safeWater: true,
  arableCentimu: 320,
  forestCentimu: 0,
  cooperative: true,
});

describe('a household that was taken over', () => {
  it('stands as its list stated it', () => {
    const { state } = folded(start);
    expect(state).toMatchObject({
      number: '610426101200000001',
      attribute: 'general',
      causes: { main: '01', others: [] },
      income: { stated: true, perPersonFen: 250_000 },
      guarantees: { housing: { met: true, grade: null, stated: true }, water: { met: true, grade: null, stated: true } },
      living: null,
      takenOverOn: '2018-12-31',
    });
    expect(state?.members.map((one) => [one.member, one.relation])).toEqual([
      ['m-1', 'head'],
      ['m-2', 'son'],
      ['m-3', 'son'],
    ]);
  });

  it('keeps what was written in its entry, not in its state', () => {
    expect(folded(start, on('2019-01-01', joined)).state?.members.filter((one) => 'asWritten' in one || 'reason' in one)).toEqual([]);
  });

  it.each([
    [{ safeWater: false, waterDifficulty: false }, false],
    [{ safeWater: true, waterDifficulty: true }, false],
    [{ safeWater: true, waterDifficulty: false }, true],
  ])('with %j has its water guarantee met: %s', (water, met) => {
    const { data } = takenOver(1);
    expect(folded(on('2018-12-31', did.householdTakenOver({ ...data, ...water }))).state?.guarantees.water).toMatchObject({ met });
  });
});

describe('what happens to it', () => {
  it('adds and takes off members', () => {
    expect(Object.keys(relationsIn(start, on('2019-01-01', joined), on('2019-02-01', left(2))))).toEqual(['m-1', 'm-3', 'm-4']);
  });

  it('makes another the head, and the former one what is said of them', () => {
    const changed = did.headChanged({ head: member(2), relations: [{ member: member(1), relation: 'father' }] });
    expect(relationsIn(start, on('2019-01-01', changed))).toEqual({ 'm-1': 'father', 'm-2': 'head', 'm-3': 'son' });
  });

  it('leaves no second head where a late change said nothing of the one in between', () => {
    const late = did.headChanged({ head: member(3), relations: [{ member: member(1), relation: 'father' }] });
    const known = did.headChanged({ head: member(2), relations: [{ member: member(1), relation: 'father' }] });
    expect(relationsIn(start, on('2019-06-01', known), on('2019-01-01', late))).toEqual({ 'm-1': 'father', 'm-2': 'head', 'm-3': 'other' });
  });

  it('replaces income, guarantee, living conditions and causes by what was found last', () => {
    const { state } = folded(start, ...[assessed, checked, surveyed, reclassified].map((event) => on('2019-12-31', event)));
    expect(state?.income).toEqual({ stated: false, ...assessed.data });
    expect(state?.guarantees).toMatchObject({ housing: { met: false, grade: 'D', stated: false }, water: { stated: true } });
    expect(state?.living).toEqual(surveyed.data);
    expect(state?.causes).toEqual({ main: '02', others: ['03'], since: '2019-12-31' });
  });

  it('counts by the day on which it took effect: what came late does not replace what was found after', () => {
    const late = did.guaranteeChecked({ kind: 'housing', met: true, grade: 'A' });
    const { state } = folded(start, on('2019-12-31', checked), on('2019-03-01', late));
    expect(state?.guarantees.housing).toMatchObject({ grade: 'D' });
  });
});

describe('an entry that does not fit', () => {
  const absent = { rule: 'identification.household-absent', facts: {} };
  const noMember = { rule: 'identification.member-absent', facts: {} };
  const nobody = `nobody` as MemberId;

  it.each([joined, left(1), headed(1), assessed, checked, surveyed, reclassified])(
    'speaks of a household that is not there: $type',
    (event) => {
      expect(folded(on('2019-01-01', event))).toEqual({ state: null, inapplicable: [{ entry: 'entry-1', ...absent }] });
    },
  );

  it('takes over what is there already', () => {
    expect(folded(start, on('2019-01-01', takenOver(1)))).toEqual({
      ...folded(start),
      inapplicable: [{ entry: 'entry-2', rule: 'identification.already-on-record', facts: {} }],
    });
  });

  it.each([did.memberLeft({ member: nobody, reason: 'died' }), did.headChanged({ head: nobody, relations: [] })])(
    'speaks of somebody who is no member: $type',
    (event) => {
      expect(folded(start, on('2019-01-01', event))).toEqual({ ...folded(start), inapplicable: [{ entry: 'entry-2', ...noMember }] });
    },
  );

  it('adds somebody who is a member', () => {
    const again = did.memberJoined({ ...said(2), reason: 'returned' });
    expect(folded(start, on('2019-01-01', again))).toEqual({
      ...folded(start),
      inapplicable: [{ entry: 'entry-2', rule: 'identification.member-already-here', facts: {} }],
    });
  });
});

describe('the head', () => {
  it('is nobody where nobody is', () => {
    const { state } = folded(start, on('2019-01-01', left(1)));
    expect(state && headOf(state)).toBeUndefined();
  });
});
