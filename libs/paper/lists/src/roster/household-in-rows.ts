import type { MemberListed } from '@lookback/case/identification';
import type { SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { Said } from '../kinds.js';
import { unfit } from '../lists.rules.js';
import { complete, type Partly, RowReader } from '../row-reader.js';
import { personIn } from './person-in-row.js';
import type { HouseholdColumn, householdColumns, RosterColumn } from './roster.columns.js';

type Table = ReturnType<typeof householdColumns>;
export type HouseholdSaid = Said<Table>;

/** A household as its rows have it, its members in the order of their numbers. */
export interface HouseholdListed {
  readonly said: HouseholdSaid;
  readonly members: readonly PersonRow[];
}

/** A person with the row that speaks of him. */
export interface PersonRow {
  readonly row: SheetRow<RosterColumn>;
  readonly member: MemberListed;
  readonly plainly: readonly string[];
}

/** The household of some rows; undefined where a fault was noted. */
export function householdIn(
  rows: readonly SheetRow<RosterColumn>[],
  table: Table,
  faults: Faults<RosterColumn>,
): HouseholdListed | undefined {
  const read = rows.map((row) => readRow(row, table, faults));
  const [first, ...others] = read;
  if (!first) return undefined;
  others.forEach((other) => noteContradictions(first, other, table, faults));
  const members = read.flatMap(({ row, member, plainly }) => (member ? [{ row, member, plainly }] : []));
  const said = complete(first.said);
  if (!said || members.length < read.length || faults.found.length > 0) return undefined;
  return { said, members: members.sort((a, b) => (a.member.number < b.member.number ? -1 : 1)) };
}

interface ReadRow {
  readonly row: SheetRow<RosterColumn>;
  readonly said: Partly<HouseholdSaid>;
  readonly member: MemberListed | undefined;
  readonly plainly: readonly string[];
}

function readRow(row: SheetRow<RosterColumn>, table: Table, faults: Faults<RosterColumn>): ReadRow {
  const reader = new RowReader(row, faults);
  const said = reader.readAll(table);
  return { row, said, member: personIn(reader), plainly: reader.plainly };
}

function noteContradictions(first: ReadRow, { row, said }: ReadRow, table: Table, faults: Faults<RosterColumn>): void {
  for (const column of Object.keys(table) as HouseholdColumn[]) {
    const [one, other] = [first.said[column], said[column]];
    if (one !== undefined && other !== undefined && one !== other)
      faults.note(row, column, unfit('list.rows-contradict', { other: first.row.number }));
  }
}
