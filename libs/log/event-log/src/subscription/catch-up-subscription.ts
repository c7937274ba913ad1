import { setTimeout as pause } from 'node:timers/promises';
import { type AllRange, defaultBatch, type Entry, type EventLog, type Subscription } from '../port/event-log.js';
import { LogUnavailable, type OnBroken } from '../port/errors.js';
import type { LogNotifier } from './log-notifier.js';

/** Before a subscription whose log is unavailable looks again. */
const backOffMs = 500;

/** How many entries that this process appended wait for a subscription at most; what finds no room is read from the log. */
const mostFresh = 4_000;

/**
 * Reads what is there, then what comes, with one position for both: there is no seam between catching up and following.
 * What this process has just appended itself it is offered, and need not read back.
 */
export class CatchUpSubscription implements Subscription {
  readonly ended: Promise<void>;
  private readonly range: AllRange;
  private stopped = false;
  /** Whether something broken was told that nothing was handed after. */
  private told = false;
  private readonly fresh = new Map<number, Entry>();
  private position: number;
  /** Which notifications the log was last looked at after; -1 where it has to be looked at whatever comes. */
  private lookedAfter = -1;

  constructor(
    private readonly log: EventLog,
    private readonly notifier: LogNotifier,
    range: AllRange,
    private readonly onBatch: (entries: Entry[]) => Promise<void>,
  ) {
    this.range = range.onBroken ? { ...range, onBroken: this.telling(range.onBroken) } : range;
    this.position = range.after;
    notifier.join();
    this.ended = this.follow().finally(() => notifier.leave());
  }

  offer(appended: readonly Entry[]): void {
    for (const entry of appended)
      if (this.fresh.size >= mostFresh) this.lookedAfter = -1;
      else if (entry.position > this.position) this.fresh.set(entry.position, entry);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.notifier.notify();
    await this.ended.catch(() => undefined);
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      const { position } = this;
      const notified = this.notifier.notifications;
      this.position = await this.catchUp(position);
      for (const passed of this.fresh.keys()) if (passed <= this.position) this.fresh.delete(passed);
      if (this.position === position) await this.notifier.since(notified);
    }
  }

  /** How far it came: to the head, or to the last batch before it was stopped or the log became unavailable. */
  private async catchUp(after: number): Promise<number> {
    let position = after;
    try {
      const fresh = this.freshAfter(position);
      if (fresh.length > 0) {
        await this.hand(fresh);
        return fresh.at(-1)?.position ?? position;
      }
      const { looksNeeded } = this.notifier;
      if (this.lookedAfter === looksNeeded && this.fresh.size === 0) return position;
      const head = await this.log.head();
      if (head > position) {
        for await (const batch of this.log.readAll({ ...this.range, after })) {
          if (this.stopped) return position;
          await this.hand(batch);
          position = batch.at(-1)?.position ?? position;
        }
        if (this.told) await this.hand([]);
      }
      this.lookedAfter = looksNeeded;
      return Math.max(position, head);
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error instanceof Thrown ? error.cause : error;
      await pause(backOffMs);
      return position;
    }
  }

  /** Those that follow without a gap; only a driver whose positions have none offers any. */
  private freshAfter(position: number): Entry[] {
    const { batch = defaultBatch } = this.range;
    const found: Entry[] = [];
    for (let next = this.fresh.get(position + 1); next && found.length < batch; next = this.fresh.get(next.position + 1)) found.push(next);
    return found;
  }

  private telling(onBroken: OnBroken): OnBroken {
    return (broken) => {
      this.told = true;
      onBroken(broken);
    };
  }

  private async hand(batch: Entry[]): Promise<void> {
    for (const { position } of batch) this.fresh.delete(position);
    const { types } = this.range;
    const wanted = types ? batch.filter(({ type }) => types.includes(type)) : batch;
    if (wanted.length === 0 && !this.told) return;
    this.told = false;
    await this.onBatch(wanted).catch((error: unknown) => {
      throw new Thrown('by onBatch', { cause: error });
    });
  }
}

/** What `onBatch` threw: it ends the subscription, even where it is a LogUnavailable. */
class Thrown extends Error {}
