import type { Language } from '@lookback/kernel';
import type { Layout } from './layout.js';
import { refusalHeaders } from './refusal-columns.js';
import type { SheetRow } from './row.js';
import { type SheetToWrite, writeSheets } from './write-sheet.js';

/** Where a row stands: its sheet's name, and its number as Excel counts. */
export type RowStanding = (row: SheetRow) => { readonly sheet: string; readonly number: number };

/** Why a row was refused. A fault of the row as a whole names no column. */
export interface Fault<Name extends string = string> {
  readonly column?: Name | undefined;
  /** It may cite other rows: by where they stand in the workbook that its reader holds. */
  readonly reason: (standing: RowStanding, language: Language) => string;
}

/** A row that goes back: with its faults, or without any when it shares the lot of a row that has. */
export interface RefusedRow<Name extends string = string> {
  readonly row: SheetRow<Name>;
  readonly faults: readonly Fault<Name>[];
}

/**
 * A workbook of the layouts that the rows came in, sheet by sheet, the faulty cells coloured, with each fault's column, value and
 * reason (one a line) in three columns at the end, which a later reading leaves out: mend the cells and import it again.
 */
export async function writeRefused<Name extends string>(refused: readonly RefusedRow<Name>[], language: Language): Promise<Uint8Array> {
  const sheets = new Map<Layout, RefusedRow<Name>[]>();
  for (const one of refused) grown(sheets, one.row.layout).push(one);
  const numbers = new Map<SheetRow, number>();
  for (const [{ title }, rows] of sheets) rows.forEach(({ row }, i) => numbers.set(row, title.length + 2 + i));
  const standing: RowStanding = (row) => ({ sheet: row.layout.sheet, number: numbers.get(row) ?? row.number });
  return writeSheets([...sheets].map(([layout, rows]) => sheetOf(layout, rows, standing, language)));
}

function sheetOf<Name extends string>(
  { sheet, title, header }: Layout,
  refused: readonly RefusedRow<Name>[],
  standing: RowStanding,
  language: Language,
): SheetToWrite {
  const faulty = refused.map(({ row, faults }) => placesOf(row, faults));
  return {
    name: sheet,
    title,
    header: [...header, ...refusalHeaders[language]],
    rows: refused.map((one) => [...one.row.texts, ...explained(one, header, (fault) => fault.reason(standing, language))]),
    marked: (row, column) => faulty[row]?.has(column) ?? false,
  };
}

const placesOf = <Name extends string>(row: SheetRow<Name>, faults: readonly Fault<Name>[]): ReadonlySet<number> =>
  new Set(faults.flatMap(({ column }) => (column === undefined ? [] : [row.placeOf(column)])));

function explained<Name extends string>(
  { row, faults }: RefusedRow<Name>,
  header: readonly string[],
  reason: (fault: Fault<Name>) => string,
): string[] {
  const lines = (tell: (fault: Fault<Name>) => string) => shortened(faults.map(tell).join('\n'));
  return [
    lines(({ column }) => (column === undefined ? '' : (header[row.placeOf(column)] ?? column))),
    lines(({ column }) => (column === undefined ? '' : row.text(column))),
    lines(reason),
  ];
}

const longest = 4_000;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** The list of a key, there already or begun. */
function grown<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
