import type { CalendarDate, Chapter, Inapplicable } from '@lookback/kernel';
import type { MemberId } from './identification.codes.js';
import type { IdentificationEvent } from './identification.events.js';
import { inapplicable } from './identification.rules.js';
import type { Identification, Identified, Member } from './identification.state.js';

const onRecord = (household: Identification, change: (household: Identified) => Identified | Inapplicable): Identified | Inapplicable =>
  household ? change(household) : inapplicable('identification.household-absent');

const has = ({ members }: Identified, id: MemberId) => members.some(({ member }) => member === id);

/** How a household's identification follows from what happened to it. */
export const identification: Chapter<Identification, IdentificationEvent> = {
  initial: null,
  evolve: {
    HouseholdTakenOver: (household, data, by) =>
      household ? inapplicable('identification.already-on-record', { number: data.number }) : takenOver(data, by.effectiveOn),
    MemberJoined: (household, { reason: _reason, asWritten: _asWritten, ...member }) =>
      onRecord(household, (here) =>
        has(here, member.member) ? inapplicable('identification.member-already-here') : { ...here, members: [...here.members, member] },
      ),
    MemberLeft: (household, { member }) =>
      onRecord(household, (here) =>
        has(here, member)
          ? { ...here, members: here.members.filter((other) => other.member !== member) }
          : inapplicable('identification.member-absent'),
      ),
    HeadChanged: (household, { head, relations }) =>
      onRecord(household, (here) =>
        has(here, head)
          ? { ...here, members: here.members.map((member) => ({ ...member, relation: relationAfter(member, head, relations) })) }
          : inapplicable('identification.member-absent'),
      ),
    IncomeAssessed: (household, data) => onRecord(household, (here) => ({ ...here, income: { stated: false, ...data } })),
    GuaranteeChecked: (household, { kind, met, grade }) =>
      onRecord(household, (here) => ({ ...here, guarantees: { ...here.guarantees, [kind]: { met, grade, stated: false } } })),
    LivingConditionsSurveyed: (household, living) => onRecord(household, (here) => ({ ...here, living })),
    CauseReclassified: (household, causes, { effectiveOn }) =>
      onRecord(household, (here) => ({ ...here, causes: { ...causes, since: effectiveOn } })),
  },
};

type TakenOver = Extract<IdentificationEvent, { type: 'HouseholdTakenOver' }>['data'];

function takenOver(data: TakenOver, dated: CalendarDate): Identified {
  const { number, county, township, village, attribute, mainCause, incomePerPersonFen, members } = data;
  const stated = (met: boolean) => ({ met, grade: null, stated: true });
  return {
    number,
    county,
    township,
    village,
    attribute,
    causes: { main: mainCause, others: [], since: dated },
    members: members.map(({ asWritten: _asWritten, ...member }) => member),
    income: { stated: true, perPersonFen: incomePerPersonFen },
    guarantees: { housing: stated(!data.dangerousHouse), water: stated(data.safeWater && !data.waterDifficulty) },
    living: null,
    takenOverOn: dated,
  };
}

function relationAfter({ member, relation }: Member, head: MemberId, relations: readonly Pick<Member, 'member' | 'relation'>[]) {
  if (member === head) return 'head';
  const changed = relations.find((one) => one.member === member)?.relation;
  return changed ?? (relation === 'head' ? 'other' : relation);
}
