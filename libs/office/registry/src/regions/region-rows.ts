import { input, type RegionCode } from '@lookback/kernel';
import type { Division } from './regions.events.js';
import { nation } from './region-code.js';

/** A line of the list: its number in the file, and what its cells say, unchecked. */
export interface RegionRow {
  readonly line: number;
  readonly division: Division;
}

const columns = ['code', 'name', 'level', 'parent'] as const;
/** A province has some 50,000 villages. */
const mostLines = 100_000;
const mostCharacters = 10_000_000;

/** The rows of a CSV list of divisions; empty lines are left out. Calls `fail` with what makes the whole list unreadable. */
export function rowsOf(csv: string, fail: (problem: string) => never): RegionRow[] {
  if (csv.length > mostCharacters) fail(`it has ${csv.length} characters; ${mostCharacters} are the most`);
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/, mostLines + 1);
  if (lines.length > mostLines) fail(`it has more than ${mostLines} lines`);
  const header = cellsOf(lines[0] ?? '').map((cell) => cell.toLowerCase());
  const places = columns.map((column) => header.indexOf(column));
  const missing = columns.filter((_, i) => places[i] === -1);
  if (missing.length > 0) fail(`line 1: column ${missing.join(', ')} is missing; the columns are ${columns.join(', ')}`);
  return lines.flatMap((line, i) => {
    if (i === 0 || line.trim() === '') return [];
    const cells = cellsOf(line);
    const [code = '', name = '', level = '', parent = ''] = places.map((place) => cells[place]);
    return [{ line: i + 1, division: divisionOf(code, name, level, parent) }];
  });
}

/** No cell of this list may hold a comma, so quotes are mere decoration. */
const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** A province's parent may be left empty. The casts are checked by who reads the rows. */
const divisionOf = (code: string, name: string, level: string, parent: string) =>
  ({
    code,
    name: input.line(name),
    level,
    parent: parent === '' && level === 'province' ? nation : (parent as RegionCode),
  }) as Division;
