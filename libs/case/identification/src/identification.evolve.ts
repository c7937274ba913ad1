import type { CalendarDate, Chapter, DataOf, Inapplicable } from '@lookback/kernel';
import type { HouseholdNumber, MemberId, PersonNumber } from './identification.codes.js';
import type { IdentificationEvent } from './identification.events.js';
import { inapplicable } from './identification.rules.js';
import type { Identification, Identified, Member, NumberHeld } from './identification.state.js';

const onRecord = (household: Identification, change: (household: Identified) => Identified | Inapplicable): Identified | Inapplicable =>
  household ? change(household) : inapplicable('identification.household-absent');

const has = ({ members }: Identified, id: MemberId) => members.some(({ member }) => member === id);

/** How a household's identification follows from what happened to it. */
export const identification: Chapter<Identification, IdentificationEvent> = {
  initial: null,
  evolve: {
    HouseholdTakenOver: (household, data, by) =>
      household ? inapplicable('identification.already-on-record') : takenOver(data, by.effectiveOn),
    HouseholdOpened: (household, data, by) => (household ? inapplicable('identification.already-on-record') : opened(data, by.effectiveOn)),
    RegistryNumberGiven: (household, { number, persons }, by) =>
      onRecord(household, (here) =>
        persons.every(({ member }) => has(here, member))
          ? { ...here, number, numbers: numbersWith(here.numbers, number, by.effectiveOn), members: numbered(here.members, persons) }
          : inapplicable('identification.member-absent'),
      ),
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

type TakenOver = DataOf<IdentificationEvent, 'HouseholdTakenOver'>;
type Opened = DataOf<IdentificationEvent, 'HouseholdOpened'>;

const opened = ({ basis, county, township, village, hamlet, residence, members }: Opened, on: CalendarDate): Identified => ({
  number: null,
  numbers: [],
  basis,
  residence,
  hamlet,
  county,
  township,
  village,
  attribute: null,
  causes: { main: null, others: [], since: on },
  members: members.map(({ asWritten: _asWritten, ...member }) => member),
  income: null,
  guarantees: {},
  living: null,
  takenOverOn: null,
});

function takenOver(data: TakenOver, dated: CalendarDate): Identified {
  const { number, county, township, village, attribute, mainCause, incomePerPersonFen, members } = data;
  const stated = (met: boolean) => ({ met, grade: null, stated: true });
  return {
    number,
    numbers: number === null ? [] : [{ number, from: dated, to: null }],
    basis: null,
    residence: null,
    hamlet: null,
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

/** The one that held until then ends on the day from which the other holds. */
function numbersWith(held: readonly NumberHeld[], number: HouseholdNumber, from: CalendarDate): NumberHeld[] {
  const last = held.at(-1);
  if (last?.number === number) return [...held];
  return [...held.slice(0, -1), ...(last ? [{ ...last, to: from }] : []), { number, from, to: null }];
}

const numbered = (members: readonly Member[], persons: readonly { readonly member: MemberId; readonly number: PersonNumber }[]) =>
  members.map((member) => ({ ...member, number: persons.find((one) => one.member === member.member)?.number ?? member.number }));

function relationAfter({ member, relation }: Member, head: MemberId, relations: readonly Pick<Member, 'member' | 'relation'>[]) {
  if (member === head) return 'head';
  const changed = relations.find((one) => one.member === member)?.relation;
  return changed ?? (relation === 'head' ? 'other' : relation);
}
