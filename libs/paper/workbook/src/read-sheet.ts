import { type Column, type Layout, matched, ownWidth, type Places, refuseTwice } from './layout.js';
import { defaultLimits, type Limits } from './limits.js';
import { type RawRows, type RawSheet, rawSheets } from './raw-sheets.js';
import { sheetsAhead } from './read-ahead.js';
import { workbook } from './refusals.js';
import { SheetRow } from './row.js';
import type { RawRow } from './sheet-part.js';

/** A sheet that is being read: its layout is known, its rows come as they are asked for, once. */
export interface Sheet<Name extends string = string> {
  readonly layout: Layout;
  /** Refuses the file when it meets a fault further on: rows that came before it are then not to be trusted either. */
  readonly rows: AsyncIterable<SheetRow<Name>>;
}

export interface Reading<Name extends string> {
  readonly columns: readonly Column<Name>[];
  readonly limits?: Partial<Limits> | undefined;
}

const headerWithin = 20;

/**
 * Opens the first sheet of a workbook (.xlsx) that has all required columns in one of its first 20 rows, in whatever
 * order. Texts come as they are written, numbers as shortest decimals, days as YYYY-MM-DD, TRUE and FALSE, formulas
 * as what they last came to. Rows that hold nothing are passed over. Memory is bounded by the limits, whatever the
 * file claims. Throws a `Refusal` of a `workbook.*` rule.
 */
export async function readSheet<const Name extends string>(bytes: Uint8Array, reading: Reading<Name>): Promise<Sheet<Name>> {
  const ahead = reading.limits ? undefined : sheetsAhead(bytes);
  const sheets = ahead ?? rawSheets(bytes, { ...defaultLimits, ...reading.limits });
  try {
    return await firstThatFits<Name>(sheets, new Closest(reading.columns));
  } catch (error) {
    await sheets.return();
    throw error;
  }
}

type RawSheets = ReturnType<typeof rawSheets>;

async function firstThatFits<Name extends string>(sheets: RawSheets, closest: Closest): Promise<Sheet<Name>> {
  for (let next = await sheets.next(); !next.done; next = await sheets.next()) {
    const found = await headerIn(next.value, closest);
    if (found) return { layout: found.layout, rows: rowsBelow<Name>(found, next.value.rows, sheets) };
    await next.value.rows.return();
  }
  return workbook.refuse('workbook.columns-missing', { missing: closest.missing, within: headerWithin });
}

interface Header {
  readonly layout: Layout;
  readonly places: Places;
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

/** Lets the workbook go when its rows have been read, or when nobody wants more of them. */
async function* rowsBelow<Name extends string>(
  { layout, places }: Header,
  rows: RawRows,
  sheets: RawSheets,
): AsyncGenerator<SheetRow<Name>> {
  const width = layout.header.length;
  try {
    for await (const { number, texts } of rows) {
      const own = withWidth(texts, width);
      if (own.some((text) => text !== '')) yield new SheetRow<Name>(number, own, places);
    }
  } finally {
    await sheets.return();
  }
}

function withWidth(texts: readonly string[], width: number): readonly string[] {
  if (texts.length === width) return texts;
  return texts.length > width ? texts.slice(0, width) : [...texts, ...Array<string>(width - texts.length).fill('')];
}

/** Remembers what the row that came closest to being the header lacked. */
class Closest {
  missing: readonly string[];

  constructor(private readonly columns: readonly Column[]) {
    this.missing = columns.filter(({ optional }) => !optional).map(({ name }) => name);
  }

  tried(row: RawRow): Places | undefined {
    const { places, missing } = matched(row, this.columns);
    if (missing.length < this.missing.length) this.missing = missing;
    return missing.length === 0 && places.size > 0 ? places : undefined;
  }
}
