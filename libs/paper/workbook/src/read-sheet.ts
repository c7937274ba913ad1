import { Archive } from './archive.js';
import { bookIn } from './book.js';
import { type Column, type Layout, matched, ownWidth, type Places, refuseTwice } from './layout.js';
import { defaultLimits, type Limits } from './limits.js';
import { Markup } from './markup.js';
import { workbook } from './refusals.js';
import { SheetRow } from './row.js';
import { sharedTexts } from './shared-texts.js';
import { type RawRow, type SheetContext, SheetPart } from './sheet-part.js';
import { dayStyles } from './styles.js';

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

type RawRows = AsyncGenerator<RawRow, void, undefined>;

/**
 * Opens the first sheet of a workbook (.xlsx) that has all required columns in one of its first 20 rows, in whatever
 * order. Texts come as they are written, numbers as shortest decimals, days as YYYY-MM-DD, TRUE and FALSE, formulas
 * as what they last came to. Rows that hold nothing are passed over. Memory is bounded by the limits, whatever the
 * file claims. Throws a `Refusal` of a `workbook.*` rule.
 */
export async function readSheet<const Name extends string>(bytes: Uint8Array, reading: Reading<Name>): Promise<Sheet<Name>> {
  const closest = new Closest(reading.columns);
  for await (const context of sheetsIn(bytes, { ...defaultLimits, ...reading.limits })) {
    const rows = rowsOf(context);
    const found = await headerIn(context, rows, closest);
    if (found) return { layout: found.layout, rows: rowsBelow<Name>(found, rows) };
    await rows.return();
  }
  return workbook.refuse('workbook.columns-missing', { missing: closest.missing, within: headerWithin });
}

type SheetToRead = SheetContext & { readonly archive: Archive; readonly number: number };

async function* sheetsIn(bytes: Uint8Array, limits: Limits): AsyncGenerator<SheetToRead> {
  const archive = new Archive(bytes, limits);
  const book = await bookIn(archive);
  const texts = await sharedTexts(archive, book.sharedTexts, limits);
  const days = await dayStyles(archive, book.styles);
  for (const [i, { name, part }] of book.sheets.entries()) {
    yield { archive, number: i + 1, sheet: name, part, sharedTexts: texts, dayStyles: days, from1904: book.from1904, limits };
  }
}

async function* rowsOf(context: SheetToRead): RawRows {
  const part = new SheetPart(context);
  const markup = new Markup(context.part, part);
  for await (const chunk of context.archive.part(context.part)) {
    markup.push(chunk);
    yield* part.taken();
  }
  markup.end();
  part.end();
}

interface Header {
  readonly layout: Layout;
  readonly places: Places;
}

async function headerIn({ sheet, number: sheetNumber }: SheetToRead, rows: RawRows, closest: Closest): Promise<Header | undefined> {
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

async function* rowsBelow<Name extends string>({ layout, places }: Header, rows: RawRows): AsyncGenerator<SheetRow<Name>> {
  const width = layout.header.length;
  for await (const { number, texts } of rows) {
    const own = withWidth(texts, width);
    if (own.some((text) => text !== '')) yield new SheetRow<Name>(number, own, places);
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
