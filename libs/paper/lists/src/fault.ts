import type { Refusal, Inapplicable } from '@lookback/kernel';
import type { SheetRow, RowStanding } from '@lookback/paper/workbook';

/** The rule that was broken: what a list notes, and what the desk answers. */
export type Why = Inapplicable | Refusal;

/** A rule that cites another row, by where that stands in what its reader holds: the list, or the workbook of refused rows. */
export type Citing = (standing: RowStanding) => Why;

/** A fault where it stands; one of the row as a whole has no column. */
export interface Found<Name extends string> {
  readonly row: SheetRow<Name>;
  readonly column?: Name | undefined;
  readonly why: Why | Citing;
}

/** All that is wrong with the rows of one subject, so that it can be mended in one go. */
export class Faults<Name extends string> {
  readonly found: Found<Name>[] = [];

  note(row: SheetRow<Name>, column: Name, why: Why | Citing): void {
    this.found.push({ row, column, why });
  }

  /** A fault that is one beside another row of the subject. */
  noteBeside(row: SheetRow<Name>, column: Name, other: SheetRow<Name>, why: (other: number | string) => Why): void {
    this.note(row, column, (standing) => why(cited(standing(other), standing(row).sheet)));
  }
}

/** Its number; on another sheet as Excel's formulas cite it, `二村!5`. */
const cited = ({ sheet, number }: ReturnType<RowStanding>, here: string): number | string =>
  sheet === here ? number : `${sheet}!${number}`;
