import { Accounts } from '@lookback/office/access';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LedgerWorkbook, UnreadableQuery } from '@lookback/application/queries';
import { WrongUsage } from '../finish.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson, progress } from '../output.js';

/** As long as the read models may take to come up to the log, in milliseconds. */
const patience = 600_000;

interface Wanted {
  readonly json?: boolean;
  readonly region?: string;
}

/** Writes the ledger as a workbook that can be taken over again; the file appears when it is whole. Its options are the register's filters. */
export const exportLedgerVerb = (
  path: string,
  { json = false, region, ...filters }: Wanted & Readonly<Record<string, string>>,
): Promise<void> =>
  inProcess(async (inside) => {
    const { log, projector } = inside.system;
    await projector.start();
    await projector.reached(await log.head(), { timeoutMs: patience });
    let rows = 0;
    const onRows = (sofar: number) => progress(`${(rows = sofar)} problems`);
    const who = await whoReads(inside);
    const typed = { ...filters, ...(region !== undefined && { village: region }) };
    const { bytes, record } = await inside.app.get(LedgerWorkbook).begin(typed, who, onRows).catch(asUsage);
    if (who) await inside.app.get(Accounts).recordExport(who, record);
    await written(`${path}.part`, path, bytes);
    progress('');
    if (json) answerJson({ file: path, rows });
    else answer(`${rows} problems written to ${path}`);
  });

async function written(part: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(part, 'w', 0o600);
  try {
    await pipeline(bytes, file.createWriteStream());
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** What cannot be read is the user's to mend, in the words of the options. */
function asUsage(error: unknown): never {
  if (!(error instanceof UnreadableQuery)) throw error;
  const option = (field: string) => (field === 'village' ? 'region' : field);
  throw new WrongUsage(error.faults.map(({ field, value, en }) => `--${option(field)} is "${value}": it ${en}`).join('; '));
}
