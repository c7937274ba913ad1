import type { StreamName } from '@lookback/kernel';
import {
  type AllRange,
  type ByStreamRange,
  type Commit,
  type Entry,
  EventLog,
  type Outcome,
  type StreamStanding,
  type StreamRange,
  type Subscription,
} from './event-log.js';
import { LogUnavailable, LogBusy, ClockSkewed, LogCorrupted, LogUnresponsive, type OnBroken } from './errors.js';
import type { StoredEntry } from './stored-entry.js';

/** Looks that the log may take to answer: where one is taken each second, a client over HTTP is told within ten. */
const mostLooks = 8;

/** How recording goes in this process. */
export interface Recording {
  /** Appends that are not answered; the caller may have been told to ask again. */
  readonly unanswered: number;
  /** Seconds since the first of them was asked; 0 where there is none. */
  readonly oldestSeconds: number;
  /** Whether the last that was answered was not recorded, as the store was unavailable or would not, and it has not said that it would since. */
  readonly failing: boolean;
}

interface Asked {
  looks: number;
  readonly fail: (error: LogUnavailable) => void;
}

/**
 * A log that is watched: how recording goes, and where it is broken, is known; and once somebody looks each second, it answers in time, or
 * with LogUnresponsive. What it was asked it may do all the same.
 */
export class WatchedLog extends EventLog {
  private readonly appends = new Map<symbol, number>();
  private readonly asked = new Set<Asked>();
  private failing = false;
  private lost: LogUnavailable | undefined;
  /** How often it was found to be broken. */
  private met = 0;

  constructor(
    private readonly log: EventLog,
    private readonly onBroken: OnBroken,
  ) {
    super();
  }

  get recording(): Recording {
    const [first] = this.appends.values();
    const oldestSeconds = first === undefined ? 0 : Math.floor((performance.now() - first) / 1_000);
    return { unanswered: this.appends.size, oldestSeconds, failing: this.failing };
  }

  /**
   * To be called each second: looks are counted, not time, as a process that was busy with something else has not heard the answer yet.
   * @param lost why the store does not answer, where that is known: callers that wait, or ask from now on, are told so.
   */
  look(lost?: LogUnavailable): void {
    this.lost = lost;
    for (const one of this.asked) {
      one.looks++;
      if (lost) one.fail(lost);
      else if (one.looks > mostLooks) one.fail(new LogUnresponsive());
    }
  }

  get waiting(): number {
    return this.log.waiting;
  }

  appendMany(commits: readonly Commit[]): Promise<Outcome[]> {
    return this.inTime(() => {
      const one = Symbol();
      this.appends.set(one, performance.now());
      return this.log.appendMany(commits).then(
        (outcomes) => {
          this.ended(one, false);
          return outcomes;
        },
        (error: unknown) => {
          this.ended(one, error instanceof LogUnavailable && !(error instanceof LogBusy || error instanceof ClockSkewed));
          throw error;
        },
      );
    });
  }

  readStream(stream: StreamName, range?: StreamRange): Promise<Entry[]> {
    return this.inTime(() => this.log.readStream(stream, range));
  }

  readStreams(streams: readonly StreamName[], from?: readonly number[]): Promise<Entry[][]> {
    return this.inTime(() => this.log.readStreams(streams, from));
  }

  readByStream(range: ByStreamRange): AsyncIterable<Entry[][]> {
    return this.told(this.log.readByStream(this.telling(range)));
  }

  entriesAt(positions: readonly number[]): Promise<Entry[]> {
    return this.inTime(() => this.log.entriesAt(positions));
  }

  stored(position: number): Promise<StoredEntry | null> {
    return this.inTime(() => this.log.stored(position));
  }

  readAll(range: AllRange): AsyncIterable<Entry[]> {
    return this.told(this.log.readAll(this.telling(range)));
  }

  readStored(range: AllRange): AsyncIterable<StoredEntry[]> {
    return this.told(this.log.readStored(this.telling(range)));
  }

  subscribe(range: AllRange, onBatch: (entries: Entry[]) => Promise<void>): Subscription {
    const subscription = this.log.subscribe(this.telling(range), onBatch);
    subscription.ended.catch((error: unknown) => {
      this.note(error);
    });
    return subscription;
  }

  /** Guards move too where the log was found to be broken: what is kept of it is then read anew. */
  override async standing(streams: readonly StreamName[]): Promise<StreamStanding> {
    const { guards, ...standing } = await this.inTime(() => this.log.standing(streams));
    return { ...standing, guards: guards === undefined ? undefined : `${guards} ${String(this.met)}` };
  }

  /** What would be recorded now is recorded, whatever became of the last append: nobody may have asked since. */
  override async probe(): Promise<'up' | 'not recording'> {
    const found = await this.log.probe();
    if (found !== 'recording') return found;
    this.failing = false;
    return 'up';
  }

  head(): Promise<number> {
    return this.inTime(() => this.log.head());
  }

  positionAt(instant: Date): Promise<number> {
    return this.inTime(() => this.log.positionAt(instant));
  }

  private ended(append: symbol, failing: boolean): void {
    this.appends.delete(append);
    this.failing = failing;
  }

  private inTime<T>(ask: () => Promise<T>): Promise<T> {
    if (this.lost) return Promise.reject(this.lost);
    return new Promise((settle, fail) => {
      const one: Asked = { looks: 0, fail };
      this.asked.add(one);
      ask()
        .then(settle, (error: unknown) => {
          this.note(error);
          fail(error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => this.asked.delete(one));
    });
  }

  private async *told<T>(reading: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* reading;
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  private telling<Range extends { readonly onBroken?: OnBroken | undefined }>(range: Range): Range {
    const { onBroken } = range;
    if (!onBroken) return range;
    return {
      ...range,
      onBroken: (broken: LogCorrupted) => {
        this.note(broken);
        onBroken(broken);
      },
    };
  }

  private note(error: unknown): void {
    if (!(error instanceof LogCorrupted)) return;
    this.met++;
    this.onBroken(error);
  }
}
