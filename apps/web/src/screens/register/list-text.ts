import type { Words } from '../../i18n/words.js';
import { cellText } from './cell-text.js';
import type { RegisterColumn, RegisterRow } from './register-shapes.js';

/** As many rows as are copied at once: more is what an export is for. */
export const mostCopied = 5_000;

/** Rows as a spreadsheet takes them: a line each, cells apart by tabs, the titles above. */
export function textOf(columns: readonly RegisterColumn[], rows: Iterable<RegisterRow>, t: Words): string {
  const lines = [columns.map(({ called }) => plain(t.both(called)))];
  for (const { cells } of rows) lines.push(columns.map((column) => plain(cellText(column, cells[column.name], t))));
  return lines.map((line) => line.join('\t')).join('\r\n');
}

/** In one cell of one line, and never a formula, which would be worked out where it is put. */
function plain(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?!\d)/.test(line) ? `'${line}` : line;
}
