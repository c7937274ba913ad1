import { type Layout, readSheet, type SheetRow } from '@lookback/paper/workbook';
import type { List } from './list.js';
import type { Progress } from './progress.js';

/** A list read to its end: its rows by subject, subjects in the order of their first rows. */
export interface RowsBySubject<Name extends string> {
  readonly layout: Layout;
  readonly rows: number;
  readonly subjects: Map<string, SheetRow<Name>[]>;
  /** True where the signal ended the reading: rows are missing, and nothing may be taken. */
  readonly cut: boolean;
}

/**
 * Reads the whole list before anything is taken from it: a file may turn out to be damaged in its last row, and rows of one
 * subject need not stand together. A signal ends it early. Throws a Refusal of a `workbook.*` rule.
 */
export async function rowsBySubject<Name extends string>(
  list: List<Name>,
  bytes: Uint8Array,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<RowsBySubject<Name>> {
  const { layout, rows } = await readSheet(bytes, { columns: list.columns });
  const subjects = new Map<string, SheetRow<Name>[]>();
  let count = 0;
  let cut = false;
  for await (const row of rows) {
    if ((cut = signal?.aborted ?? false)) break;
    const subject = list.subjectOf(row);
    const together = subjects.get(subject);
    if (together) together.push(row);
    else subjects.set(subject, [row]);
    progress.moved({ rows: ++count });
  }
  return { layout, rows: count, subjects, cut };
}
