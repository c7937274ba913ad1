import type { MemberListed } from '@lookback/case/identification';
import type { SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { Said } from '../cell-parsers.js';
import { inapplicable } from '../lists.rules.js';
import { complete, type Partly, RowReader } from '../row-reader.js';
import { personIn } from './person-in-row.js';
import type { HouseholdColumn, householdColumns, RosterColumn } from './roster.columns.js';

type Table = ReturnType<typeof householdColumns>;
export type HouseholdSaid = Said<Table>;

/** A household as its rows have it, its members in the order of their numbers; of those that have none, the head first. */
export interface HouseholdInRows {
  readonly cells: HouseholdSaid;
  readonly members: readonly PersonInRow[];
}

/** A person with the row that speaks of them. */
export interface PersonInRow {
  readonly row: SheetRow<RosterColumn>;
  readonly member: MemberListed;
  readonly plainly: readonly string[];
}

/** The household of some rows; undefined where a fault was noted. */
export function householdIn(
  rows: readonly SheetRow<RosterColumn>[],
  table: Table,
  faults: Faults<RosterColumn>,
): HouseholdInRows | undefined {
  const read = rows.map((row) => readRow(row, table, faults));
  const [first, ...others] = read;
  if (!first) return undefined;
  if (others.length > 0) noteContradictions(read, table, faults);
  const members = read.flatMap(({ row, member, plainly }) => (member ? [{ row, member, plainly }] : []));
  const cells = complete(first.cells);
  if (!cells || members.length < read.length || faults.found.length > 0) return undefined;
  return { cells, members: members.sort((a, b) => (place(a) < place(b) ? -1 : 1)) };
}

/** The same whatever the order of the rows. */
const place = ({ member, plainly }: PersonInRow): string => member.number ?? `${member.relation === 'head' ? 0 : 1} ${plainly.join(' ')}`;

interface ReadRow {
  readonly row: SheetRow<RosterColumn>;
  readonly cells: Partly<HouseholdSaid>;
  readonly member: MemberListed | undefined;
  readonly plainly: readonly string[];
}

function readRow(row: SheetRow<RosterColumn>, table: Table, faults: Faults<RosterColumn>): ReadRow {
  const reader = new RowReader(row, faults);
  const cells = reader.readAll(table);
  return { row, cells, member: personIn(reader), plainly: reader.plainly };
}

/** What most rows say is the household's; those that say otherwise are the odd ones. Of as many, the first. */
function noteContradictions(rows: readonly ReadRow[], table: Table, faults: Faults<RosterColumn>): void {
  for (const column of Object.keys(table) as HouseholdColumn[]) {
    const telling = rows.filter(({ cells }) => cells[column] !== undefined);
    if (telling.every(({ cells }) => cells[column] === telling[0]?.cells[column])) continue;
    const usual = mostAlike(telling, ({ cells }) => cells[column]);
    for (const { row, cells: said } of telling)
      if (usual && said[column] !== usual.cells[column])
        faults.noteBeside(row, column, usual.row, (other) => inapplicable('list.rows-contradict', { other }));
  }
}

/** The first of those that say the same as most. */
function mostAlike<Item>(items: readonly Item[], said: (item: Item) => unknown): Item | undefined {
  const alike = (item: Item) => items.filter((other) => said(other) === said(item)).length;
  return items.reduce((most: Item | undefined, item) => (most === undefined || alike(item) > alike(most) ? item : most), undefined);
}
