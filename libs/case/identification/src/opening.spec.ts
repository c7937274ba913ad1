import { describe, expect, it } from '@jest/globals';
import {
  asOf,
  type Attributed,
  type CalendarDate,
  type Decision,
  everything,
  type Owner,
  type RegionCode,
  sealedTo,
} from '@lookback/kernel';
import { by, circumstancesOf, recordedAs, rulesOf, townshipCadre } from '@lookback/testing';
import type { HouseholdNumber, MemberId, PersonNumber } from './identification.codes.js';
import type { GiveRegistryNumber, MemberAsked, OpenHousehold } from './identification.commands.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { identification } from './identification.evolve.js';
import { joining, numbered, said, takenOver } from './identification.fixture.js';
import type { Identification } from './identification.state.js';
import { openHousehold } from './opening.decider.js';
import { giveRegistryNumber } from './registry-number.decider.js';

const cadre = townshipCadre;
const given = rulesOf(identification);
const village = '610426101200' as RegionCode;
const on = (effectiveOn: CalendarDate, event: IdentificationEvent): Attributed<IdentificationEvent> => by(cadre, event, { effectiveOn });

const { reason: _reason, ...person } = joining;
const applicant: MemberAsked = { ...person, relation: 'head', name: '李伟', citizenNumber: numbered(1) };
const daughter: MemberAsked = { ...person, citizenNumber: numbered(2) };
const asked: OpenHousehold = { basis: 'application', village, hamlet: '一组', residence: 'both', members: [applicant, daughter] };
const opened = (nth = 2) =>
  did.householdOpened({
    basis: 'application',
    county: '610426' as RegionCode,
    township: '610426101' as RegionCode,
    village,
    hamlet: sealedTo('household-1' as Owner)('一组'),
    residence: 'both',
    members: Array.from({ length: nth }, (_, i) => said(i + 1, { number: null })),
  });

const folded = (...history: readonly Attributed<IdentificationEvent>[]) => asOf(identification, history.map(recordedAs), everything);

describe('a household without a number', () => {
  it('comes on record with its members, each sealed to themself, and its hamlet sealed to it', () => {
    const [event] = openHousehold(null, asked, circumstancesOf(cadre));
    expect(event).toMatchObject({
      type: 'HouseholdOpened',
      data: { basis: 'application', county: '610426', township: '610426101', village },
    });
    const { members, hamlet } = (event as ReturnType<typeof opened>).data;
    expect(hamlet).toEqual(sealedTo('household-1' as Owner)('一组'));
    expect(members.map(({ member, number, relation, name }) => [member, number, relation, name.owner])).toEqual([
      ['new-member-1', null, 'head', 'person-new-member-1'],
      ['new-member-2', null, 'daughter', 'person-new-member-2'],
    ]);
  });

  it('stands with what is known of it, and nothing else', () => {
    const { state } = folded(on('2020-01-01', opened()));
    expect(state).toMatchObject({ number: null, numbers: [], basis: 'application', residence: 'both', attribute: null, income: null });
    expect(state).toMatchObject({ guarantees: {}, living: null, takenOverOn: null, causes: { main: null, others: [] } });
    expect(state?.members).toHaveLength(2);
  });

  it.each<[rule: string, facts: Readonly<Record<string, unknown>>, otherwise: Partial<OpenHousehold>]>([
    ['identification.one-head', { heads: 0 }, { members: [daughter] }],
    ['identification.one-head', { heads: 2 }, { members: [applicant, { ...daughter, relation: 'head' }] }],
    ['identification.citizen-number-twice', {}, { members: [applicant, { ...daughter, citizenNumber: numbered(1) }] }],
  ])('is refused by %s %j', (rule, facts, otherwise) => {
    given()
      .when(openHousehold, { ...asked, ...otherwise }, cadre)
      .thenRefused(rule, facts);
  });

  it('is refused where it is on record, and where a member stands in another file', () => {
    given(on('2020-01-01', opened())).when(openHousehold, asked, cadre).thenRefused('identification.already-on-record', {});
    const others = [{ id: '0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10', has: 'member' }];
    given().when(openHousehold, asked, cadre, { others }).thenRefused('identification.file-already-open', { file: '0193a1c2' });
  });

  it('is not opened upon another', () => {
    const { inapplicable } = folded(on('2020-01-01', takenOver(1)), on('2020-01-02', opened()));
    expect(inapplicable.map(({ why }) => why.rule)).toEqual(['identification.already-on-record']);
  });
});

/** The rule as a household on the register sees it, or one off it. */
const giving =
  (isRegistered: boolean): Decision<GiveRegistryNumber, Identification, IdentificationEvent> =>
  (household, command, context) =>
    giveRegistryNumber({ household, isRegistered }, command, context);

describe('the number that the registry gives', () => {
  const give = giving(true);
  const number = '610426101200000007' as HouseholdNumber;
  const other = '610426101200000009' as HouseholdNumber;
  const of = (nth: number, base = number) => `${base}0${nth}` as PersonNumber;
  const persons = [1, 2].map((nth) => ({ member: `m-${nth}` as MemberId, number: of(nth) }));
  const household = on('2018-12-31', takenOver(2));

  it('is recorded with those of members', () => {
    given(household).when(give, { number, persons }, cadre).then(did.registryNumberGiven({ number, persons }));
  });

  it('holds from its day on, in place of the one before, whose time ends then', () => {
    const { state } = folded(
      on('2018-12-31', takenOver(2)),
      on('2020-05-01', did.registryNumberGiven({ number, persons })),
      on('2021-02-01', did.registryNumberGiven({ number: other, persons: [] })),
    );
    expect(state).toMatchObject({
      number: other,
      numbers: [
        { number: '610426101200000001', from: '2018-12-31', to: '2020-05-01' },
        { number, from: '2020-05-01', to: '2021-02-01' },
        { number: other, from: '2021-02-01', to: null },
      ],
    });
    expect(state?.members.map((member) => member.number)).toEqual([of(1), of(2)]);
    const { state: then } = folded(on('2018-12-31', takenOver(2)));
    expect(then?.number).toBe('610426101200000001');
  });

  it('is the first of one that had none', () => {
    const { state } = folded(on('2020-01-01', opened()), on('2020-05-01', did.registryNumberGiven({ number, persons: [] })));
    expect(state?.numbers).toEqual([{ number, from: '2020-05-01', to: null }]);
  });

  it('does not fit where it names nobody of the household, which stays as it was', () => {
    const nobody = { member: 'm-9' as MemberId, number: of(9) };
    const { state, inapplicable } = folded(household, on('2020-05-01', did.registryNumberGiven({ number, persons: [nobody] })));
    expect(inapplicable.map(({ why }) => why.rule)).toEqual(['identification.member-absent']);
    expect(state?.number).toBe('610426101200000001');
  });

  it.each<[rule: string, facts: Readonly<Record<string, unknown>>, said: object, others: readonly { id: string; has: string }[]]>([
    ['registration.number-taken', { number }, {}, [{ id: 'x', has: 'number' }]],
    ['registration.number-of-other-village', { number: '610426102200000007', village }, { number: '610426102200000007', persons: [] }, []],
    ['registration.number-of-other-person', {}, { persons: [{ member: 'm-1', number: of(1, other) }] }, []],
    ['registration.number-of-other-person', {}, { persons: persons.map(({ member }) => ({ member, number: of(1) })) }, []],
    ['identification.member-absent', {}, { persons: [{ member: 'm-9', number: of(9) }] }, []],
  ])('is refused by %s %j', (rule, facts, otherwise, others) => {
    given(household)
      .when(give, { number, persons, ...otherwise }, cadre, { others })
      .thenRefused(rule, facts);
  });

  it('is refused to a household that is not on record, or not on the register', () => {
    given().when(give, { number, persons }, cadre).thenRefused('identification.household-absent', {});
    given(household).when(giving(false), { number, persons }, cadre).thenRefused('registration.not-registered', {});
  });
});
