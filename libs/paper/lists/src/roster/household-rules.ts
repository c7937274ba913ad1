import { birthdayIn, type CalendarDate, input } from '@lookback/kernel';
import { inapplicable } from '../lists.rules.js';
import type { Faults } from '../fault.js';
import type { HouseholdInRows, PersonInRow } from './household-in-rows.js';
import type { RosterColumn } from './roster.columns.js';

/**
 * By what a person is known from another: the 18 characters of the citizen number, on an identity card or on that of a disability; else the
 * number of a document.
 */
export const identityIn = ({ member }: PersonInRow): string | undefined => member.citizenNumber?.slice(0, 18) ?? member.document?.number;

/** What must hold among the rows of a household that are sound one by one. */
export function noteHouseholdFaults({ cells, members }: HouseholdInRows, dated: CalendarDate, faults: Faults<RosterColumn>): void {
  if (!noteNumbers(cells.户编号, members, faults)) return;
  noteHeads(members, faults);
  noteSize(cells.人数, members, faults);
  noteTwice(members, '证件号码', identityIn, faults, (other) => inapplicable('list.citizen-number-twice', { other }));
  noteTwice(
    members,
    '人编号',
    ({ member }) => member.number ?? undefined,
    faults,
    (other) => inapplicable('list.person-number-twice', { other }),
  );
  for (const { row, member } of members) {
    if (cells.户编号 !== null && !member.number?.startsWith(cells.户编号))
      faults.note(row, '人编号', inapplicable('list.person-number-of-another-household'));
    if (member.citizenNumber !== null && birthdayIn(member.citizenNumber) > dated)
      faults.note(row, '证件号码', inapplicable('list.born-after', { dated }));
  }
}

/** Who belongs to a household has a number if it has one, and none if it has none; rows without numbers of which none is a head's are part of some household. */
function noteNumbers(household: string | null, members: readonly PersonInRow[], faults: Faults<RosterColumn>): boolean {
  const column = household === null ? '户编号' : '人编号';
  const odd = members.filter(({ member }) => (member.number === null) !== (household === null));
  const partial = household === null && members.every(({ member }) => member.relation !== 'head') ? members.slice(0, 1) : [];
  for (const { row } of odd.length > 0 ? odd : partial) faults.note(row, column, input.missing);
  return odd.length + partial.length === 0;
}

function noteHeads(members: readonly PersonInRow[], faults: Faults<RosterColumn>): void {
  const heads = members.filter(({ member }) => member.relation === 'head');
  if (heads.length === 0) members.slice(0, 1).forEach(({ row }) => faults.note(row, '与户主关系', inapplicable('list.no-head')));
  if (heads.length > 1)
    heads.forEach(({ row }) => faults.note(row, '与户主关系', inapplicable('list.heads-several', { heads: heads.length })));
}

function noteSize(stated: number, members: readonly PersonInRow[], faults: Faults<RosterColumn>): void {
  if (stated === members.length) return;
  for (const { row } of members) faults.note(row, '人数', inapplicable('list.members-differ', { rows: members.length }));
}

function noteTwice(
  members: readonly PersonInRow[],
  column: RosterColumn,
  keyOf: (person: PersonInRow) => string | undefined,
  faults: Faults<RosterColumn>,
  why: (other: number | string) => ReturnType<typeof inapplicable>,
): void {
  const firsts = new Map<string, PersonInRow['row']>();
  for (const person of members) {
    const key = keyOf(person);
    if (key === undefined) continue;
    const other = firsts.get(key);
    if (other === undefined) firsts.set(key, person.row);
    else faults.noteBeside(person.row, column, other, why);
  }
}
