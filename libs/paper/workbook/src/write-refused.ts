import type { Layout } from './layout.js';
import { refusalHeaders } from './refusal-columns.js';
import type { SheetRow } from './row.js';
import { writeSheet } from './write-sheet.js';

/** Why a row was refused. A fault of the row as a whole names no column. */
export interface Fault<Name extends string = string> {
  readonly column?: Name | undefined;
  readonly reason: string;
}

/** A row that goes back: with its faults, or without any when it shares the lot of a row that has. */
export interface RefusedRow<Name extends string = string> {
  readonly row: SheetRow<Name>;
  readonly faults: readonly Fault<Name>[];
}

/**
 * A workbook of the layout that the rows came in, the faulty cells coloured, with each fault's column, value and reason
 * (one a line) in three columns at the end, which a later reading leaves out: mend the cells and import it again.
 */
export async function writeRefused<Name extends string>(layout: Layout, refused: readonly RefusedRow<Name>[]): Promise<Uint8Array> {
  const { sheet, title, header } = layout;
  const faulty = refused.map(({ row, faults }) => placesOf(row, faults));
  return writeSheet({
    name: sheet,
    title,
    header: [...header, ...refusalHeaders],
    rows: refused.map((one) => [...one.row.texts, ...explained(one, header)]),
    marked: (row, column) => faulty[row]?.has(column) ?? false,
  });
}

const placesOf = <Name extends string>(row: SheetRow<Name>, faults: readonly Fault<Name>[]): ReadonlySet<number> =>
  new Set(faults.flatMap(({ column }) => (column === undefined ? [] : [row.placeOf(column)])));

function explained<Name extends string>({ row, faults }: RefusedRow<Name>, header: readonly string[]): string[] {
  const lines = (tell: (fault: Fault<Name>) => string) => shortened(faults.map(tell).join('\n'));
  return [
    lines(({ column }) => (column === undefined ? '' : (header[row.placeOf(column)] ?? column))),
    lines(({ column }) => (column === undefined ? '' : row.text(column))),
    lines(({ reason }) => reason),
  ];
}

const longest = 4_000;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
