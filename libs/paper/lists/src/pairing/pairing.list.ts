import { HelperListed, TakeOverHelpers } from '@lookback/case/assistance';
import { household, listedHouseholdId } from '@lookback/case/household';
import { type CalendarDate, type Digest, input, type PersonId, type UnitId } from '@lookback/kernel';
import { anySubject } from '@lookback/office/desk';
import type { Column, SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { List, ListSource, Taken } from '../list.js';
import { inapplicable } from '../lists.rules.js';
import { rowAlone } from '../standing.js';
import { complete, RowReader } from '../row-reader.js';
import { headColumns, helperColumns, type PairingColumn } from './pairing.columns.js';
import type { NamedOfficials } from '../households/household-desk.js';
import { type ListOfCounty, TablesOfCounties } from '../list-of-county.js';
import { countyOf, countyWritten } from '../officials/numbered-county.js';
import type { ListedHelperRow } from './helper-row.js';
import type { PairingNotes } from './pairing-notes.js';

type Row = SheetRow<PairingColumn>;

/** More helpers than any household has; bounds what one commit may hold. */
const mostHelpers = 20;

/** Who helps which household: one row a helper of a household. */
export class PairingList implements List<PairingColumn> {
  readonly subject = anySubject(household);
  readonly alreadyOnRecord = ['assistance.helpers-on-record'];
  readonly columns: readonly Column<PairingColumn>[];
  readonly known = ['户编号', '帮扶责任人', '联系电话'] as const;
  private readonly tables: TablesOfCounties<ReturnType<typeof helperColumns>>;

  constructor(
    ranks: ListOfCounty,
    private readonly notes: PairingNotes,
    { dated, until }: { readonly dated: CalendarDate; readonly until: CalendarDate },
  ) {
    this.tables = new TablesOfCounties((county) => helperColumns(ranks, until, { county, dated }));
    const names = [...Object.keys(this.tables.of(null)), ...Object.keys(headColumns)] as PairingColumn[];
    this.columns = names.map((name) => ({ name }));
  }

  /** A row without a household number is a household by itself. */
  subjectOf(row: Row): string {
    return input.code(row.text('户编号')) || rowAlone(row);
  }

  take(rows: readonly Row[], source: ListSource, faults: Faults<PairingColumn>): Taken | undefined {
    const [first] = rows;
    if (!first) return undefined;
    if (rows.length > mostHelpers) faults.note(first, '户编号', inapplicable('list.helpers-too-many', { limit: mostHelpers }));
    const read = rows.slice(0, mostHelpers).flatMap((row) => this.read(row, faults) ?? []);
    noteTwice(read, faults);
    if (faults.found.length > 0) return undefined;
    return this.taken(read, source);
  }

  private read(row: Row, faults: Faults<PairingColumn>): ListedHelperRow | undefined {
    const reader = new RowReader(row, faults);
    const cells = complete(reader.readAll(this.tables.of(countyWritten(row.text('户编号')))));
    const { asWritten, plainly } = { asWritten: reader.asWritten, plainly: [...reader.plainly] };
    const head = reader.readAll(headColumns).户主姓名;
    if (!cells || head === undefined) return undefined;
    const { 帮扶责任人: name, 联系电话: phone, 帮扶单位: unit, 职级: rank, 单位隶属关系: affiliation, 帮扶开始时间: startedOn } = cells;
    const official = { name, phone, unit, county: countyOf(cells.户编号) };
    return {
      row,
      cells,
      head,
      plainly,
      official,
      helper: { row: row.number, ...this.notes.officials.idsOf(official), rank, affiliation, startedOn, asWritten },
    };
  }

  private taken(read: readonly ListedHelperRow[], { file }: ListSource): Taken | undefined {
    const [first] = read;
    if (!first) return undefined;
    const [number, sheet] = [first.cells.户编号, first.row.layout.sheetNumber];
    const id = listedHouseholdId(countyOf(number), number);
    this.notes.note(id, number, read);
    const helpers = read.map(({ helper }) => helper);
    const command = TakeOverHelpers.from({ source: { file: file as Digest, sheet }, helpers });
    return { id, called: () => number, command, places: [], content: read.map(({ plainly }) => plainly).sort(byText) };
  }
}

const byText = (a: readonly string[], b: readonly string[]): number => (a.join('\n') < b.join('\n') ? -1 : 1);

function noteTwice(read: readonly ListedHelperRow[], faults: Faults<PairingColumn>): void {
  const firsts = new Map<string, Row>();
  for (const { row, helper } of read) {
    const first = firsts.get(helper.person);
    if (first === undefined) firsts.set(helper.person, row);
    else faults.noteBeside(row, '帮扶责任人', first, (other) => inapplicable('list.helper-twice', { other }));
  }
}

/** How the command of a household names its helpers. */
export const helpersNamed: NamedOfficials = {
  idsIn: (command) => (command instanceof TakeOverHelpers ? command.helpers.flatMap(({ unit, person }) => [unit, person]) : []),
  renamed: (command, actual) =>
    command instanceof TakeOverHelpers
      ? TakeOverHelpers.from(command, {
          helpers: command.helpers.map((helper) => Object.assign(new HelperListed(), helper, renamed(helper, actual))),
        })
      : command,
};

const renamed = ({ person, unit }: Pick<HelperListed, 'person' | 'unit'>, actual: ReadonlyMap<string, string>) => ({
  person: (actual.get(person) ?? person) as PersonId,
  unit: (actual.get(unit) ?? unit) as UnitId,
});
