import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, checkCharacter, type Code, type Owner, sealedTo, type Attributed } from '@lookback/kernel';
import { type Asked, by, rulesOf, townshipCadre } from '@lookback/testing';
import type { MemberId } from './identification.codes.js';
import * as decide from './identification.decider.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { identification } from './identification.evolve.js';
import { identificationRules } from './identification.rules.js';
import { income, joining, listed, numbered, row, said, seen, statedOf, takenOver } from './identification.fixture.js';

const given = rulesOf(identification);
const cadre = townshipCadre;
const on = (effectiveOn: CalendarDate, event: IdentificationEvent): Attributed<IdentificationEvent> => by(cadre, event, { effectiveOn });
const household = on('2018-12-31', takenOver(3));
const member = (nth: number) => `m-${nth}` as MemberId;
const cause = (code: string) => code as Code<'cause'>;
const causes = { standards: { 'cause-codes': { causes: ['01', '02', '03'].map((code) => ({ code })) } } };
const unsaid: Attributed<IdentificationEvent>[] = [];

const { citizenNumber: _his, ...unnumbered } = joining;
const born2035 = `61042620350101001${checkCharacter('61042620350101001')}`;
const toFather = [{ member: member(1), relation: 'father' }] as const;

type Refused = readonly [facts: Readonly<Record<string, unknown>>, ...asked: (() => Asked<IdentificationEvent>)[]];

/** Every rule that refuses a command, with its exact facts. */
const refusals: Readonly<Record<string, Refused>> = {
  'identification.household-absent': [
    {},
    () => given(...unsaid).when(decide.joinMember, joining, cadre),
    () => given(...unsaid).when(decide.leaveMember, { member: member(1), reason: 'died' }, cadre),
    () => given(...unsaid).when(decide.changeHead, { head: member(1), relations: [] }, cadre),
    () => given(...unsaid).when(decide.assessIncome, income, cadre),
    () => given(...unsaid).when(decide.checkGuarantee, { kind: 'food', met: true }, cadre),
    () => given(...unsaid).when(decide.surveyLivingConditions, seen, cadre),
    () => given(...unsaid).when(decide.reclassifyCause, { main: cause('01'), others: [] }, cadre, causes),
    () => given(household).when(decide.surveyLivingConditions, seen, cadre, { effectiveOn: '2018-12-30' }),
  ],
  'identification.already-on-record': [{}, () => given(household).when(decide.takeOverHousehold, listed(row(1)), cadre)],
  'identification.member-absent': [
    {},
    () => given(household).when(decide.leaveMember, { member: member(4), reason: 'died' }, cadre),
    () => given(household).when(decide.changeHead, { head: member(4), relations: [...toFather] }, cadre),
    () => given(household).when(decide.changeHead, { head: member(2), relations: [{ member: member(4), relation: 'son' }] }, cadre),
    () =>
      given(household, on('2019-06-01', did.memberLeft({ member: member(2), reason: 'married-out' }))).when(
        decide.leaveMember,
        { member: member(2), reason: 'died' },
        cadre,
      ),
    () =>
      given(household, on('2019-06-01', did.memberJoined({ ...said(4), reason: 'born' }))).when(
        decide.leaveMember,
        { member: member(4), reason: 'died' },
        cadre,
        { effectiveOn: '2019-05-31' },
      ),
  ],
  'identification.citizen-number-unsound': [
    { fault: { en: 'Its check character is wrong.', zh: '证件号码校验码错误。' } },
    () => given(...unsaid).when(decide.takeOverHousehold, listed(row(1, { citizenNumber: '110105194912310020' })), cadre),
    () => given(household).when(decide.joinMember, { ...joining, citizenNumber: '110105194912310020' }, cadre),
  ],
  'identification.document-unsound': [
    { fault: { en: 'This is not a number of such a document.', zh: '不是该类证件的号码。' } },
    () => given(household).when(decide.joinMember, { ...unnumbered, document: { kind: 'passport', number: 'H1' } }, cadre),
  ],
  'identification.identity-missing': [
    {},
    () => given(household).when(decide.joinMember, unnumbered, cadre),
    () => given(household).when(decide.joinMember, { ...joining, withoutNumber: 'newborn' }, cadre),
  ],
  'identification.born-later': [
    { born: '2035-01-01', on: '2020-01-01' },
    () => given(household).when(decide.joinMember, { ...joining, citizenNumber: born2035 }, cadre, { effectiveOn: '2020-01-01' }),
    () =>
      given(...unsaid).when(decide.takeOverHousehold, listed(row(1, { citizenNumber: born2035 })), cadre, { effectiveOn: '2020-01-01' }),
  ],
  'identification.citizen-number-twice': [
    {},
    () => given(...unsaid).when(decide.takeOverHousehold, listed(row(1), row(2, { citizenNumber: numbered(1) })), cadre),
    () => given(household).when(decide.joinMember, { ...joining, citizenNumber: numbered(2) }, cadre),
  ],
  'identification.one-head': [
    { heads: 2 },
    () => given(...unsaid).when(decide.takeOverHousehold, listed(row(1), row(2, { relation: 'head' })), cadre),
    () => given(household).when(decide.joinMember, { ...joining, relation: 'head' }, cadre),
    () => given(household).when(decide.changeHead, { head: member(2), relations: [{ member: member(1), relation: 'head' }] }, cadre),
  ],
  'identification.head-cannot-leave': [
    {},
    () => given(household).when(decide.leaveMember, { member: member(1), reason: 'died' }, cadre),
    () =>
      given(household, on('2019-06-01', did.headChanged({ head: member(2), relations: [...toFather] }))).when(
        decide.leaveMember,
        { member: member(1), reason: 'died' },
        cadre,
        { effectiveOn: '2019-05-31' },
      ),
  ],
  'identification.old-head-needs-relation': [
    {},
    () => given(household).when(decide.changeHead, { head: member(2), relations: [] }, cadre),
    () => given(household).when(decide.changeHead, { head: member(2), relations: [{ member: member(3), relation: 'brother' }] }, cadre),
  ],
  'identification.income-does-not-add-up': [
    { expected: 1_134_000, stated: 1_134_001 },
    () => given(household).when(decide.assessIncome, { ...income, netFen: 1_134_001 }, cadre),
  ],
  'identification.income-per-person-differs': [
    { persons: 3, expected: 378_000, stated: 378_001 },
    () => given(household).when(decide.assessIncome, { ...income, perPersonFen: 378_001 }, cadre),
  ],
  'identification.income-persons-differ': [
    { members: 3, persons: 4 },
    () => given(household).when(decide.assessIncome, { ...income, persons: 4, perPersonFen: 283_500 }, cadre),
    () =>
      given(household, on('2019-12-31', did.memberJoined({ ...said(4), reason: 'born' }))).when(
        decide.assessIncome,
        { ...income, persons: 4, perPersonFen: 283_500 },
        cadre,
        { effectiveOn: '2019-12-30' },
      ),
  ],
  'identification.period-runs-backwards': [
    { from: '2020-01-01', to: '2019-12-31' },
    () => given(household).when(decide.assessIncome, { ...income, from: '2020-01-01' }, cadre),
  ],
  'identification.grade-belongs-to-housing': [
    {},
    () => given(household).when(decide.checkGuarantee, { kind: 'housing', met: true }, cadre),
    () => given(household).when(decide.checkGuarantee, { kind: 'water', met: true, grade: 'A' }, cadre),
  ],
  'identification.dangerous-house-not-met': [
    { grade: 'C' },
    () => given(household).when(decide.checkGuarantee, { kind: 'housing', met: true, grade: 'C' }, cadre),
  ],
  'identification.cause-unknown': [
    { cause: '99' },
    () => given(household).when(decide.reclassifyCause, { main: cause('99'), others: [] }, cadre, causes),
    () => given(household).when(decide.reclassifyCause, { main: cause('01'), others: [cause('99')] }, cadre, causes),
  ],
  'identification.cause-repeated': [
    { cause: '01' },
    () => given(household).when(decide.reclassifyCause, { main: cause('01'), others: [cause('01')] }, cadre, causes),
    () => given(household).when(decide.reclassifyCause, { main: cause('02'), others: [cause('01'), cause('01')] }, cadre, causes),
  ],
};
/** What only a history can break, and what opening.spec.ts holds: see there and identification.evolve.spec.ts. */
const elsewhere = /member-already-here|file-already-open/;

describe('identification refuses', () => {
  it.each(Object.entries(refusals))('%s', (rule, [facts, ...attempts]) => {
    for (const one of attempts) one().thenRefused(rule, facts);
  });

  it('by every rule of its book, and by no other', () => {
    const here = Object.keys(identificationRules).filter((rule) => !elsewhere.test(rule));
    expect(Object.keys(refusals).sort()).toEqual(here.sort());
  });

  it('a list without a head, and one whose every fault would count', () => {
    given().when(decide.takeOverHousehold, listed(), cadre).thenRefused('identification.one-head', { heads: 0 });
    given()
      .when(decide.takeOverHousehold, listed(row(1, { relation: 'son' })), cadre)
      .thenRefused('identification.one-head', { heads: 0 });
  });
});

describe('identification records', () => {
  it('a household with its members, each sealed under a key of their own', () => {
    const sealed = sealedTo('person-new-61042610120000000101' as Owner);
    const written = { 证件号码: '６１' };
    given()
      .when(
        decide.takeOverHousehold,
        listed(row(1, { phone: '13800001111', hamlet: '一组', asWritten: written, health: 'disabled' })),
        cadre,
      )
      .then(
        did.householdTakenOver({
          ...statedOf(),
          members: [
            said(1, {
              member: 'new-61042610120000000101' as MemberId,
              name: sealed('张1'),
              citizenNumber: sealed(numbered(1)),
              phone: sealed('13800001111'),
              hamlet: sealed('一组'),
              health: sealed('disabled'),
              asWritten: sealed(written),
            }),
          ],
        }),
      );
  });

  const sealed = sealedTo('person-new-member' as Owner);
  const { citizenNumber: _number, document: _document, withoutNumber: _without, reason, name, health, ...clear } = joining;
  const joined = did.memberJoined({
    ...clear,
    reason,
    member: 'new-member' as MemberId,
    number: null,
    schooling: null,
    work: null,
    phone: null,
    hamlet: null,
    name: sealed(name),
    citizenNumber: sealed(numbered(9)),
    health: sealed(health),
    asWritten: null,
  });

  it('a member who joined', () => {
    given(household).when(decide.joinMember, joining, cadre).then(joined);
  });

  it('a number of 15 digits or with a small x as it stands today, with what was written', () => {
    const fifteen = '110105491231002';
    const asWritten = (number: string) =>
      did.memberJoined({ ...joined.data, citizenNumber: sealed('11010519491231002X'), asWritten: sealed({ 证件号码: number }) });
    given(household)
      .when(decide.joinMember, { ...joining, citizenNumber: fifteen }, cadre)
      .then(asWritten(fifteen));
    given(household)
      .when(decide.joinMember, { ...joining, citizenNumber: '11010519491231002x' }, cadre)
      .then(asWritten('11010519491231002x'));
  });

  it('the same person again, after having left', () => {
    given(household, on('2019-06-01', did.memberLeft({ member: member(2), reason: 'imprisoned' })))
      .when(decide.joinMember, { ...joining, citizenNumber: numbered(2), reason: 'returned' }, cadre)
      .then(did.memberJoined({ ...joined.data, citizenNumber: sealed(numbered(2)), reason: 'returned' }));
  });

  it('a member who left', () => {
    const left = { member: member(2), reason: 'married-out' } as const;
    given(household).when(decide.leaveMember, left, cadre).then(did.memberLeft(left));
  });

  it('a former head who left', () => {
    const left = { member: member(1), reason: 'died' } as const;
    given(household, on('2019-06-01', did.headChanged({ head: member(2), relations: [...toFather] })))
      .when(decide.leaveMember, left, cadre)
      .then(did.memberLeft(left));
  });

  it('another head', () => {
    const change = { head: member(2), relations: [...toFather] };
    given(household).when(decide.changeHead, change, cadre).then(did.headChanged(change));
  });

  it('how others stand to the head who remains', () => {
    const change = { head: member(1), relations: [{ member: member(2), relation: 'son-in-law' as const }] };
    given(household).when(decide.changeHead, change, cadre).then(did.headChanged(change));
  });

  it('income, rounded down to the fen, also negative', () => {
    const loss = { ...income, wageFen: 0, businessFen: 0, costsFen: 134_100, netFen: -100_100, perPersonFen: -33_367 };
    const { from, to, ...rest } = loss;
    given(household)
      .when(decide.assessIncome, loss, cadre)
      .then(did.incomeAssessed({ period: { from, to }, ...rest }));
  });

  it('income of as many persons as there were on its day', () => {
    const { from, to, ...rest } = income;
    given(household, on('2020-01-01', did.memberJoined({ ...said(4), reason: 'born' })))
      .when(decide.assessIncome, income, cadre, { effectiveOn: '2019-12-31' })
      .then(did.incomeAssessed({ period: { from, to }, ...rest }));
  });

  it.each([
    { kind: 'housing', met: true, grade: 'B' },
    { kind: 'housing', met: false, grade: 'D' },
    { kind: 'housing', met: false, grade: 'A' },
    { kind: 'education', met: false, grade: null },
  ] as const)('a guarantee: %j', ({ kind, met, grade }) => {
    given(household)
      .when(decide.checkGuarantee, { kind, met, ...(grade && { grade }) }, cadre)
      .then(did.guaranteeChecked({ kind, met, grade }));
  });

  it('living conditions', () => {
    given(household).when(decide.surveyLivingConditions, seen, cadre).then(did.livingConditionsSurveyed(seen));
  });

  it('other causes', () => {
    const found = { main: cause('03'), others: [cause('01'), cause('02')] };
    given(household).when(decide.reclassifyCause, found, cadre, causes).then(did.causeReclassified(found));
  });
});
