import type { ValueKind } from '../kinds/index.js';

/** What stands in a cell. Days are `YYYY-MM-DD`, money is fen; nothing sealed. */
export type CellValue = string | number | boolean | null;

/** The kinds of which one value stands in a cell. */
type OneValue = Extract<ValueKind, { readonly name: 'text' | 'region' | 'day' | 'count' | 'fen' | 'person' | 'unit' | 'yes-no' | 'code' }>;

/** A code of a standard's list: its words are those of the list that ruled in the county named in one column on the day named in another. */
type ListedCell = Extract<ValueKind, { readonly name: 'listed' }> & SaidAt;

interface SaidAt {
  readonly county: string;
  readonly saidOn: string;
}

/** What the cells of a column hold: how they are kept, looked for, ordered and shown follows from it. */
export type CellKind = OneValue | ListedCell;

/** A code of a list in a column, with the columns of where and of which day it was said. */
export const saidAt = (kind: Extract<ValueKind, { readonly name: 'listed' }>, at: SaidAt): CellKind => ({ ...kind, ...at });
