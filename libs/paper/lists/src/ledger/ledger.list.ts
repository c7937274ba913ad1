import { household } from '@lookback/case/household';
import { type StatedStatus, TakeOverProblem } from '@lookback/case/rectification';
import type { CalendarDate, Digest, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { anySubject } from '@lookback/office/desk';
import type { Column, SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { List, ListSource, Taken } from '../list.js';
import { inapplicable } from '../lists.rules.js';
import { type RowTold, rowTold } from '../standing.js';
import type { HeadsSaid } from '../households/heads-said.js';
import type { HouseholdsSought } from '../households/households-sought.js';
import type { NamedOfficials } from '../households/household-desk.js';
import { TablesOfCounties } from '../list-of-county.js';
import type { Officials } from '../officials/officials.js';
import { type HouseholdOfRow, type HouseholdsKnow, HouseholdsOfRows } from './households-of-rows.js';
import { householdColumns, type LedgerColumn, mayLack, problemColumns, type ProblemLists, type Until } from './ledger.columns.js';
import { toBeGiven } from './numbering-desk.js';
import { problemIn, type ProblemRead } from './problem-in-row.js';
import { ProblemsInRows } from './problems-in-rows.js';

type Row = SheetRow<LedgerColumn>;

/** What the rows of a ledger say beside their problems: whom they name, whom they take for heads, and of which households they are. */
export interface LedgerNotes {
  readonly officials: Officials;
  readonly heads: HeadsSaid;
  readonly households: HouseholdsSought;
}

/** What has to be known to read a ledger. */
export interface LedgerKnows extends ProblemLists, Until, HouseholdsKnow {
  readonly dated: CalendarDate;
}

/** The rectification ledger: one row a problem of a household. */
export class LedgerList implements List<LedgerColumn> {
  readonly subject = anySubject(household);
  readonly alreadyOnRecord = ['rectification.number-taken', 'rectification.problem-listed'];
  readonly columns: readonly Column<LedgerColumn>[];
  readonly known = ['户编号', '问题描述', '序号'] as const;
  /** Rows that state a day after the list's date: the date is wrong, or the day. */
  readonly later: RowTold[] = [];
  /** How many sound rows state what. */
  readonly stated: Record<StatedStatus, number> = { 'not-started': 0, 'in-progress': 0, cancelled: 0 };
  readonly problems: ProblemsInRows;
  private readonly tables: TablesOfCounties<ReturnType<typeof problemColumns>>;
  private readonly households: HouseholdsOfRows;

  constructor(
    private readonly knows: LedgerKnows,
    private readonly notes: LedgerNotes,
  ) {
    this.households = new HouseholdsOfRows(knows, notes);
    this.tables = new TablesOfCounties((county) => problemColumns(knows, { county, dated: knows.dated }));
    const names = [...Object.keys(this.tables.of(null)), ...Object.keys(householdColumns)] as LedgerColumn[];
    this.columns = names.map((name) => ({ name, optional: mayLack.includes(name) }));
    this.problems = new ProblemsInRows((row) => this.tableFor(row));
  }

  subjectOf(row: Row): string {
    return this.problems.subjectOf(row);
  }

  take(rows: readonly Row[], source: ListSource, faults: Faults<LedgerColumn>): Taken | undefined {
    const [first, ...others] = rows;
    if (!first) return undefined;
    for (const row of others) {
      const column = (['问题编号', '序号', '问题描述'] as const).find((one) => row.text(one) !== '') ?? '户编号';
      faults.noteBeside(row, column, first, (other) => inapplicable('list.problem-twice', { other }));
    }
    const read = problemIn(first, this.tableFor(first), faults);
    const household = read && this.households.of(first, read);
    if (read && !household) faults.note(first, '行政村', inapplicable('list.village-not-one'));
    return household && this.taken(first, read, household, source);
  }

  /** By the lists of the household's county. */
  private tableFor(row: Row) {
    return this.tables.of(this.households.countyOf(row));
  }

  private taken(row: Row, { cells, status, asWritten, plainly }: ProblemRead, household: HouseholdOfRow, { file }: ListSource): Taken {
    const { id, county, headed } = household;
    this.stated[status]++;
    if ([cells.发现时间, cells.销号时间].some((day) => day !== null && day > this.knows.dated)) this.later.push(rowTold(row));
    const command = TakeOverProblem.from({
      number: cells.问题编号 ?? toBeGiven,
      list: { file: file as Digest, sheet: row.layout.sheetNumber, row: row.number, number: cells.序号 },
      status,
      source: cells.问题来源,
      class: cells.问题类别,
      words: cells.问题描述,
      measure: cells.整改措施,
      foundOn: cells.发现时间,
      dueOn: cells.整改时限,
      cancelledOn: cells.销号时间,
      cancelNumber: cells.销号编号,
      asWritten,
      ...this.duties(cells, county),
    });
    const numbered = cells.问题编号 ?? cells.序号;
    const called = () => [household.called(), ...(numbered === null ? [] : [numbered])].join(' ');
    const content = headed ? [plainly, [headed.village, headed.name]] : [plainly];
    return { id, called, command, places: [], content };
  }

  private duties(cells: ProblemRead['cells'], county: RegionCode): Pick<TakeOverProblem, 'leader' | 'unit' | 'staff'> {
    const unit = cells.责任单位;
    if (unit === null) return { leader: null, unit: null, staff: null };
    const unitId = this.notes.officials.unitId({ name: unit, county });
    this.notes.officials.noteUnit({ name: unit, county }, unitId);
    const idOf = (name: string | null): PersonId | null => {
      if (name === null) return null;
      const official = { name, phone: null, unit, county };
      const ids = this.notes.officials.idsOf(official);
      this.notes.officials.note(official, ids);
      return ids.person;
    };
    return { leader: idOf(cells.责任领导), unit: unitId, staff: idOf(cells.责任人) };
  }
}

const duties = ({ unit, leader, staff }: TakeOverProblem) => [unit, leader, staff].filter((id) => id !== null);

/** How the command of a problem names those who have the duty. */
export const dutiesNamed: NamedOfficials = {
  idsIn: (command) => (command instanceof TakeOverProblem ? duties(command) : []),
  renamed: (command, actual) => {
    if (!(command instanceof TakeOverProblem)) return command;
    const idOf = <Id extends PersonId | UnitId>(id: Id | null) => id && ((actual.get(id) ?? id) as Id);
    const { leader, unit, staff } = command;
    return TakeOverProblem.from(command, { leader: idOf(leader), unit: idOf(unit), staff: idOf(staff) });
  },
};
