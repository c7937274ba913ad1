import type { Identified, Member } from '@lookback/case/identification';
import { erased, input } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import type { LookupKeys } from '@lookback/office/desk';
import { household } from './household.js';
import { PersonRow } from './person.entity.js';

/** By what members of households are found. */
export const persons = (keys: LookupKeys) => {
  const known = new WeakMap<Identified['members'], Omit<PersonRow, 'stream'>[]>();
  /** Of members who stay as they are the same rows: their numbers are not hashed again. */
  const membersOf = (members: Identified['members']) => {
    const rows = known.get(members) ?? rowsOf(members, keys);
    known.set(members, rows);
    return rows;
  };
  return stateProjection({
    name: 'persons',
    kind: household.name,
    chapter: household,
    tables: { person: PersonRow },
    rows: ({ state: { identification, standing } }) =>
      identification && standing ? { person: membersOf(identification.members) } : { person: [] },
  });
};

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
