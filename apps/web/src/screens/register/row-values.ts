import type { RegisterRow } from './register-shapes.js';

/** What a cell of a row holds as text; null where it is empty. */
export const textIn = (row: RegisterRow, column: string): string | null => {
  const value = row.cells[column]?.value ?? null;
  return value === null ? null : String(value);
};
