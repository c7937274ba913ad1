import { LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import type { Found, Piece } from './entries.query.js';

/** @throws LogBroken where a position between `after` and the last entry is missing, or all of them up to `head`. */
export function requireNoGap(entries: readonly StoredEntry[], after: number, head: number): void {
  entries.forEach(({ position }, i) => {
    if (position !== after + i + 1) throw missing(after + i + 1);
  });
  if (entries.length === 0 && after < head) throw missing(after + 1);
}

/** @throws LogBroken where a revision that the stream has is not among those read. */
export function requireWhole({ entries, standsAt }: Found, { stream, from, to }: Piece): void {
  const upTo = Math.min(to, standsAt);
  for (let revision = from; revision <= upTo; revision++)
    if (entries[revision - from]?.revision !== revision) throw new LogBroken(`entry ${String(revision)} of ${stream} is missing`);
}

const missing = (position: number) => new LogBroken(`position ${String(position)} of the log is missing`);
