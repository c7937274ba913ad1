import { Inapplicable, input } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';
import { rowAlone } from '../standing.js';
import type { LedgerColumn, problemColumns } from './ledger.columns.js';

type Row = SheetRow<LedgerColumn>;
type Table = ReturnType<typeof problemColumns>;

/** Which rows of a ledger are of one problem, and what the whole of it says of numbers, before any of it is taken. */
export class ProblemsInRows {
  /** The numbers under which the list keeps problems itself: no other problem is given one of them. */
  readonly numbers = new Set<string>();
  private readonly subjects = new Map<string, string>();

  /** @param tableFor the columns by which a row is read */
  constructor(private readonly tableFor: (row: Row) => Table) {}

  /**
   * Rows of a household are of one problem under one number, or found on one day under one 序号, or where they have neither and say the
   * same: so much the rules tell apart once the first of them is on record, and a dry run must tell it as well. A household without a
   * number is known by its village and its head.
   */
  subjectOf(row: Row): string {
    const { 户编号: numbered, 序号: listed, 问题编号: number, 发现时间: day, ...others } = this.plainly(row);
    if (number) this.numbers.add(number);
    const household = numbered || headSaid(row);
    if (!household) return rowAlone(row);
    const names = [number && `${household} ${number}`, listed && `${household} ${listed} ${day}`].filter((name) => name !== '');
    const keys = names.length > 0 ? names : [JSON.stringify([household, day, others])];
    const called = numbered ? names[0] : undefined;
    const subject = keys.map((key) => this.subjects.get(key)).find((known) => known !== undefined) ?? called ?? rowAlone(row);
    for (const key of keys) this.subjects.set(key, subject);
    return subject;
  }

  /** What a row says in each column, written plainly. */
  private plainly(row: Row): Record<keyof Table, string> {
    const table = this.tableFor(row);
    const cells = {} as Record<keyof Table, string>;
    for (const column in table) {
      const name = column as keyof Table;
      const written = row.text(name);
      const read = (table[name] as input.Reading<unknown>)(written);
      cells[name] = read instanceof Inapplicable ? written : read.plainly;
    }
    return cells;
  }
}

/** The head in a village, as a row has it; empty where it names none. */
function headSaid(row: Row): string {
  const head = input.name(row.text('户主姓名'));
  return (
    head &&
    [row.text('乡(镇)'), row.text('行政村')]
      .map((text) => input.line(text))
      .concat(head)
      .join(' ')
  );
}
