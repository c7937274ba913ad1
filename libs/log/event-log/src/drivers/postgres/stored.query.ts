import { type AllRange, defaultBatch } from '../../port/event-log.js';
import { type LogCorrupted, loudly } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { entriesAfter } from './all.query.js';
import type { CopySource } from './copy-out.js';
import { missingAt } from './missing.query.js';
import { withRetry } from '../with-retry.js';
import { gapsIn, InTime, isGapless, type PositionRun } from './gap-check.js';

interface Fetched {
  readonly rows: StoredEntry[];
  /** All up to there were looked at. */
  readonly upTo: number;
  readonly forged: readonly LogCorrupted[];
}

/** Entries as they stand in the log, up to a position, none left out. The next batch is fetched while the last is in hand. */
export async function* storedIn(source: CopySource, range: AllRange, end: number): AsyncGenerator<StoredEntry[]> {
  const { types, onBroken = loudly } = range;
  const inTime = new InTime();
  let position = range.after;
  for (let ahead = position < end ? fetched(source, range, { after: position, upTo: end }) : undefined; ahead;) {
    const { rows, upTo, forged } = await ahead;
    ahead = upTo < end ? fetched(source, range, { after: upTo, upTo: end }) : undefined;
    ahead?.catch(() => undefined);
    forged.forEach(onBroken);
    const run = { after: position, upTo };
    if (!types && !isGapless(run, rows))
      for (const gap of gapsIn(run, [...rows, ...forged])) for (const broken of await missingAt(source.pool, gap)) onBroken(broken);
    position = upTo;
    const whole = inTime.check(rows, onBroken);
    if (whole.length > 0) yield whole;
  }
}

/** A batch without a limit of types is a run of positions; of some types it ends with its last entry. */
async function fetched(
  source: CopySource,
  { types, batch = defaultBatch, onBroken }: AllRange,
  { after, upTo }: PositionRun,
): Promise<Fetched> {
  const ask = async () => {
    const forged: LogCorrupted[] = [];
    const telling = onBroken ? { ...source, onBroken: (broken: LogCorrupted) => forged.push(broken) } : source;
    return { forged, rows: await entriesAfter(telling, { after, upTo, limit: batch, types }) };
  };
  const { rows, forged } = await withRetry(ask);
  if (!types) return { rows, forged, upTo: Math.min(upTo, after + batch) };
  return { rows, forged, upTo: rows.length + forged.length < batch ? upTo : Math.max(after, ...places([...rows.slice(-1), ...forged])) };
}

const places = (at: readonly { readonly position?: number | undefined }[]): number[] => at.map(({ position = 0 }) => position);
