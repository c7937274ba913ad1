import type { Decision } from '@lookback/kernel';
import type { CauseCode, MemberId } from './identification.codes.js';
import type * as ask from './identification.commands.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { refuse, refuseIf } from './identification.rules.js';
import { onRecord } from './on-record.js';
import { headOf, type Identification, type Identified, type Member } from './identification.state.js';
import { memberIds } from './member-ids.js';
import { identified, mustBeApart, mustHaveOneHead, sealedMember, typedMember } from './member-said.js';
import type { TakeOverHousehold } from './take-over.js';

type Decide<Command> = Decision<Command, Identification, IdentificationEvent>;

export const takeOverHousehold: Decide<TakeOverHousehold> = (household, listed, { newId, saidBefore, effectiveOn }) => {
  refuseIf(household !== null, 'identification.already-on-record');
  mustHaveOneHead(listed.members);
  mustBeApart(listed.members.map((member) => identified(member, effectiveOn)));
  const { members, ...stated } = listed;
  const ids = memberIds(members, { newId, saidBefore });
  return [did.householdTakenOver({ ...stated, members: members.map((member, i) => sealedMember(member, ids[i] as MemberId)) })];
};

export const joinMember: Decide<ask.JoinMember> = (household, { reason, ...joining }, { newId, effectiveOn }) => {
  const { members } = onRecord(household);
  const { number = null, ...typed } = typedMember(joining, effectiveOn);
  const { citizenNumber } = typed;
  refuseIf(joining.relation === 'head', 'identification.one-head', { heads: 2 });
  refuseIf(
    citizenNumber !== null && members.some((other) => other.citizenNumber?.value === citizenNumber),
    'identification.citizen-number-twice',
  );
  return [did.memberJoined({ ...sealedMember(typed, newId('member') as MemberId), number, reason })];
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

const memberOf = ({ members }: Identified, id: MemberId): Member =>
  members.find(({ member }) => member === id) ?? refuse('identification.member-absent');

/** The codes of the standard `cause-codes`. */
const causesIn = (standard: unknown): CauseCode[] => (standard as { causes: { code: CauseCode }[] }).causes.map(({ code }) => code);
