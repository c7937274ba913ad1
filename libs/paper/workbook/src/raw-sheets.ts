import { Archive } from './archive.js';
import { bookIn } from './book.js';
import type { Limits } from './limits.js';
import { Markup } from './markup.js';
import type { Merge } from './merge.js';
import { sharedTexts } from './shared-texts.js';
import type { RawRow } from './raw-row.js';
import { SheetPart } from './sheet-part.js';
import { dayStyles } from './styles.js';

/** A sheet of which nobody knows yet what it holds. Its rows come as they are asked for, once. */
export interface RawSheet {
  readonly name: string;
  /** Which sheet of the workbook it is, from 1. */
  readonly number: number;
  readonly rows: RawRows;
  /** Which of its cells are merged; to be asked when its rows have been read. */
  merges(): readonly Merge[];
}

export type RawRows = AsyncGenerator<RawRow, void, undefined>;

/** The sheets of a workbook in their order. Throws a `Refusal` of a `workbook.*` rule, here or among the rows. */
export async function* rawSheets(bytes: Uint8Array, limits: Limits): AsyncGenerator<RawSheet, void, undefined> {
  const archive = new Archive(bytes, limits);
  const { sheets, sharedTexts: texts, styles, from1904 } = await bookIn(archive);
  const common = { sharedTexts: await sharedTexts(archive, texts, limits), dayStyles: await dayStyles(archive, styles), from1904, limits };
  for (const [i, { name, part }] of sheets.entries()) {
    const sheet = new SheetPart({ ...common, sheet: name, part });
    yield { name, number: i + 1, rows: rowsOf(archive, sheet, part), merges: () => sheet.merges };
  }
}

async function* rowsOf(archive: Archive, sheet: SheetPart, part: string): RawRows {
  const markup = new Markup(part, sheet);
  for await (const chunk of archive.part(part)) {
    markup.push(chunk);
    yield* sheet.taken();
  }
  markup.end();
  sheet.end();
}
