import { type CellStyle, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { cellValue, type WrittenCell } from './cell-value.js';

export interface SheetToWrite {
  /** The sheet's name, at most 31 characters. */
  readonly name: string;
  readonly title?: readonly (readonly string[])[] | undefined;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly WrittenCell[]>;
  /** Whether the cell in this row (from 0, the first below the header) and column (from 0) is coloured. */
  readonly marked?: ((row: number, column: number) => boolean) | undefined;
}

/** Excel's text format: a number that is typed in stays as typed, and what begins with `=` does not become a formula when it is edited. */
const text: CellStyle = { numFmt: '@' };
const bold: CellStyle = { numFmt: '@', font: { bold: true } };
const coloured: CellStyle = { numFmt: '@', fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } };

/** A workbook (.xlsx) of one sheet. Refuses, as a RangeError, a text that is too long for a cell of Excel. */
export const writeSheet = (sheet: SheetToWrite): Promise<Uint8Array> => writeSheets([sheet]);

/** The same of several. */
export const writeSheets = async (sheets: readonly SheetToWrite[]): Promise<Uint8Array> => writeXlsx({ sheets: sheets.map(written) });

function written({ name, title = [], header, rows, marked }: SheetToWrite): WriteSheet {
  const below = Array.from(rows, (row) => row.map(cellValue));
  const above = [...title, header].map((row) => row.map(cellValue));
  return {
    name,
    columns: header.map(() => ({ width: 16 })),
    rows: [...above, ...below],
    cells: styles(above, below, marked),
    freezePane: { rows: above.length },
  };
}

function styles(above: readonly CellValue[][], below: readonly CellValue[][], marked: SheetToWrite['marked']) {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const head = above.length - 1;
  above[head]?.forEach((_, column) => cells.set(`${String(head)},${String(column)}`, { style: bold }));
  below.forEach((row, at) => {
    row.forEach((value, column) => {
      const style = marked?.(at, column) ? coloured : isMistaken(value) ? text : undefined;
      if (style) cells.set(`${String(above.length + at)},${String(column)}`, { style });
    });
  });
  return cells;
}

/** What Excel would take for a formula, or for a number of fewer digits, as soon as somebody edits it. */
const isMistaken = (value: CellValue): boolean => typeof value === 'string' && /^[=+\-@\t\r]|\d{12}/.test(value);
