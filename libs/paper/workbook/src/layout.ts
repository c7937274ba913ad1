import { isRefusalHeader } from './refusal-columns.js';
import { plainHeader } from './plain.js';
import { shortened, workbook } from './refusals.js';
import type { RawRow } from './raw-row.js';

/** A column that an importer wants, by its header. */
export interface Column<Name extends string = string> {
  readonly name: Name;
  readonly optional?: boolean | undefined;
  /** Other headers under which it is known. */
  readonly also?: readonly string[] | undefined;
}

/** How a sheet is laid out, so that a workbook of the same layout can be written. */
export interface Layout {
  readonly sheet: string;
  /** Which sheet of the workbook it is, from 1. */
  readonly sheetNumber: number;
  /** The rows above the header. */
  readonly title: readonly (readonly string[])[];
  /** All headers in their order, as written, those that nobody asked for included. */
  readonly header: readonly string[];
}

/** Where the wanted columns stand, from 0, by name; an optional one that is not there is not in it. */
export type ColumnPlaces = ReadonlyMap<string, number>;

/** A row as a header: what it has of the wanted columns, and what it lacks. */
export function matched(row: RawRow, columns: readonly Column[]): { places: ColumnPlaces; missing: string[] } {
  const headers = row.texts.map(plainHeader);
  const places = new Map<string, number>();
  for (const column of columns) {
    const place = placeOf(column, headers);
    if (place >= 0) places.set(column.name, place);
  }
  return { places, missing: columns.filter(({ name, optional }) => !optional && !places.has(name)).map(({ name }) => name) };
}

function placeOf({ name, also = [] }: Column, headers: readonly string[]): number {
  const spelling = [name, ...also].map(plainHeader).find((known) => headers.includes(known));
  return spelling === undefined ? -1 : headers.indexOf(spelling);
}

/** Refuses a header in which a wanted column stands twice: nobody can say which is meant. */
export function refuseTwice(sheet: string, row: RawRow, places: ColumnPlaces): void {
  const headers = row.texts.map(plainHeader);
  for (const [column, place] of places) {
    const twice = headers.includes(headers[place] ?? '', place + 1);
    workbook.refuseIf(twice, 'workbook.column-twice', { column, row: row.number, sheet: shortened(sheet) });
  }
}

/** The number of columns that belong to the sheet itself: those that an earlier refusal added at its end do not. */
export function ownWidth(header: readonly string[]): number {
  const added = header.findIndex(isRefusalHeader);
  return added < 0 ? header.length : added;
}
