import { type Column, type Layout, matched, ownWidth, type ColumnPlaces, refuseTwice } from './layout.js';
import { defaultLimits, type Limits } from './limits.js';
import type { Merge } from './merge.js';
import { type RawRows, type RawSheet, rawSheets } from './raw-sheets.js';
import { sheetsAhead } from './read-ahead.js';
import { workbook } from './refusals.js';
import { type Header, SheetRow } from './row.js';
import type { RawRow } from './raw-row.js';

/** A sheet that is being read: its layout is known, its rows come as they are asked for, once. */
export interface Sheet<Name extends string = string> {
  readonly layout: Layout;
  /** Refuses the file when it meets a fault further on: rows that came before it are then not to be trusted either. */
  readonly rows: AsyncIterable<SheetRow<Name>>;
  /** Which of its cells are merged, once its rows have been read to their end; `spread` gives rows what they say. */
  merges(): readonly Merge[];
}

/** A sheet that holds something, but no header that fits: what the row that came closest to one lacks. */
export interface SheetLeftOut {
  readonly sheet: string;
  readonly missing: readonly string[];
}

export interface SheetReading<Name extends string> {
  readonly columns: readonly Column<Name>[];
  readonly limits?: Partial<Limits> | undefined;
}

const headerWithin = 20;

/**
 * Opens the first sheet of a workbook (.xlsx) that has all required columns in one of its first 20 rows, in whatever
 * order. Texts come as they are written, numbers as shortest decimals, days as YYYY-MM-DD, TRUE and FALSE, formulas
 * as what they last came to; a row tells which of its cells are odd. Rows that hold nothing are passed over. Memory is
 * bounded by the limits, whatever the file claims. Throws a `Refusal` of a `workbook.*` rule.
 */
export async function readSheet<const Name extends string>(bytes: Uint8Array, reading: SheetReading<Name>): Promise<Sheet<Name>> {
  const sheets = readSheets(bytes, reading);
  const first = await sheets.next();
  if (first.done) throw new Error('a workbook in which no sheet fits was not refused');
  return { ...first.value, rows: untilTheEnd(first.value.rows, sheets) };
}

/** Lets the workbook go when the rows have been read, or when nobody wants more of them. */
async function* untilTheEnd<Row, Left>(rows: AsyncIterable<Row>, sheets: AsyncGenerator<unknown, readonly Left[]>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } finally {
    await sheets.return([]);
  }
}

/**
 * Every sheet of a workbook that has all required columns, one after another, each as `readSheet` has it; at the end those that are
 * left out. Throws a `Refusal` where none fits.
 */
export async function* readSheets<const Name extends string>(
  bytes: Uint8Array,
  { columns, limits }: SheetReading<Name>,
): AsyncGenerator<Sheet<Name>, readonly SheetLeftOut[], undefined> {
  const ahead = limits ? undefined : sheetsAhead(bytes);
  const sheets = ahead ?? rawSheets(bytes, { ...defaultLimits, ...limits });
  const leftOut: SheetLeftOut[] = [];
  let found = 0;
  try {
    for await (const raw of sheets) {
      const tried = new Closest(columns);
      const header = await headerIn(raw, tried);
      if (header) {
        found++;
        yield { layout: header.layout, rows: rowsBelow<Name>(header, raw.rows), merges: () => raw.merges() };
      } else if (tried.any) leftOut.push({ sheet: raw.name, missing: tried.missing });
      await raw.rows.return();
    }
  } finally {
    await sheets.return();
  }
  if (found === 0) refuseNone(columns, leftOut);
  return leftOut;
}

function refuseNone(columns: readonly Column[], leftOut: readonly SheetLeftOut[]): never {
  const [closest] = [...leftOut].sort((a, b) => a.missing.length - b.missing.length);
  const missing = closest?.missing ?? new Closest(columns).missing;
  return workbook.refuse('workbook.columns-missing', { missing, within: headerWithin });
}

async function headerIn({ name: sheet, number: sheetNumber, rows }: RawSheet, closest: Closest): Promise<Header | undefined> {
  const title: (readonly string[])[] = [];
  for (let next = await rows.next(); !next.done && next.value.number <= headerWithin; next = await rows.next()) {
    const row = next.value;
    const places = closest.tried(row);
    if (places) {
      refuseTwice(sheet, row, places);
      return { layout: { sheet, sheetNumber, title, header: row.texts.slice(0, ownWidth(row.texts)) }, places };
    }
    title.push(row.texts);
  }
  return undefined;
}

async function* rowsBelow<Name extends string>(header: Header, rows: RawRows): AsyncGenerator<SheetRow<Name>> {
  const width = header.layout.header.length;
  for await (const { number, texts, odd } of rows) {
    const own = withWidth(texts, width);
    if (own.some((text) => text !== '')) yield new SheetRow<Name>(number, own, header, odd);
  }
}

function withWidth(texts: string[], width: number): string[] {
  if (texts.length === width) return texts;
  return texts.length > width ? texts.slice(0, width) : [...texts, ...Array<string>(width - texts.length).fill('')];
}

/** Remembers what the row that came closest to being the header lacked. */
class Closest {
  missing: readonly string[];
  /** Whether there was any row. */
  any = false;

  constructor(private readonly columns: readonly Column[]) {
    this.missing = columns.filter(({ optional }) => !optional).map(({ name }) => name);
  }

  tried(row: RawRow): ColumnPlaces | undefined {
    this.any = true;
    const { places, missing } = matched(row, this.columns);
    if (missing.length < this.missing.length) this.missing = missing;
    return missing.length === 0 && places.size > 0 ? places : undefined;
  }
}
