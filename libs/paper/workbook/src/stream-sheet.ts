import { type CellStyle, writeXlsxStream } from 'hucre/xlsx';
import { cellValue, type WrittenCell } from './cell-value.js';

export interface SheetToStream {
  /** The sheet's name, at most 31 characters. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly WrittenCell[]>;
}

/** Every cell in Excel's text format: nothing becomes a formula or loses digits when it is edited. */
const text: CellStyle = { numFmt: '@' };

/**
 * A workbook (.xlsx) of one sheet, as its rows come: it may have a million, and few of them are in memory. Ends with a RangeError
 * where a text is too long for a cell of Excel; what fails before there is a first row fails before the first byte.
 */
export async function* streamSheet({ name, header, rows }: SheetToStream): AsyncGenerator<Uint8Array> {
  const columns = header.map((title) => ({ header: title, width: 16, style: text }));
  const coming = cells(rows);
  const first = await coming.next();
  yield* writeXlsxStream(from(first, coming), { name, columns, freezePane: { rows: 1 } });
}

async function* from<Row>(first: IteratorResult<Row, unknown>, others: AsyncGenerator<Row>) {
  if (first.done) return;
  yield first.value;
  yield* others;
}

async function* cells(rows: SheetToStream['rows']) {
  for await (const row of rows) yield row.map(cellValue);
}
