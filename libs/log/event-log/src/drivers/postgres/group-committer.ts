import type { StreamName } from '@lookback/kernel';
import { DatabaseError, type Pool } from 'pg';
import { yieldToEventLoop } from '@lookback/log/runtime';
import { LogUnavailable, LogBusy } from '../../port/errors.js';
import { enter, type Verdict, type WrittenCommit } from './append.query.js';
import { withRetry } from '../with-retry.js';

/** A commit's entries, all of one stream, on their way into the log. */
interface Waiting {
  readonly entries: WrittenCommit;
  readonly stream: StreamName;
  readonly size: number;
  readonly settle: (verdict: Verdict) => void;
  readonly fail: (error: unknown) => void;
}

/** How much goes in one round trip, and how much may wait for one; sizes in characters of data and metadata. */
export const capacity = { commits: 512, size: 4_000_000, waitingCommits: 8_192, waitingSize: 64_000_000 } as const;

/** Batches in flight at once: while PostgreSQL enters one, this process makes the other ready. They queue for the head of the log. */
const mostInFlight = 2;

/**
 * Enters all commits of a process: while batches are on their way to the disk, the next gathers. There is no timer: a commit leaves
 * at once where fewer than the most batches are in flight, with what came in the same turn of the event loop.
 */
export class GroupCommitter {
  private waiting: Waiting[] = [];
  private size = 0;
  private inFlight = 0;
  /** Streams whose next commit is in flight. */
  private readonly moving = new Set<StreamName>();

  constructor(private readonly pool: Pool) {}

  /** How many commits wait to go. */
  get queued(): number {
    return this.waiting.length;
  }

  /** @throws LogBusy where so many more would have to wait too long. An idle log takes any number. */
  requireRoom(commits: number): void {
    const full = this.waiting.length + commits > capacity.waitingCommits || this.size > capacity.waitingSize;
    if (full && this.waiting.length > 0) throw new LogBusy(`${String(this.waiting.length)} commits wait to be recorded`);
  }

  /** Says what became of a commit, once it is on disk. Rejects with LogUnavailable, or with why PostgreSQL would not take just this one. */
  enter(entries: WrittenCommit): Promise<Verdict> {
    return new Promise((settle, fail) => {
      const size = entries.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      this.waiting.push({ entries, stream: entries[0].stream, size, settle, fail });
      this.size += size;
      if (this.inFlight < mostInFlight) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.inFlight++;
    for (;;) {
      await yieldToEventLoop(); // so that commits of callers that were just answered, and those that came with this one, are in the batch
      const batch = this.next();
      if (batch.length === 0) break;
      for (const { stream } of batch) this.moving.add(stream);
      await this.commit(batch);
      for (const { stream } of batch) this.moving.delete(stream);
    }
    this.inFlight--;
  }

  /**
   * In the order in which they came, one of a stream: its next can only stand when this one does. A batch takes its share of
   * all that is waiting or in flight: if one took everything, nothing would be left to make ready meanwhile.
   */
  private next(): Waiting[] {
    const share = Math.min(capacity.commits, Math.ceil((this.waiting.length + this.moving.size) / mostInFlight));
    const streams = new Set(this.moving);
    const batch: Waiting[] = [];
    let size = 0;
    this.waiting = this.waiting.filter((one) => {
      const fits = batch.length === 0 || (batch.length < share && size + one.size <= capacity.size);
      if (!fits || streams.has(one.stream)) return true;
      streams.add(one.stream);
      batch.push(one);
      size += one.size;
      return false;
    });
    this.size -= size;
    return batch;
  }

  /** A batch that PostgreSQL refuses is halved until the one that is at fault stands alone. */
  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const commits = batch.map(({ entries }) => entries);
      const verdicts = await withRetry(() => enter(this.pool, commits));
      for (const { stream, settle } of batch) settle(verdicts.get(stream) as Verdict);
    } catch (error) {
      if (batch.length > 1 && isOfOne(error)) return this.halved(batch);
      const failed = isOfOne(error) ? error : unavailable(error);
      for (const { fail } of batch) fail(failed);
    }
  }

  private async halved(batch: readonly Waiting[]): Promise<void> {
    const half = Math.ceil(batch.length / 2);
    await this.commit(batch.slice(0, half));
    await this.commit(batch.slice(half));
  }
}

/** No room, no lock, no more resources, a stopping server: these befall every commit alike, and pass. */
const passes = /^(25|40|53|54|55|57|58|XX)/;

const isOfOne = (error: unknown): boolean =>
  !(error instanceof LogUnavailable) && !(error instanceof DatabaseError && passes.test(error.code ?? ''));

const unavailable = (cause: unknown) =>
  cause instanceof LogUnavailable ? cause : new LogUnavailable('the log cannot record now', { cause });
