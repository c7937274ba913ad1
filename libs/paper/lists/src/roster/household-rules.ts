import { unfit } from '../lists.rules.js';
import type { Faults } from '../fault.js';
import type { HouseholdListed, PersonRow } from './household-in-rows.js';
import type { RosterColumn } from './roster.columns.js';

/** The 18 characters that a citizen has, whether he shows his card or that of his disability. */
export const citizenIn = ({ member }: PersonRow): string => member.citizenNumber.slice(0, 18);

/** What must hold among the rows of a household that are sound one by one. */
export function noteHouseholdFaults({ said, members }: HouseholdListed, faults: Faults<RosterColumn>): void {
  noteHeads(members, faults);
  noteSize(said.人数, members, faults);
  noteTwice(members, '证件号码', citizenIn, faults, (other) => unfit('list.citizen-number-twice', { other }));
  noteTwice(
    members,
    '人编号',
    ({ member }) => member.number,
    faults,
    (other) => unfit('list.person-number-twice', { other }),
  );
  for (const { row, member } of members)
    if (!member.number.startsWith(said.户编号)) faults.note(row, '人编号', unfit('list.person-number-of-another-household'));
}

function noteHeads(members: readonly PersonRow[], faults: Faults<RosterColumn>): void {
  const heads = members.filter(({ member }) => member.relation === 'head');
  if (heads.length === 0) members.slice(0, 1).forEach(({ row }) => faults.note(row, '与户主关系', unfit('list.no-head')));
  if (heads.length > 1) heads.forEach(({ row }) => faults.note(row, '与户主关系', unfit('list.heads-several', { heads: heads.length })));
}

function noteSize(stated: number, members: readonly PersonRow[], faults: Faults<RosterColumn>): void {
  if (stated === members.length) return;
  for (const { row } of members) faults.note(row, '人数', unfit('list.members-differ', { rows: members.length }));
}

function noteTwice(
  members: readonly PersonRow[],
  column: RosterColumn,
  of: (person: PersonRow) => string,
  faults: Faults<RosterColumn>,
  why: (other: number) => ReturnType<typeof unfit>,
): void {
  const firsts = new Map<string, number>();
  for (const person of members) {
    const other = firsts.get(of(person));
    if (other === undefined) firsts.set(of(person), person.row.number);
    else faults.note(person.row, column, why(other));
  }
}
