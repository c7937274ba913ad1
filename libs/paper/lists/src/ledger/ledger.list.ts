import { household, householdIdOf } from '@lookback/case/household';
import { type StatedStatus, TakeOverProblem } from '@lookback/case/rectification';
import { type CalendarDate, type Digest, input, type PersonId, type UnitId } from '@lookback/kernel';
import { anySubject } from '@lookback/office/desk';
import type { Column, SheetRow } from '@lookback/paper/workbook';
import type { Faults } from '../fault.js';
import type { List, Source, Taken } from '../list.js';
import { inapplicable } from '../lists.rules.js';
import { rowAlone, type RowTold, rowTold } from '../standing.js';
import type { HeadsSaid } from '../officials/heads-said.js';
import type { Named } from '../officials/household-desk.js';
import { countyOf } from '../officials/numbered-county.js';
import type { Officials } from '../officials/officials.js';
import { type Classes, type Until, headColumns, type LedgerColumn, problemColumns, type Sources } from './ledger.columns.js';
import { problemIn, type ProblemRead } from './problem-in-row.js';

type Row = SheetRow<LedgerColumn>;

/** The rectification ledger: one row a problem of a household. */
export class LedgerList implements List<LedgerColumn> {
  readonly subject = anySubject(household);
  readonly alreadyOnRecord = 'rectification.number-taken';
  readonly columns: readonly Column<LedgerColumn>[];
  readonly known = ['户编号', '问题描述', '序号'] as const;
  /** How many sound rows state what. */
  /** Rows that state a day after the list's date: the date is wrong, or the day. */
  readonly later: RowTold[] = [];
  readonly stated: Record<StatedStatus, number> = { 'not-started': 0, 'in-progress': 0, cancelled: 0 };
  private readonly table: ReturnType<typeof problemColumns>;

  constructor(
    private readonly knows: Classes & Sources & Until & { readonly dated: CalendarDate },
    private readonly officials: Officials,
    private readonly heads: HeadsSaid,
  ) {
    this.table = problemColumns(knows);
    const names = [...Object.keys(this.table), ...Object.keys(headColumns)] as LedgerColumn[];
    this.columns = names.map((name) => ({ name }));
  }

  /** A problem is its number in its household; a row that lacks one is a problem by itself. */
  subjectOf(row: Row): string {
    const [number, of] = [input.mixedCode(row.text('序号')), input.code(row.text('户编号'))];
    return number && of ? `${of} ${number}` : rowAlone(row);
  }

  take(rows: readonly Row[], source: Source, faults: Faults<LedgerColumn>): Taken | undefined {
    const [first, ...others] = rows;
    if (!first) return undefined;
    for (const row of others) faults.noteBeside(row, '序号', first, (other) => inapplicable('list.problem-twice', { other }));
    const read = problemIn(first, this.table, faults);
    return read && this.taken(first, read, source);
  }

  private taken(row: Row, { said, status, head, asWritten, plainly }: ProblemRead, { file }: Source): Taken {
    const number = said.户编号;
    const id = householdIdOf(countyOf(number), number);
    this.heads.note(id, number, row, head);
    this.stated[status]++;
    if ([said.发现时间, said.销号时间].some((day) => day !== null && day > this.knows.dated)) this.later.push(rowTold(row));
    const command = TakeOverProblem.of({
      number: said.序号,
      list: { file: file as Digest, sheet: row.layout.sheetNumber, row: row.number },
      status,
      source: said.问题来源,
      class: said.问题类别,
      words: said.问题描述,
      measure: said.整改措施,
      foundOn: said.发现时间,
      dueOn: said.整改时限,
      cancelledOn: said.销号时间,
      cancelNumber: said.销号编号,
      asWritten,
      ...this.duties(said),
    });
    return { id, number: said.序号, command, places: [], content: [plainly] };
  }

  private duties(said: ProblemRead['said']): Pick<TakeOverProblem, 'leader' | 'unit' | 'staff'> {
    const [unit, county] = [said.责任单位, countyOf(said.户编号)];
    if (unit === null) return { leader: null, unit: null, staff: null };
    const unitId = this.officials.unitId({ name: unit, county });
    this.officials.noteUnit({ name: unit, county }, unitId);
    const idOf = (name: string | null): PersonId | null => {
      if (name === null) return null;
      const official = { name, phone: null, unit, county };
      const ids = this.officials.idsOf(official);
      this.officials.note(official, ids);
      return ids.person;
    };
    return { leader: idOf(said.责任领导), unit: unitId, staff: idOf(said.责任人) };
  }
}

const duties = ({ unit, leader, staff }: TakeOverProblem) => [unit, leader, staff].filter((id) => id !== null);

/** How the command of a problem names those who have the duty. */
export const dutiesNamed: Named = {
  idsIn: (command) => (command instanceof TakeOverProblem ? duties(command) : []),
  renamed: (command, actual) => {
    if (!(command instanceof TakeOverProblem)) return command;
    const idOf = <Id extends PersonId | UnitId>(id: Id | null) => id && ((actual.get(id) ?? id) as Id);
    const { leader, unit, staff } = command;
    return TakeOverProblem.of(command, { leader: idOf(leader), unit: idOf(unit), staff: idOf(staff) });
  },
};
