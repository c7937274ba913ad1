import type { CalendarDate } from './calendar-date.js';
import { fold } from './chapter.js';
import type { CorrectionRequest } from './correction-requests.js';
import type { Chapter, Recorded, InapplicableEntry } from './decider.js';
import type { EventOf } from './event-of.js';
import type { EntryId } from './text.js';
import type { Resolved } from './resolved.js';
import { byEffect, countingOn, everything, type Resolution, resolve } from './resolver.js';
import { setAs, isAmendment, type AmendmentProposal, Versions } from './versions.js';

interface Folded<State> {
  readonly state: State;
  readonly inapplicable: readonly InapplicableEntry[];
}

interface Fold extends Folded<unknown> {
  /** How many of the entries that count are in it. */
  readonly upTo: number;
}

/** One stream as far as it is known now, with the state of each chapter that was asked for: `asOf` everything, which grows entry by entry. */
export class History {
  private readonly recorded: Recorded[];
  private resolution: { entries: Resolved[]; inapplicable: Resolution['inapplicable'] };
  private readonly folds: Map<Chapter<unknown, EventOf>, Fold>;
  /** Whether second persons were asked of anything: most histories never are. */
  private isAmended: boolean;

  constructor(from?: History) {
    this.recorded = [...(from?.recorded ?? [])];
    this.resolution = { entries: [...(from?.entries ?? [])], inapplicable: from?.resolution.inapplicable ?? [] };
    this.folds = new Map(from?.folds);
    this.isAmended = from?.isAmended ?? false;
  }

  static from(recorded: readonly Recorded[]): History {
    const history = new History();
    history.take(recorded);
    return history;
  }

  /** This one and what came after it; this one stays as it is. */
  with(fresh: readonly Recorded[]): History {
    const longer = new History(this);
    longer.take(fresh);
    return longer;
  }

  /** How many entries it has. */
  get revision(): number {
    return this.recorded.length;
  }

  /** An entry as it was recorded, whatever became of it. */
  entry(id: EntryId): Recorded | undefined {
    return this.recorded.find((entry) => entry.id === id);
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
    if (next.some(isAmendment)) this.resolveAnew();
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
    this.isAmended = true;
    const { entries, inapplicable } = resolve(this.recorded, everything);
    this.resolution = { entries: [...entries], inapplicable };
    this.folds.clear();
  }

  /** What second persons were asked and answered, in order of recording. */
  proposals(): readonly AmendmentProposal[] {
    return this.isAmended ? this.versions().proposals : [];
  }

  /** What householders asked to be put right, in order of recording. */
  requests(): readonly CorrectionRequest[] {
    return this.isAmended ? this.versions().requests.all : [];
  }

  /** The versions of every entry, and the proposals that are open. */
  versions(): Versions {
    const versions = new Versions();
    for (const entry of this.recorded) versions.take(entry);
    return versions;
  }

  /**
   * The chapter's state at the place that an entry takes in the order of a day, with the entry left out: what its command is decided on
   * again, with everything known now that took effect before it. `revision` is that of the first entry of its command.
   */
  before<State, Event extends EventOf>(
    entry: Recorded,
    { day, revision }: { readonly day: CalendarDate; readonly revision: number },
    chapter: Chapter<State, Event>,
  ): State {
    const place = { ...setAs(entry, entry.id), revision, by: { ...entry.by, effectiveOn: day } };
    const earlier = this.entries.filter(
      (other) => other.id !== entry.id && (chapter.onEveryDay?.includes(other.type) === true || byEffect(other, place) < 0),
    );
    return fold(chapter, countingOn(day, earlier, chapter.onEveryDay)).state;
  }

  /** The chapter's state on a day: the newest, where nothing takes effect later. */
  on<State, Event extends EventOf>(day: CalendarDate, chapter: Chapter<State, Event>): State {
    const last = this.entries.at(-1);
    if (!last || last.by.effectiveOn <= day) return this.folded(chapter).state;
    return fold(chapter, countingOn(day, this.entries, chapter.onEveryDay)).state;
  }

  /** The chapter's state and all that does not fit, as the kernel's `asOf` gives them. */
  folded<State, Event extends EventOf>(chapter: Chapter<State, Event>): Folded<State> {
    const { state, inapplicable } = this.foldOf(chapter as unknown as Chapter<unknown, EventOf>);
    return { state: state as State, inapplicable: [...this.resolution.inapplicable, ...inapplicable] };
  }

  private foldOf(chapter: Chapter<unknown, EventOf>): Fold {
    const kept = this.folds.get(chapter);
    if (kept?.upTo === this.entries.length) return kept;
    const before = kept && !chapter.onEveryDay ? kept : { state: chapter.initial, inapplicable: [], upTo: 0 }; // what counts on every day goes first
    const fresh = countingOn(everything.effective, this.entries, chapter.onEveryDay).slice(before.upTo);
    const { state, skipped } = fold(chapter, fresh, before.state);
    const inapplicable = [...before.inapplicable, ...skipped.map(([entry, why]) => ({ entry: entry.id, why }))];
    const now = { state, inapplicable, upTo: this.entries.length };
    this.folds.set(chapter, now);
    return now;
  }
}
