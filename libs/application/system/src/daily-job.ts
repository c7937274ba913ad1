import type { CalendarDate } from '@lookback/kernel';
import type { Clock } from '@lookback/office/desk';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks at the calendar. */
const lookEvery = 60_000;

/** Something that the clock does once a day, now and at every new day; what went wrong is tried again at the next look. */
export class DailyJob {
  private stopping = new AbortController();
  private running: Promise<void> | undefined;

  /** `doing` may be stopped at any moment: the next day, or the next start, does the rest. */
  constructor(
    private readonly clock: Clock,
    private readonly doing: (signal: AbortSignal) => Promise<unknown>,
  ) {}

  /** `onFault` is told the class of what went wrong. */
  start(onFault: (error: string) => void = () => undefined): void {
    if (this.running) throw new Error('it runs already');
    this.stopping = new AbortController();
    this.running = this.follow(this.stopping.signal, onFault);
  }

  /** Settles when what is in hand is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
  }

  private async follow(signal: AbortSignal, onFault: (error: string) => void): Promise<void> {
    for (let done: CalendarDate | undefined; !signal.aborted;) {
      const today = this.clock.today();
      if (today !== done)
        await this.doing(signal).then(
          () => (done = today),
          (error: unknown) => onFault(error instanceof Error ? error.name : typeof error),
        );
      await delay(lookEvery, undefined, { signal }).catch(() => undefined);
    }
  }
}
