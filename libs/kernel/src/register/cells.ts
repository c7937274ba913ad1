import type { InBoth, WordList } from '../sentences.js';

/** What stands in a cell. Days are `YYYY-MM-DD`, money is fen; nothing sealed. */
export type CellValue = string | number | boolean | null;

/** What the cells of a column hold: how they are kept, looked for, ordered and shown follows from it. */
export type CellKind =
  | { readonly name: 'text' | 'region' | 'day' | 'count' | 'fen' | 'person' | 'unit' | 'yes-no' }
  | { readonly name: 'code'; readonly words: Readonly<Record<string, InBoth>> }
  /** A code of a standard's list: its words are those of the list that ruled in the county named in one column on the day named in another. */
  | { readonly name: 'listed'; readonly list: WordList; readonly county: string; readonly saidOn: string };

/** A number or a name of the office's own, which names nobody: found by its beginning. */
export const text: CellKind = { name: 'text' };
/** A region, found with all that lies in it. */
export const region: CellKind = { name: 'region' };
export const day: CellKind = { name: 'day' };
export const count: CellKind = { name: 'count' };
/** Money. */
export const fen: CellKind = { name: 'fen' };
/** An official, by id. */
export const person: CellKind = { name: 'person' };
/** A public body, by id. */
export const unit: CellKind = { name: 'unit' };
export const yesNo: CellKind = { name: 'yes-no' };
export const code = (words: Readonly<Record<string, InBoth>>): CellKind => ({ name: 'code', words });
export const listed = (list: WordList, at: { readonly county: string; readonly saidOn: string }): CellKind => ({
  name: 'listed',
  list,
  ...at,
});
