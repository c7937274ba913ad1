import type { Catalogue, StreamName } from '@lookback/kernel';
import type { Keys, Vault } from '@lookback/log/vault';
import type { Pool } from 'pg';
import { LogNotifier } from '../../subscription/log-notifier.js';
import { byGroups, type StreamLength, wholeUpTo } from '../by-groups.js';
import { Codec } from '../../format/codec.js';
import { validateCommits, validateSizes } from '../validate-commit.js';
import {
  type AllRange,
  type ByStreamRange,
  type Commit,
  defaultBatch,
  type Entry,
  EventLog,
  type Outcome,
  type StreamRange,
  type Subscription,
} from '../../port/event-log.js';
import { WrongExpectedRevision, LogCorrupted, loudly, type OnBroken } from '../../port/errors.js';
import { CatchUpSubscription } from '../../subscription/catch-up-subscription.js';
import { inOrderOf } from '../in-order-of.js';
import { repeated } from '../repeated.js';
import type { StoredEntry, WrittenEntry } from '../../port/stored-entry.js';
import { ClockGuard } from '../clock-guard.js';
import { InFlight } from './in-flight.js';
import { Numbering } from './numbering.js';
import type { NumberStore } from './numbers.store.js';
import { probe } from './probe.js';
import type { Streams } from './streams.js';
import { newestAfter, pageOf } from './all-stream.js';

/** Those after a position, up to another. */
interface PositionRun {
  readonly after: number;
  readonly upTo: number;
}

interface Parts {
  readonly streams: Streams;
  readonly numbers: NumberStore;
  /** Of the database that numbers the log. */
  readonly pool: Pool;
  readonly catalogue: Catalogue;
  readonly vault: Vault;
  readonly keys: Keys;
}

/** The log in EventStoreDB. Its places in `$all` stay in here: positions are the numbers, which are kept in PostgreSQL with the times. */
export class EventStoreEventLog extends EventLog {
  private readonly codec: Codec;
  private readonly notifier: LogNotifier;
  private readonly streams: Streams;
  private readonly numbers: NumberStore;
  private readonly numbering: Numbering;
  private readonly clock: ClockGuard;
  private readonly inFlight = new InFlight();
  /** The newest entry that was seen. */
  private newest = { place: 0, position: 0 };
  /** How far was looked for one, by places. */
  private lookedTo = 0;

  constructor({ streams, numbers, pool, catalogue, vault, keys }: Parts) {
    super();
    this.codec = new Codec(catalogue, vault, keys);
    this.notifier = new LogNotifier(pool);
    this.streams = streams;
    this.numbers = numbers;
    this.numbering = new Numbering(streams, numbers);
    this.clock = new ClockGuard(this, () => numbers.clockIsBehind());
  }

  get waiting(): number {
    return this.inFlight.queued;
  }

  /** EventStoreDB has no transaction over streams: each commit is an append of its own, many of them under way at once. */
  async appendMany(commits: readonly Commit[]): Promise<Outcome[]> {
    validateCommits(commits);
    if (commits.length === 0) return [];
    await this.clock.require(commits);
    this.inFlight.requireRoom(commits.length);
    const written = await this.codec.write(commits);
    validateSizes(written);
    const entering = commits.map((commit, i) => this.enter(commit, written[i] as WrittenEntry[]));
    await Promise.allSettled(entering);
    this.notifier.notifyAll();
    return Promise.all(entering);
  }

  async readStream(stream: StreamName, range?: StreamRange): Promise<Entry[]> {
    return this.codec.read(await this.numbering.number(await this.streams.read(stream, range)));
  }

  async readStreams(streams: readonly StreamName[], from: readonly number[] = []): Promise<Entry[][]> {
    const raw = await Promise.all(streams.map((stream, i) => this.inFlight.take(() => this.streams.read(stream, { from: from[i] ?? 1 }))));
    const entries = await this.codec.read(await this.numbering.number(raw.flat()));
    return raw.map(({ length }) => entries.splice(0, length));
  }

  /** The server keeps no list of streams that an account may count on: the whole log is gone through for their names. */
  async *readByStream({ upTo, kinds, onBroken }: ByStreamRange): AsyncIterable<Entry[][]> {
    const lengths = new Map<StreamName, number>();
    for await (const entries of this.numbering.all({ after: 0, upTo, onBroken }, defaultBatch))
      for (const { stream } of entries)
        if (kinds?.some((kind) => stream.startsWith(`${kind}-`)) ?? true) lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
    const streams = [...lengths].map(([stream, revision]) => ({ stream, revision }));
    yield* byGroups(streams, (group) => this.streamsUpTo(upTo, group, onBroken));
  }

  /** Streams as they stood at a position; of one that is broken what comes before that, which is told, or thrown. */
  private async streamsUpTo(upTo: number, group: readonly StreamLength[], onBroken: OnBroken = loudly): Promise<Entry[][]> {
    try {
      const read = await this.readStreams(group.map(({ stream }) => stream));
      return group.map((standing, i) => wholeUpTo(upTo, read[i] ?? [], standing));
    } catch (error) {
      if (!(error instanceof LogCorrupted) || onBroken === loudly) throw error;
      return (await Promise.all(group.map((one) => this.upToFault(upTo, one, onBroken)))).flat();
    }
  }

  private async upToFault(upTo: number, { stream, revision }: StreamLength, onBroken: OnBroken): Promise<Entry[][]> {
    for (let to = revision; to > 0;)
      try {
        return [wholeUpTo(upTo, await this.readStream(stream, { to }), { stream, revision: to })];
      } catch (error) {
        if (!(error instanceof LogCorrupted)) throw error;
        onBroken(error);
        to = Math.min(to, error.revision ?? 1) - 1;
      }
    return [];
  }

  async entriesAt(positions: readonly number[]): Promise<Entry[]> {
    return inOrderOf(positions, await this.codec.read(await this.numbering.at([...new Set(positions)])));
  }

  async stored(position: number): Promise<StoredEntry | null> {
    if (position < 1 || position > (await this.head())) return null;
    const [entry] = await this.numbering.at([position]);
    if (!entry) throw new LogCorrupted('missing', { position });
    return this.codec.checked([entry])[0] ?? null;
  }

  async *readAll(range: AllRange): AsyncIterable<Entry[]> {
    for await (const rows of this.readStored(range)) yield await this.codec.read(rows, range.onBroken);
  }

  async *readStored({ after, types, batch = defaultBatch, onBroken }: AllRange): AsyncIterable<StoredEntry[]> {
    const run = { after, upTo: await this.head() };
    yield* types ? this.ofTypes(run, types, batch) : this.numbering.all({ ...run, onBroken }, batch);
  }

  subscribe(range: AllRange, onBatch: (entries: Entry[]) => Promise<void>): Subscription {
    return new CatchUpSubscription(this, this.notifier, range, onBatch);
  }

  override probe(): Promise<'recording' | 'not recording'> {
    return probe(this.streams);
  }

  async head(): Promise<number> {
    const { newest = 0, end } = await newestAfter(this.streams, this.lookedTo);
    if (newest > this.newest.place) {
      const position = await this.numbering.positionAt(newest);
      if (position > this.newest.position) this.newest = { place: newest, position };
    }
    this.lookedTo = Math.max(this.lookedTo, end);
    return this.newest.position;
  }

  async positionAt(instant: Date): Promise<number> {
    await this.head();
    return this.numbers.recordedBy(instant);
  }

  private async enter(commit: Commit, entries: readonly WrittenEntry[]): Promise<Outcome> {
    const { stream, expected } = commit;
    const outcome = await this.inFlight.take(() => this.streams.append(stream, expected, entries));
    if (!(outcome instanceof WrongExpectedRevision))
      return { revision: outcome.revision, position: await this.numbering.positionAt(outcome.place) };
    if (outcome.actual <= expected) return outcome;
    const later = await this.numbering.number(await this.streams.read(stream, { from: expected + 1 }));
    return repeated(commit, this.codec.checked(later)) ?? outcome;
  }

  private async *ofTypes(run: PositionRun, types: readonly string[], size: number): AsyncGenerator<StoredEntry[]> {
    if (run.after >= run.upTo) return;
    const upTo = await this.numbering.placeOf(run.upTo);
    let after = await this.numbering.placeOf(run.after);
    for (let isLast = false; !isLast;) {
      const page = await pageOf(this.streams, { after, upTo }, size, types);
      if (page.entries.length > 0) yield await this.numbering.number(page.entries);
      ({ isLast, lookedTo: after } = page);
    }
  }
}
