import {
  byEffect,
  type Chapter,
  type EventOf,
  Inapplicable,
  type Recorded,
  type Resolved,
  setAs,
  isAmendment,
  step,
  Versions,
} from '@lookback/kernel';
import { type Day, firstOfDays } from './rectangles.js';

/** An entry that counts, with what stood after it. */
export interface Step {
  readonly entry: Resolved;
  /** From which day it counts. */
  readonly day: Day;
  readonly state: unknown;
  /** Why it does not fit, where it does not. */
  readonly why: Inapplicable | null;
}

/** What an entry changed: the steps from there on are others than they were. */
export interface Refolded {
  readonly from: number;
  /** Those that stood there before. */
  readonly old: readonly Step[];
}

/**
 * Everything of a stream that counts now, in the order in which it took effect, with the state after each. It grows entry by entry, in order
 * of positions; what stands before the first difference is not folded again. Its end is the kernel's `asOf` everything.
 */
export class Steps {
  readonly all: Step[] = [];
  readonly versions = new Versions();
  private readonly onEveryDay: ReadonlySet<string>;

  constructor(private readonly chapter: Chapter<unknown, EventOf>) {
    this.onEveryDay = new Set(chapter.onEveryDay);
  }

  /** The state now. */
  get state(): unknown {
    return this.all.at(-1)?.state ?? this.chapter.initial;
  }

  /** @throws whatever the chapter's `evolve` throws. */
  take(entry: Recorded): Refolded {
    this.versions.take(entry);
    const { from, entries } = isAmendment(entry) ? this.resolvedAnew() : this.placed(setAs(entry, entry.id));
    const old = this.all.splice(from);
    for (const one of entries) this.all.push(this.after(one));
    return { from, old };
  }

  /** An entry that speaks for itself takes its place; those behind it have to be folded again. */
  private placed(entry: Resolved) {
    let from = this.all.length;
    while (from > 0 && this.compare((this.all[from - 1] as Step).entry, entry) > 0) from--;
    return { from, entries: [entry, ...this.all.slice(from).map((behind) => behind.entry)] };
  }

  /** After what speaks of others: what stands as before up to the first difference need not be folded again. */
  private resolvedAnew() {
    const entries = this.versions.inForce().sort((a, b) => this.compare(a, b));
    const differs = entries.findIndex(({ id, setBy }, i) => id !== this.all[i]?.entry.id || setBy !== this.all[i].entry.setBy);
    const from = differs < 0 ? entries.length : differs;
    return { from, entries: entries.slice(from) };
  }

  /** The order of the fold: what counts on every day first. */
  private compare(a: Recorded, b: Recorded): number {
    return Number(this.onEveryDay.has(b.type)) - Number(this.onEveryDay.has(a.type)) || byEffect(a, b);
  }

  private after(entry: Resolved): Step {
    const before = this.state;
    const next = step(this.chapter, before, entry);
    const day = this.onEveryDay.has(entry.type) ? firstOfDays : entry.by.effectiveOn;
    return next instanceof Inapplicable ? { entry, day, state: before, why: next } : { entry, day, state: next, why: null };
  }
}
