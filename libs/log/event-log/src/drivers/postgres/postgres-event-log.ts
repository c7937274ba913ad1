import type { Catalogue, StreamName } from '@lookback/kernel';
import type { Keys, Vault } from '@lookback/log/vault';
import type { Pool } from 'pg';
import { LogNotifier } from '../../subscription/log-notifier.js';
import { Codec } from '../../format/codec.js';
import { validateCommits, validateSizes } from '../validate-commit.js';
import {
  type AllRange,
  type Appended,
  type ByStreamRange,
  type Commit,
  type Entry,
  EventLog,
  type Outcome,
  type StreamStanding,
  type StreamRange,
  type Subscription,
} from '../../port/event-log.js';
import { WrongExpectedRevision } from '../../port/errors.js';
import { CatchUpSubscription } from '../../subscription/catch-up-subscription.js';
import { inOrderOf } from '../in-order-of.js';
import { repeated } from '../repeated.js';
import type { StoredEntry, WrittenEntry } from '../../port/stored-entry.js';
import { type Clocks, ClockGuard } from '../clock-guard.js';
import type { Verdict } from './append.query.js';
import { appendedAs } from './appended.js';
import { GroupCommitter } from './group-committer.js';
import { entriesAfter, entriesAmong } from './all.query.js';
import { storedByStream } from './by-stream.query.js';
import { type CopySource, unchecked } from './copy-out.js';
import { clockIsBehind, headOf, lastRevision, type StreamSlice, readSlices, positionAt, standingOf } from './entries.query.js';
import { missingAt } from './missing.query.js';
import { withRetry } from '../with-retry.js';
import { storedIn } from './stored.query.js';
import { requireNoGap } from './gap-check.js';

/** The log in PostgreSQL: gapless positions under one row lock, exact bytes, nobody who can change what is written. */
export class PostgresEventLog extends EventLog {
  private readonly codec: Codec;
  /** Entries out of it carry our MAC. */
  private readonly entries: CopySource;
  private readonly notifier: LogNotifier;
  private readonly committer: GroupCommitter;
  private readonly clock: ClockGuard;
  private readonly subscriptions = new Set<CatchUpSubscription>();

  constructor(
    private readonly pool: Pool,
    catalogue: Catalogue,
    vault: Vault,
    keys: Keys,
    clocks?: Clocks,
  ) {
    super();
    this.codec = new Codec(catalogue, vault, keys);
    this.entries = { pool, isSigned: (bytes, mac) => keys.commit.isSigned(bytes, mac) };
    this.notifier = new LogNotifier(pool);
    this.committer = new GroupCommitter(pool);
    this.clock = new ClockGuard(this, () => withRetry(() => clockIsBehind(pool)), clocks);
  }

  get waiting(): number {
    return this.committer.queued;
  }

  /** A lost connection is asked anew: what it did record is then found by its key, not recorded twice. */
  async appendMany(commits: readonly Commit[]): Promise<Outcome[]> {
    validateCommits(commits);
    if (commits.length === 0) return [];
    await this.clock.require(commits);
    this.committer.requireRoom(commits.length);
    const written = await withRetry(() => this.codec.write(commits));
    validateSizes(written);
    const verdicts = await this.enter(written);
    const appended = commits.map((commit, i) => appendedAs(commit, written[i] as WrittenEntry[], verdicts[i] as Verdict));
    this.offer(appended);
    const moved = commits.filter((_, i) => !appended[i]);
    const told = moved.length > 0 ? await this.repeats(moved) : undefined;
    return commits.map(
      ({ stream, expected }, i) =>
        appended[i] ?? told?.get(stream) ?? new WrongExpectedRevision(stream, expected, verdicts[i]?.revision ?? 0),
    );
  }

  async readStream(stream: StreamName, { from = 1, to = lastRevision }: StreamRange = {}): Promise<Entry[]> {
    return (await this.pieces([{ stream, from, to }]))[0] ?? [];
  }

  readStreams(streams: readonly StreamName[], from: readonly number[] = []): Promise<Entry[][]> {
    return this.pieces(streams.map((stream, i) => ({ stream, from: from[i] ?? 1, to: lastRevision })));
  }

  async *readByStream(range: ByStreamRange): AsyncIterable<Entry[][]> {
    for await (const streams of storedByStream(this.entries, range)) {
      const entries = await withRetry(() => this.codec.open(streams.flat(), range.onBroken));
      yield inStreams(streams, entries);
    }
  }

  async entriesAt(positions: readonly number[]): Promise<Entry[]> {
    const stored = await withRetry(() => entriesAmong(this.entries, [...new Set(positions)]));
    return inOrderOf(positions, await withRetry(() => this.codec.open(stored)));
  }

  async stored(position: number): Promise<StoredEntry | null> {
    const run = { after: position - 1, upTo: position };
    const [stored] = await withRetry(() => entriesAfter(this.entries, { ...run, limit: 1 }));
    if (stored || position < 1 || position > (await this.head())) return stored ?? null;
    throw (await missingAt(this.pool, run))[0];
  }

  async *readAll(range: AllRange): AsyncIterable<Entry[]> {
    for await (const rows of storedIn(this.entries, range, await this.head()))
      yield await withRetry(() => this.codec.open(rows, range.onBroken));
  }

  async *readStored(range: AllRange): AsyncIterable<StoredEntry[]> {
    yield* storedIn(unchecked(this.pool), range, await this.head());
  }

  subscribe(range: AllRange, onBatch: (entries: Entry[]) => Promise<void>): Subscription {
    const subscription = new CatchUpSubscription(this, this.notifier, range, onBatch);
    this.subscriptions.add(subscription);
    subscription.ended.catch(() => undefined).finally(() => this.subscriptions.delete(subscription));
    return subscription;
  }

  override standing(streams: readonly StreamName[]): Promise<StreamStanding> {
    return withRetry(() => standingOf(this.pool, streams));
  }

  head(): Promise<number> {
    return withRetry(() => headOf(this.pool));
  }

  positionAt(instant: Date): Promise<number> {
    return withRetry(() => positionAt(this.pool, instant));
  }

  /** Settles when all have; where one was refused or the log became unavailable, with that. The others stand, and their keys find them. */
  private async enter(written: readonly WrittenEntry[][]): Promise<Verdict[]> {
    const entering = written.map((entries) => this.committer.enter(entries as [WrittenEntry, ...WrittenEntry[]])); // fit: it has events
    const entered = await Promise.allSettled(entering);
    if (entered.some(({ status }) => status === 'rejected')) this.notifier.notify();
    return Promise.all(entering);
  }

  /** Spares the subscriptions of this process the way to the database and through the boxes. */
  private offer(appended: readonly (Appended | undefined)[]): void {
    for (const { entries = [] } of appended.filter((one) => one !== undefined))
      for (const subscription of this.subscriptions) subscription.offer(entries);
    if (appended.every((one) => one?.entries)) this.notifier.notifyOffered();
    else this.notifier.notify();
  }

  private async pieces(pieces: readonly StreamSlice[]): Promise<Entry[][]> {
    const found = await withRetry(() => readSlices(this.entries, pieces));
    found.forEach((piece, i) => { requireNoGap(piece, pieces[i] as StreamSlice); }); // prettier-ignore
    const entries = await withRetry(() => this.codec.open(found.flatMap((piece) => piece.entries)));
    return found.map((piece) => entries.splice(0, piece.entries.length));
  }

  /** The first answers to those of some commits, whose streams have moved, that were there before. */
  private async repeats(moved: readonly Commit[]): Promise<ReadonlyMap<StreamName, Outcome | undefined>> {
    const pieces = moved.map(({ stream, expected }) => ({ stream, from: expected + 1, to: lastRevision }));
    const later = await withRetry(() => readSlices(this.entries, pieces));
    return new Map(moved.map((commit, i) => [commit.stream, repeated(commit, later[i]?.entries ?? [])]));
  }
}

/** The entries, stream by stream; of one with an entry that could not be read, those before it. */
function inStreams(streams: readonly (readonly StoredEntry[])[], entries: Entry[]): Entry[][] {
  return streams.map((stored) => {
    let read = 0;
    while (read < stored.length && entries[read]?.position === stored[read]?.position) read++;
    const own = entries.splice(0, read);
    const last = stored.at(-1);
    while (entries[0] && entries[0].stream === last?.stream && entries[0].position <= last.position) entries.shift();
    return own;
  });
}
