import { type BrokenPlace, LogCorrupted, type OnBroken } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import type { FoundSlice, StreamSlice } from './entries.query.js';

/** A run of positions: those after one, up to another. */
export interface PositionRun {
  readonly after: number;
  readonly upTo: number;
}

/** Runs of positions, each as long as can be, at which nothing stands. */
export function gapsIn({ after, upTo }: PositionRun, standing: readonly BrokenPlace[]): PositionRun[] {
  const there = [...standing.map(({ position = after }) => position), upTo + 1].sort((a, b) => a - b);
  const gaps: PositionRun[] = [];
  let last = after;
  for (const position of there) {
    if (position > last + 1) gaps.push({ after: last, upTo: position - 1 });
    last = Math.max(last, position);
  }
  return gaps;
}

/** Whether entries follow each other position by position up to where their run ends. */
export const isGapless = ({ after, upTo }: PositionRun, entries: readonly StoredEntry[]): boolean =>
  entries.length === upTo - after && entries.every(({ position }, i) => position === after + i + 1);

/** Times never run backwards: the two entries before, and what comes next, are compared. Of one that stands out, its neighbours are right. */
export class InTime {
  private before: StoredEntry | undefined;
  private last: StoredEntry | undefined;

  /** The entries without those that cannot stand where they do. */
  check(entries: StoredEntry[], onBroken: OnBroken): StoredEntry[] {
    const wrong = new Set<StoredEntry>();
    for (const entry of entries) {
      if (this.last && isAfter(this.last, entry)) {
        const odd = this.before && isAfter(this.before, entry) ? entry : this.last;
        wrong.add(odd);
        onBroken(new LogCorrupted('misplaced', odd));
        if (odd === entry) continue;
      } else this.before = this.last;
      this.last = entry;
    }
    return wrong.size === 0 ? entries : entries.filter((entry) => !wrong.has(entry));
  }
}

const isAfter = (one: StoredEntry, next: StoredEntry): boolean =>
  one.position >= next.position || one.recordedAt.getTime() > next.recordedAt.getTime();

/** What is wrong first with what there is of a stream; the entries before it are as they should be. The caller knows those before the piece. */
export function faultIn(
  { entries, standsAt }: FoundSlice,
  { stream, from, to }: StreamSlice,
): { fault: LogCorrupted; after: number } | undefined {
  if (standsAt === 0 && from > 1) return { after: 0, fault: new LogCorrupted('missing', { stream }) };
  const last = Math.min(to, standsAt);
  for (const [after, entry] of entries.entries()) {
    const due = from + after;
    if (entry.revision > due) return { after, fault: new LogCorrupted('missing', { stream, revision: due }) };
    const before = entries[after - 1];
    if (entry.revision < due || due > last || (before && isAfter(before, entry)))
      return { after, fault: new LogCorrupted('misplaced', entry) };
  }
  const due = from + entries.length;
  return due > last ? undefined : { after: entries.length, fault: new LogCorrupted('missing', { stream, revision: due }) };
}

/** @throws LogCorrupted where a revision that the stream has is not among those read, or stands where it cannot. */
export function requireNoGap(found: FoundSlice, piece: StreamSlice): void {
  const wrong = faultIn(found, piece);
  if (wrong) throw wrong.fault;
}
