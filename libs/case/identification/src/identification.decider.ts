import { birthdayIn, type CalendarDate, type Decision, input, type Owner, type Sealed, sealedTo, Inapplicable } from '@lookback/kernel';
import type { CauseCode, MemberId } from './identification.codes.js';
import type * as ask from './identification.commands.js';
import * as did from './identification.events.js';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import { refuse, refuseIf } from './identification.rules.js';
import { headOf, type Identification, type Identified, type Member } from './identification.state.js';
import type { DocumentHeld, MemberListed, TakeOverHousehold } from './take-over.js';

type Decide<Command> = Decision<Command, Identification, IdentificationEvent>;

export const takeOverHousehold: Decide<TakeOverHousehold> = (household, listed, { newId, effectiveOn }) => {
  refuseIf(household !== null, 'identification.already-on-record', { number: listed.number });
  const heads = listed.members.filter(({ relation }) => relation === 'head').length;
  refuseIf(heads !== 1, 'identification.one-head', { heads });
  listed.members.forEach((member, i) => {
    const { citizenNumber } = identified(member, effectiveOn);
    const before = listed.members.slice(0, i);
    refuseIf(
      citizenNumber !== null && before.some((other) => other.citizenNumber === citizenNumber),
      'identification.citizen-number-twice',
    );
  });
  const { members, ...stated } = listed;
  return [did.householdTakenOver({ ...stated, members: members.map((member) => sealedMember(member, newId(member.number) as MemberId)) })];
};

export const joinMember: Decide<ask.JoinMember> = (household, { reason, ...joining }, { newId, effectiveOn }) => {
  const { members } = onRecord(household);
  const identity = identified({ ...joining, citizenNumber: joining.citizenNumber ?? null }, effectiveOn);
  const { citizenNumber } = identity;
  refuseIf(joining.relation === 'head', 'identification.one-head', { heads: 2 });
  refuseIf(
    citizenNumber !== null && members.some((other) => other.citizenNumber?.value === citizenNumber),
    'identification.citizen-number-twice',
  );
  const { number = null, phone = null, hamlet = null, schooling = null, work = null } = joining;
  const typed = joining.citizenNumber ?? null;
  const changed = typed === null || typed === citizenNumber ? null : { 证件号码: typed };
  const listed = { ...joining, ...identity, phone, hamlet, schooling, work, asWritten: changed };
  return [did.memberJoined({ ...sealedMember(listed, newId('member') as MemberId), number, reason })];
};

export const leaveMember: Decide<ask.LeaveMember> = (household, { member, reason }) => {
  const { relation } = memberOf(onRecord(household), member);
  refuseIf(relation === 'head', 'identification.head-cannot-leave');
  return [did.memberLeft({ member, reason })];
};

export const changeHead: Decide<ask.ChangeHead> = (household, { head, relations }) => {
  const here = onRecord(household);
  memberOf(here, head);
  relations.forEach(({ member }) => memberOf(here, member));
  const heads = 1 + relations.filter(({ member, relation }) => relation === 'head' && member !== head).length;
  refuseIf(heads > 1, 'identification.one-head', { heads });
  const former = headOf(here);
  const answered = former === undefined || former.member === head || relations.some(({ member }) => member === former.member);
  refuseIf(!answered, 'identification.old-head-needs-relation');
  return [did.headChanged({ head, relations })];
};

export const assessIncome: Decide<ask.AssessIncome> = (household, { from, to, ...income }) => {
  const { members } = onRecord(household);
  const { wageFen, businessFen, transferFen, propertyFen, costsFen, netFen, persons, perPersonFen } = income;
  refuseIf(to < from, 'identification.period-runs-backwards', { from, to });
  const net = wageFen + businessFen + transferFen + propertyFen - costsFen;
  refuseIf(netFen !== net, 'identification.income-does-not-add-up', { expected: net, stated: netFen });
  const each = Math.floor(net / persons);
  refuseIf(perPersonFen !== each, 'identification.income-per-person-differs', { persons, expected: each, stated: perPersonFen });
  refuseIf(persons !== members.length, 'identification.income-persons-differ', { members: members.length, persons });
  return [did.incomeAssessed({ period: { from, to }, ...income })];
};

export const checkGuarantee: Decide<ask.CheckGuarantee> = (household, { kind, met, grade = null }) => {
  onRecord(household);
  refuseIf((kind === 'housing') !== (grade !== null), 'identification.grade-belongs-to-housing');
  refuseIf(met && (grade === 'C' || grade === 'D'), 'identification.dangerous-house-not-met', { grade });
  return [did.guaranteeChecked({ kind, met, grade })];
};

export const surveyLivingConditions: Decide<ask.SurveyLivingConditions> = (household, { ...seen }) => {
  onRecord(household);
  return [did.livingConditionsSurveyed(seen)];
};

export const reclassifyCause: Decide<ask.ReclassifyCause> = (household, { main, others }, { standards }) => {
  onRecord(household);
  const known = new Set(causesIn(standards['cause-codes']));
  [main, ...others].forEach((cause, i, all) => {
    refuseIf(!known.has(cause), 'identification.cause-unknown', { cause });
    refuseIf(all.indexOf(cause) !== i, 'identification.cause-repeated', { cause });
  });
  return [did.causeReclassified({ main, others })];
};

const onRecord = (household: Identification): Identified => household ?? refuse('identification.household-absent');

const memberOf = ({ members }: Identified, id: MemberId): Member =>
  members.find(({ member }) => member === id) ?? refuse('identification.member-absent');

type Identity = Pick<MemberListed, 'citizenNumber' | 'document' | 'withoutNumber'>;
/** As a form may say it. */
type Said<Of> = { readonly [Part in keyof Of]: Of[Part] | null };

/** Who somebody is: by a sound citizen number of nobody who is born later, by another document, or with the reason why by neither. */
function identified({ citizenNumber, document, withoutNumber }: Said<Identity>, on: CalendarDate): Required<Identity> {
  const given = [citizenNumber, document, withoutNumber].filter((one) => one !== null && one !== undefined).length;
  refuseIf(given !== 1, 'identification.identity-missing');
  const none = { citizenNumber: null, document: undefined, withoutNumber: undefined };
  if (document) return { ...none, document: soundDocument(document) };
  if (citizenNumber === null) return { ...none, withoutNumber: withoutNumber ?? undefined };
  const read = input.citizenNumber(citizenNumber);
  if (read instanceof Inapplicable)
    return refuse('identification.citizen-number-unsound', { fault: { en: read.in('en'), zh: read.in('zh') } });
  const born = birthdayIn(read.value);
  refuseIf(born > on, 'identification.born-later', { born, on });
  return { ...none, citizenNumber: read.value };
}

function soundDocument({ kind, number }: DocumentHeld): DocumentHeld {
  const read = input.documentNumber(kind)(number);
  if (read instanceof Inapplicable) return refuse('identification.document-unsound', { fault: { en: read.in('en'), zh: read.in('zh') } });
  return { kind, number: read.value };
}

/** What is said of a member, sealed to the member. */
function sealedMember(
  {
    name,
    citizenNumber,
    document,
    withoutNumber,
    phone,
    hamlet,
    health,
    asWritten,
    ...clear
  }: Omit<MemberListed, 'number'> & { number?: MemberListed['number'] | undefined },
  member: MemberId,
): MemberSaid {
  const sealed = sealedTo(`person-${member}` as Owner);
  const unless = <T>(value: T | null): Sealed<T> | null => (value === null ? null : sealed(value));
  return {
    member,
    number: clear.number ?? null,
    relation: clear.relation,
    ethnicGroup: clear.ethnicGroup,
    schooling: clear.schooling,
    pupil: clear.pupil,
    labour: clear.labour,
    work: clear.work,
    seriousIllnessInsurance: clear.seriousIllnessInsurance,
    name: sealed(name),
    citizenNumber: unless(citizenNumber),
    health: unless(health),
    ...(document && { document: { kind: document.kind, documentNumber: sealed(document.number) } }),
    ...(withoutNumber && { withoutNumber }),
    phone: unless(phone),
    hamlet: unless(hamlet),
    asWritten: unless(asWritten),
  };
}

/** The codes of the standard `cause-codes`. */
const causesIn = (standard: unknown): CauseCode[] => (standard as { causes: { code: CauseCode }[] }).causes.map(({ code }) => code);
