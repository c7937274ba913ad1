import type { Unfit } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';

/** The rule that was broken, in both languages: what a list notes, and what the desk answers. */
export type Why = Pick<Unfit, 'rule' | 'in'>;

/** A fault where it stands; one of the row as a whole has no column. */
export interface Found<Name extends string> {
  readonly row: SheetRow<Name>;
  readonly column?: Name | undefined;
  readonly why: Why;
}

/** All that is wrong with the rows of one subject, so that it can be mended in one go. */
export class Faults<Name extends string> {
  readonly found: Found<Name>[] = [];

  note(row: SheetRow<Name>, column: Name, why: Why): void {
    this.found.push({ row, column, why });
  }
}
