import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Judged } from './judged.js';

/** One run of a fault, as it is written down. */
export interface Told extends Judged {
  readonly fault: string;
  readonly seed: number;
  readonly times: number;
  /** How many of them came while a commit was open. */
  readonly inOpenCommit: number;
  /** Seconds until the next acknowledgement, at most. */
  readonly longestAway: number;
  /** Rows of the read models that a rebuild would change: what a projector that was killed in mid-batch left out, or did twice. */
  readonly differing?: number;
}

const results = fileURLToPath(new URL('../results/', import.meta.url));

/** Writes a run to `test/faults/results/<fault>-<times>.json`. */
export async function tell(told: Told): Promise<Told> {
  await mkdir(results, { recursive: true });
  await writeFile(`${results}${told.fault}-${String(told.times)}.json`, `${JSON.stringify(told, null, 2)}\n`);
  return told;
}
