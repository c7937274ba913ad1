import { type CommandFrom } from '@lookback/office/desk';
import { unsealed } from '@lookback/kernel';
import type * as ask from './identification.commands.js';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import type { MemberListed, TakeOverHousehold } from './take-over.js';

/** The fields of a command; null where their value is erased. */
type Asked<Command> = { readonly [Field in keyof Command]: Command[Field] | null };

/** A member as a form says it: the citizen number as it was typed. */
function memberFrom({ name, citizenNumber, document, phone, hamlet, health, asWritten, member: _member, ...clear }: MemberSaid) {
  const typed = unsealed(asWritten)?.['证件号码'];
  return {
    ...clear,
    name: unsealed(name),
    citizenNumber: typed ?? unsealed(citizenNumber),
    ...(document && { document: { kind: document.kind, number: unsealed(document.documentNumber) } }),
    phone: unsealed(phone),
    hamlet: unsealed(hamlet),
    health: unsealed(health),
  };
}

/** How the commands of identification are made again from what their events say. */
export const commandFrom = {
  HouseholdTakenOver: ({ members, ...stated }) =>
    ({
      ...stated,
      members: members.map((member) => ({
        member: member.member,
        ...memberFrom(member),
        citizenNumber: unsealed(member.citizenNumber),
        asWritten: unsealed(member.asWritten),
      })) as unknown as MemberListed[],
    }) satisfies Asked<TakeOverHousehold>,
  HouseholdOpened: ({ county: _county, township: _township, hamlet, members, ...opened }) => ({
    ...opened,
    hamlet: unsealed(hamlet),
    members: members.map((said) => ({ member: said.member, ...memberFrom(said) })),
  }),
  RegistryNumberGiven: ({ number, persons }) => ({ number, persons: [...persons] }) satisfies Asked<ask.GiveRegistryNumber>,
  MemberJoined: ({ reason, ...member }) => ({ ...memberFrom(member), reason }),
  MemberLeft: ({ member, reason }) => ({ member, reason }) satisfies Asked<ask.LeaveMember>,
  HeadChanged: ({ head, relations }) => ({ head, relations: [...relations] }) satisfies Asked<ask.ChangeHead>,
  IncomeAssessed: ({ period, ...income }) => ({ ...period, ...income }) satisfies Asked<ask.AssessIncome>,
  GuaranteeChecked: ({ kind, met, grade }) => ({ kind, met, ...(grade && { grade }) }) satisfies Asked<ask.CheckGuarantee>,
  LivingConditionsSurveyed: (seen) => ({ ...seen }) satisfies Asked<ask.SurveyLivingConditions>,
  CauseReclassified: ({ main, others }) => ({ main, others: [...others] }) satisfies Asked<ask.ReclassifyCause>,
} satisfies CommandFrom<IdentificationEvent>;
