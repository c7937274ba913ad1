import { identificationCodes as codes } from '@lookback/case/identification';
import { input, type RegionCode } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';
import { coded } from '../cell-parsers.js';
import { rowAlone } from '../standing.js';
import { identity } from './numbers.js';
import type { RosterColumn } from './roster.columns.js';

type Row = SheetRow<RosterColumn>;

/** A row of a household, one of another, and the column in which they say the same. */
export interface RowsAlike {
  readonly row: Row;
  readonly other: Row;
  readonly column: '证件号码' | '姓名';
}

/** Which rows of a roster are of one household, and what the whole of it says of those without a number, before any of it is taken. */
export class HouseholdsInRows {
  private rows: Row[] = [];
  private begun: { readonly subject: string; readonly sheet: number } | null = null;
  /** Which rows say what rows without a number say: a citizen number, or a head in a village. Null until the list is read to its end. */
  private saying: Map<string, Row[]> | null = null;

  /** @param villageOf the village that a row names; null where it is not known */
  constructor(private readonly villageOf: (row: Row) => RegionCode | null) {}

  /** By the household's number; rows without one stand together, the head's first. */
  subjectOf(row: Row): string {
    this.rows.push(row);
    const number = numberIn(row);
    if (number === '') return this.unnumbered(row);
    this.begun = null;
    return number;
  }

  private unnumbered(row: Row): string {
    const sheet = row.layout.sheetNumber;
    if (!isHead(row) && this.begun?.sheet === sheet) return this.begun.subject;
    const subject = rowAlone(row);
    this.begun = isHead(row) ? { subject, sheet } : null;
    return subject;
  }

  /** The list is read to its end: lets go of all rows that nobody will be compared with. */
  end(): void {
    if (this.saying !== null) return;
    const unnumbered = this.rows.filter((row) => numberIn(row) === '');
    this.saying = new Map(unnumbered.flatMap((row) => this.saidIn(row)).map((said) => [said, []]));
    if (this.saying.size > 0) for (const row of this.rows) for (const said of this.saidIn(row)) this.saying.get(said)?.push(row);
    this.rows = [];
  }

  /**
   * What leaves it open whether the rows of a household without a number are those of another household: a member, or the head's name and
   * village, where not both heads have a citizen number. Null where there is nothing.
   */
  alike(own: readonly Row[]): RowsAlike | null {
    const others = (said: string | null) => (said === null ? [] : (this.saying?.get(said) ?? [])).filter((row) => !own.includes(row));
    for (const row of own) {
      const [other] = others(numberSaid(row));
      if (other) return { row, other, column: '证件号码' };
    }
    for (const row of own) {
      const other = others(this.headSaid(row)).find((one) => numberSaid(row) === null || numberSaid(one) === null);
      if (other) return { row, other, column: '姓名' };
    }
    return null;
  }

  private saidIn(row: Row): string[] {
    return [numberSaid(row), this.headSaid(row)].filter((said) => said !== null);
  }

  private headSaid(row: Row): string | null {
    const village = isHead(row) ? this.villageOf(row) : null;
    return village === null ? null : `${village} ${input.name(row.text('姓名'))}`;
  }
}

const numberIn = (row: Row): string => input.code(row.text('户编号'));

const relation = coded(codes.relations);
function isHead(row: Row): boolean {
  const read = relation(row.text('与户主关系'));
  return 'value' in read && read.value === 'head';
}

/** The number by which a row's person is known from another; null where it has none. */
function numberSaid(row: Row): string | null {
  const read = identity(row.text('证件号码'));
  if (!('value' in read)) return null;
  if (typeof read.value === 'string') return read.value.slice(0, 18);
  return 'document' in read.value ? read.value.document.number : null;
}
