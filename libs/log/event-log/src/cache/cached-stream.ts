import { History } from '@lookback/kernel';
import type { Entry } from '../port/event-log.js';

/** A stream as far as it is known. Nobody changes it: with what came since it is another. */
export class CachedStream {
  static readonly nothing = new CachedStream([], new History());

  private constructor(
    readonly entries: readonly Entry[],
    readonly history: History,
  ) {}

  static from(entries: readonly Entry[]): CachedStream {
    return CachedStream.nothing.with(entries);
  }

  with(later: readonly Entry[]): CachedStream {
    if (later.length === 0) return this;
    return new CachedStream([...this.entries, ...later], this.history.with(later));
  }

  /** An equal copy: a holder of this one sees that it is no longer what is kept. */
  anew(): CachedStream {
    return new CachedStream(this.entries, this.history);
  }
}
