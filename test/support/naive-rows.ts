import type { Entry } from '@lookback/log/event-log';
import type { NameKeys } from '@lookback/log/vault';

/** A member as rows of the index of names have him. */
interface Person {
  readonly member: string;
  relation: string;
  readonly name: { readonly value: string };
  readonly citizenNumber: { readonly value: string };
}

/** What the entries of a household may say, as far as its rows show it. */
interface Says {
  readonly number: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly standing: string;
  readonly attribute: string;
  readonly mainCause: string;
  readonly incomePerPersonFen: number;
  readonly perPersonFen: number;
  readonly members: readonly Person[];
  readonly main: string;
  readonly member: string;
  readonly head: string;
  readonly relations: readonly { readonly member: string; readonly relation: string }[];
  readonly original: string;
  readonly wanted: { readonly event: { readonly event: { readonly data: unknown } }; readonly effectiveOn: string };
  readonly proposal: string;
}

/** The rows of one household, folded anew by rules written here alone: what the read models must equal. */
export function naiveRows(stream: string, history: readonly Entry[], keys: NameKeys): { household: object; person: object[] } {
  const entries = history.map(({ id, type, data, by, revision }) => ({
    id,
    type,
    says: data as Says,
    on: by.effectiveOn,
    revision,
  }));
  for (const { says } of entries.filter(({ type }) => type === 'EntryCorrected')) {
    const proposal = entries.find(({ id }) => id === (says.proposal as unknown));
    const wrong = entries.find(({ id }) => id === (proposal?.says.original as unknown));
    if (wrong && proposal) Object.assign(wrong, { says: proposal.says.wanted.event.event.data, on: proposal.says.wanted.effectiveOn });
  }
  entries.sort((a, b) => a.on.localeCompare(b.on) || a.revision - b.revision);
  let [row, people]: [Record<string, unknown>, Person[]] = [{}, []];
  for (const { type, says, on } of entries) {
    if (type === 'HouseholdTakenOver') {
      people = says.members.map((member) => ({ ...member }));
      const { number, county, township, village, standing, attribute } = says;
      row = {
        number,
        county,
        township,
        village,
        standing,
        attribute,
        main_cause: says.mainCause,
        cause_since: on,
        income_per_person_fen: says.incomePerPersonFen,
      };
    }
    if (type === 'MemberJoined') people.push({ ...(says as unknown as Person) });
    if (type === 'MemberLeft') people = people.filter(({ member }) => member !== says.member);
    if (type === 'IncomeAssessed') row['income_per_person_fen'] = says.perPersonFen;
    if (type === 'CauseReclassified') Object.assign(row, { main_cause: says.main, cause_since: on });
    if (type === 'HeadChanged')
      for (const person of people)
        person.relation =
          person.member === says.head
            ? 'head'
            : (says.relations.find(({ member }) => member === person.member)?.relation ?? person.relation);
  }
  const household = { stream, ...row, people: people.length };
  const person = people.map(({ member, relation, name, citizenNumber }) => {
    const beginning = keys.beginning(String(row['village']), name.value.slice(0, 2));
    return { stream, member, is_head: relation === 'head', beginning, number: keys.number(citizenNumber.value) };
  });
  return { household, person };
}
