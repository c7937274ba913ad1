import type { CalendarDate } from './calendar-date.js';
import { fold } from './chapter.js';
import type { Chapter, Recorded, Unfitting } from './decider.js';
import type { EventOf } from './event.js';
import { byEffect, everything, type Resolution, type Resolved, resolve } from './resolver.js';
import { setAs, speaksOfOthers } from './versions.js';

interface Fold {
  readonly state: unknown;
  readonly unfitting: readonly Unfitting[];
  /** How many of the entries that count are in it. */
  readonly upTo: number;
}

/** One stream as far as it is known now, with the state of each chapter that was asked for: `asOf` everything, which grows entry by entry. */
export class History {
  private readonly recorded: Recorded[] = [];
  private resolution: { entries: Resolved[]; unfitting: Resolution['unfitting'] } = { entries: [], unfitting: [] };
  private readonly folds = new Map<Chapter<unknown, EventOf>, Fold>();

  static of(recorded: readonly Recorded[]): History {
    const history = new History();
    history.take(recorded);
    return history;
  }

  /** How many entries it has. */
  get revision(): number {
    return this.recorded.length;
  }

  get last(): Recorded | undefined {
    return this.recorded.at(-1);
  }

  /** Those that count, in the order in which they took effect. */
  get entries(): readonly Resolved[] {
    return this.resolution.entries;
  }

  /**
   * What speaks only for itself takes its place among the others: at the end it lies down on the kept states, before it has them
   * folded anew. What changes what others say has the whole stream resolved anew.
   */
  take(fresh: readonly Recorded[]): void {
    const next = fresh.filter(({ revision }) => revision > this.revision);
    this.recorded.push(...next);
    if (next.some(speaksOfOthers)) this.resolveAnew();
    else for (const entry of next) this.place(setAs(entry, entry.id));
  }

  private place(entry: Resolved): void {
    const { entries } = this.resolution;
    let at = entries.length;
    while (at > 0 && byEffect(entries[at - 1] as Resolved, entry) > 0) at--;
    if (at < entries.length) this.folds.clear();
    entries.splice(at, 0, entry);
  }

  private resolveAnew(): void {
    const { entries, unfitting } = resolve(this.recorded, everything);
    this.resolution = { entries: [...entries], unfitting };
    this.folds.clear();
  }

  /** The chapter's state on a day: the newest, where nothing takes effect later. */
  on(day: CalendarDate, chapter: Chapter<unknown, EventOf>): unknown {
    const last = this.entries.at(-1);
    if (!last || last.by.effectiveOn <= day) return this.folded(chapter).state;
    return fold(
      chapter,
      this.entries.filter(({ by }) => by.effectiveOn <= day),
    ).state;
  }

  /** The chapter's state and all that does not fit, as the kernel's `asOf` gives them. */
  folded(chapter: Chapter<unknown, EventOf>): Pick<Fold, 'state' | 'unfitting'> {
    const kept = this.folds.get(chapter) ?? { state: chapter.initial, unfitting: [], upTo: 0 };
    const { state, unfit } = fold(chapter, this.entries.slice(kept.upTo), kept.state);
    const unfitting = [...kept.unfitting, ...unfit.map(([entry, why]) => ({ entry: entry.id, why }))];
    this.folds.set(chapter, { state, unfitting, upTo: this.entries.length });
    return { state, unfitting: [...this.resolution.unfitting, ...unfitting] };
  }
}
