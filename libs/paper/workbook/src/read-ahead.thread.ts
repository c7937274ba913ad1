// A thread of its own, begun by read-ahead.ts: reads the sheets of a workbook one by one and tells what it finds.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@lookback/kernel';
import { defaultLimits } from './limits.js';
import type { Merge } from './merge.js';
import { toTransfer, type TransferredRows } from './row-transfer.js';
import { type RawSheet, rawSheets } from './raw-sheets.js';
import type { RawRow } from './raw-row.js';

/** What the thread tells: a sheet begins, rows of it, it has ended; the workbook has ended, or is refused. */
export type ThreadMessage =
  | { readonly is: 'sheet'; readonly name: string; readonly number: number }
  | { readonly is: 'rows'; readonly rows: TransferredRows }
  | { readonly is: 'end of sheet'; readonly merges: readonly Merge[] }
  | { readonly is: 'end' }
  | { readonly is: 'refused'; readonly rule: string; readonly facts: Readonly<Record<string, unknown>> };

const rowsAtOnce = 1_000;

const port = parentPort;
if (!port) throw new Error('this is a thread of readAhead');
const tell = (message: ThreadMessage) => {
  port.postMessage(message);
};

/** How many sheets the reader is done with; each message says that it is one more. */
let done = 0;
port.on('message', () => done++);

async function tellSheet(sheet: RawSheet): Promise<void> {
  const { name, number, rows } = sheet;
  tell({ is: 'sheet', name, number });
  let some: RawRow[] = [];
  for await (const row of rows) {
    if (done >= number) return;
    if (some.push(row) < rowsAtOnce) continue;
    tell({ is: 'rows', rows: toTransfer(some) });
    some = [];
  }
  tell({ is: 'rows', rows: toTransfer(some) });
  tell({ is: 'end of sheet', merges: sheet.merges() });
}

try {
  for await (const sheet of rawSheets(workerData as Uint8Array, defaultLimits)) {
    await tellSheet(sheet);
    while (done < sheet.number) await once(port, 'message');
  }
  tell({ is: 'end' });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ is: 'refused', rule: error.rule, facts: error.facts });
} finally {
  port.close();
}
