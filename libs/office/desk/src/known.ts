import { History } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';

/** A stream as far as it is known. Nobody changes it: with what came since it is another. */
export class Known {
  static readonly nothing = new Known([], new History());

  private constructor(
    readonly entries: readonly Entry[],
    readonly history: History,
  ) {}

  static of(entries: readonly Entry[]): Known {
    return Known.nothing.with(entries);
  }

  with(later: readonly Entry[]): Known {
    if (later.length === 0) return this;
    return new Known([...this.entries, ...later], this.history.with(later));
  }
}
