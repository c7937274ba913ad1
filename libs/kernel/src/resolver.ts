import type { CalendarDate } from './calendar-date.js';
import { fold } from './chapter.js';
import type { Chapter, Recorded, InapplicableEntry } from './decider.js';
import type { EventOf } from './event-of.js';
import type { Resolved } from './resolved.js';
import { Versions } from './versions.js';

/** A point on the two clocks: what was so on a day, as it was known when the log had come to a position. */
export interface Moment {
  readonly effective: CalendarDate;
  readonly known: number;
}

export interface Resolution {
  /** What counts on the day, in the order in which it took effect. */
  readonly entries: readonly Resolved[];
  /** Approvals that count for nothing, and why. */
  readonly inapplicable: readonly InapplicableEntry[];
}

/**
 * What of a stream's history counts at a moment: the five rules of look-back.md.
 * `history` is one stream in the order of its revisions; events of `onEveryDay` count whatever day they state, and come first.
 * Total: any sequence of entries resolves.
 */
export function resolve(history: Iterable<Recorded>, { effective, known }: Moment, onEveryDay: readonly string[] = []): Resolution {
  const versions = new Versions();
  for (const entry of history) {
    if (entry.position > known) break;
    versions.take(entry);
  }
  return { entries: countingOn(effective, versions.inForce().sort(byEffect), onEveryDay), inapplicable: versions.inapplicable };
}

/** Those of some entries, in the order of the fold, that count on a day. */
export function countingOn(day: CalendarDate, ordered: readonly Resolved[], onEveryDay: readonly string[] = []): Resolved[] {
  const then = ordered.filter(({ by, type }) => by.effectiveOn <= day && !onEveryDay.includes(type));
  return onEveryDay.length === 0 ? then : [...ordered.filter(({ type }) => onEveryDay.includes(type)), ...then];
}

/** The order of the fold: by the day of effect, then by the original's revision. */
export const byEffect = (a: Recorded, b: Recorded): number =>
  a.by.effectiveOn < b.by.effectiveOn ? -1 : a.by.effectiveOn > b.by.effectiveOn ? 1 : a.revision - b.revision;

export interface StateAsOf<State> extends Resolution {
  readonly state: State;
}

/** The state of a subject at a moment, the entries that it rests on, and those that do not fit. */
export function asOf<State, Event extends EventOf>(
  chapter: Chapter<State, Event>,
  history: Iterable<Recorded>,
  moment: Moment,
): StateAsOf<State> {
  const { entries, inapplicable } = resolve(history, moment, chapter.onEveryDay);
  const { state, skipped } = fold(chapter, entries);
  return { state, entries, inapplicable: [...inapplicable, ...skipped.map(([entry, why]) => ({ entry: entry.id, why }))] };
}

/** Beyond every day, and beyond every position: the newest of everything. */
export const everything: Moment = { effective: '9999-12-31', known: Number.MAX_SAFE_INTEGER };
