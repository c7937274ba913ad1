import { readSheets, type SheetLeftOut, type SheetRow, spread } from '@lookback/paper/workbook';
import { isAside } from './asides.js';
import type { List } from './list.js';
import type { Progress } from './progress.js';

/** A list read to its end: its rows by subject, subjects in the order of their first rows. */
export interface RowsBySubject<Name extends string> {
  readonly rows: number;
  readonly subjects: Map<string, SheetRow<Name>[]>;
  /** Rows that belong to none: totals, signatures, notes. */
  readonly asides: readonly SheetRow<Name>[];
  /** The sheets that were read, by name, and those that hold something else. */
  readonly sheets: readonly string[];
  readonly sheetsLeftOut: readonly SheetLeftOut[];
  /** True where the signal ended the reading: rows are missing, and nothing may be taken. */
  readonly cut: boolean;
}

/**
 * Reads every sheet of the list before anything is taken from it: a file may turn out to be damaged in its last row, rows of one
 * subject need not stand together, and which cells are merged stands below them. A signal ends it early. Throws a Refusal of a
 * `workbook.*` rule.
 */
export async function rowsBySubject<Name extends string>(
  list: List<Name>,
  bytes: Uint8Array,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<RowsBySubject<Name>> {
  const [read, names]: [SheetRow<Name>[], string[]] = [[], []];
  const sheets = readSheets(bytes, { columns: list.columns });
  let next = await sheets.next();
  for (; !next.done; next = await sheets.next()) {
    const sheet = next.value;
    names.push(sheet.layout.sheet);
    const own: SheetRow<Name>[] = [];
    for await (const row of sheet.rows) {
      if (signal?.aborted) {
        await sheets.return([]);
        return { rows: read.length + own.length, subjects: new Map(), asides: [], sheets: names, sheetsLeftOut: [], cut: true };
      }
      own.push(row);
      progress.moved({ rows: read.length + own.length });
    }
    spread(own, sheet.merges());
    for (const row of own) read.push(row);
  }
  return { rows: read.length, ...grouped(list, read), sheets: names, sheetsLeftOut: next.value, cut: false };
}

function grouped<Name extends string>(list: List<Name>, rows: readonly SheetRow<Name>[]) {
  const [subjects, asides] = [new Map<string, SheetRow<Name>[]>(), [] as SheetRow<Name>[]];
  for (const row of rows) {
    if (isAside(row, list.known)) {
      asides.push(row);
      continue;
    }
    const subject = list.subjectOf(row);
    const together = subjects.get(subject);
    if (together) together.push(row);
    else subjects.set(subject, [row]);
  }
  return { subjects, asides };
}
