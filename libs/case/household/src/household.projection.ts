import type { Identified, Member } from '@lookback/case/identification';
import type { Standing } from '@lookback/case/standing';
import { erased, input } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import type { LookupKeys } from '@lookback/office/desk';
import { HouseholdRow } from './household.entity.js';
import { household } from './household.js';
import { PersonRow } from './person.entity.js';

/** Every household and its members as they stand. */
export const households = (keys: LookupKeys) => {
  const known = new WeakMap<Identified['members'], Omit<PersonRow, 'stream'>[]>();
  /** Of members who stay as they are the same rows: their numbers are not hashed again. */
  const membersOf = (members: Identified['members']) => {
    const rows = known.get(members) ?? rowsOf(members, keys);
    known.set(members, rows);
    return rows;
  };
  return stateProjection({
    name: 'households',
    kind: household.name,
    chapter: household,
    tables: { household: HouseholdRow, person: PersonRow },
    rows: ({ state: { identification, standing } }) =>
      identification && standing
        ? { household: [rowOf(identification, standing.standing)], person: membersOf(identification.members) }
        : { household: [], person: [] },
  });
};

const rowOf = ({ causes, members, income, ...here }: Identified, standing: Standing): Omit<HouseholdRow, 'stream'> => ({
  number: here.number,
  county: here.county,
  township: here.township,
  village: here.village,
  standing,
  attribute: here.attribute,
  mainCause: causes.main,
  causeSince: causes.since,
  people: members.length,
  incomePerPersonFen: income?.perPersonFen ?? null,
});

const rowsOf = (members: Identified['members'], keys: LookupKeys): Omit<PersonRow, 'stream'>[] =>
  members.flatMap(({ member, relation, name, ...who }) => {
    const number = identityOf(who);
    if (name.value === erased || number === erased) return [];
    return [{ member, relation, name: input.name(name.value), sameNumber: number === null ? null : sameNumber(keys, number) }];
  });

/** The number by which a member is known from others: the citizen number, or that of a document; null where there is neither. */
const identityOf = ({ citizenNumber, document }: Pick<Member, 'citizenNumber' | 'document'>) =>
  citizenNumber ? citizenNumber.value : (document?.documentNumber.value ?? null);

/** By which two citizen numbers are seen to be the same, also where one is that of a disability card; never in an entry. */
export const sameNumber = (keys: LookupKeys, citizenNumber: string): string => keys.lookup('citizen-number', citizenNumber.slice(0, 18));
