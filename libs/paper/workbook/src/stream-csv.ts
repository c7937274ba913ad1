import type { WrittenCell } from './cell-value.js';

/** So that Excel reads it as UTF-8. */
const byteOrderMark = '\uFEFF';
/** Excel takes what begins so for a formula. */
const isFormula = /^[=+\-@\t\r]/;

/** A table as text with commas, line by line as its rows come. Text that a program might take for a formula has an apostrophe before it. */
export async function* streamCsv(header: readonly string[], rows: AsyncIterable<readonly WrittenCell[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${byteOrderMark}${line(header)}`);
  for await (const row of rows) yield encoder.encode(line(row));
}

const line = (cells: readonly WrittenCell[]): string => `${cells.map(field).join()}\r\n`;

function field(cell: WrittenCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = isFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
