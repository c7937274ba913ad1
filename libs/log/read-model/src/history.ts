import {
  byEffect,
  type Chapter,
  type EventOf,
  everything,
  fold,
  type Resolution,
  type Resolved,
  resolve,
  speaksOfOthers,
  type Unfitting,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';

interface Fold {
  readonly state: unknown;
  readonly unfitting: readonly Unfitting[];
  /** How many of the entries that count are in it. */
  readonly upTo: number;
}

/** One stream as far as it is known, with the state of each chapter that was asked for. */
export class History {
  private readonly recorded: Entry[] = [];
  private resolution: { entries: Resolved[]; unfitting: Resolution['unfitting'] } = { entries: [], unfitting: [] };
  private readonly folds = new Map<Chapter<unknown, EventOf>, Fold>();

  get revision(): number {
    return this.recorded.length;
  }

  get entries(): readonly Resolved[] {
    return this.resolution.entries;
  }

  /** What comes last in resolved order lies down on the kept states; anything else has the stream folded anew. */
  take(fresh: readonly Entry[]): void {
    const next = fresh.filter(({ revision }) => revision > this.revision);
    const inOrder = next.every((entry) => {
      const last = this.entries.at(-1);
      const comesLast = !speaksOfOthers(entry) && (!last || byEffect(last, entry) < 0);
      if (comesLast) this.resolution.entries.push({ ...entry, setBy: entry.id });
      return comesLast;
    });
    this.recorded.push(...next);
    if (!inOrder) this.resolveAnew();
  }

  private resolveAnew(): void {
    const { entries, unfitting } = resolve(this.recorded, everything);
    this.resolution = { entries: [...entries], unfitting };
    this.folds.clear();
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
