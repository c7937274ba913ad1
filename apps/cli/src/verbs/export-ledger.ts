import { strictly } from '@lookback/office/desk';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LedgerWorkbook, LedgerWorkbookAsked, UnreadableQuery } from '@lookback/application/queries';
import { WrongUsage } from '../finish.js';
import { inProcess, whoReads } from '../in-process.js';
import { answer, answerJson, progress } from '../output.js';

/** As long as the read models may take to come up to the log, in milliseconds. */
const patience = 600_000;

/** Writes the ledger as a workbook that can be taken over again; the file appears when it is whole. */
export const exportLedgerVerb = (
  path: string,
  { json = false, ...filter }: Partial<LedgerWorkbookAsked> & { json?: boolean },
): Promise<void> =>
  inProcess(async (inside) => {
    const query = filterIn(filter);
    const { log, projector } = inside.system;
    await projector.start();
    await projector.reached(await log.head(), { timeoutMs: patience });
    let rows = 0;
    const onRows = (sofar: number) => progress(`${(rows = sofar)} problems`);
    const bytes = await inside.app
      .get(LedgerWorkbook)
      .write(query, await whoReads(inside), onRows)
      .catch(asUsage);
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

function filterIn(filter: Partial<LedgerWorkbookAsked>): LedgerWorkbookAsked {
  const query = plainToInstance(LedgerWorkbookAsked, filter);
  const [fault] = validateSync(query, strictly);
  if (fault) throw new WrongUsage(`--${fault.property} is "${String(fault.value)}": ${Object.values(fault.constraints ?? {}).join('; ')}`);
  return query;
}

/** A day or position that cannot be read is the user's to mend. */
function asUsage(error: unknown): never {
  throw error instanceof UnreadableQuery ? new WrongUsage(`--${error.message}`) : error;
}
