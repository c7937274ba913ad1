import type { SheetRow, RowStanding } from '@lookback/paper/workbook';

/** A row of a list by where it stands there. */
export interface RowTold {
  readonly sheet: string;
  /** As Excel counts, from 1. */
  readonly row: number;
}

/** Where rows stand in the list itself. */
export const inList: RowStanding = (row) => ({ sheet: row.layout.sheet, number: row.number });

export const rowTold = (row: SheetRow): RowTold => ({ sheet: row.layout.sheet, row: row.number });

/** A row that is a subject by itself, as it names none. */
export const rowAlone = ({ layout, number }: SheetRow): string =>
  layout.sheetNumber === 1 ? `row ${number}` : `${layout.sheet} row ${number}`;
