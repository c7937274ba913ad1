import type { CellValue } from 'hucre/xlsx';
import { defaultLimits } from './limits.js';

/** A cell on its way out. A string is text and never a formula, whatever it begins with. */
export type WrittenCell = string | number;

/** As hucre writes it. Refuses, as a RangeError, a text that is too long for a cell of Excel. */
export function cellValue(value: WrittenCell): CellValue {
  if (typeof value === 'number') return value;
  if (value.length > defaultLimits.cellLength)
    throw new RangeError(`A cell of Excel holds ${String(defaultLimits.cellLength)} characters at most.`);
  return value === '' ? null : escaped(value);
}

/** What looks like one of Excel's escapes but is plain text is escaped itself, or it would be undone on the way in. */
const escaped = (value: string): string => value.replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_');
