import { LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import type { Piece, StreamEntry } from './entries.query.js';

/** @throws LogBroken where a position between `after` and the last entry is missing. */
export function requireNoGap(entries: readonly StoredEntry[], after: number): void {
  entries.forEach(({ position }, i) => {
    if (position !== after + i + 1) throw new LogBroken(`position ${String(after + i + 1)} of the log is missing: ${String(position)} comes next`);
  });
}

/** @throws LogBroken where a revision that the stream has is not among those read. */
export function requireWhole(entries: readonly StreamEntry[], { stream, from, to }: Piece): void {
  const missing = (revision: number) => new LogBroken(`entry ${String(revision)} of ${stream} is missing`);
  entries.forEach(({ revision }, i) => {
    if (revision !== from + i) throw missing(from + i);
  });
  const last = entries.at(-1);
  if (last && last.revision < Math.min(to, last.standsAt)) throw missing(last.revision + 1);
}
