import type { Attribution, EventOf, Recorded, StreamName } from '@lookback/kernel';
import type { BodyDigest, CommandKey } from './command-key.js';
import type { IdempotencyKeyReused, WrongExpectedRevision, OnBroken } from './errors.js';
import type { StoredEntry } from './stored-entry.js';

/** Events that one command decided: one stream, all or nothing, after exactly `expected` entries of it. */
export interface Commit {
  readonly stream: StreamName;
  /** How many entries the stream has; 0 says that there is no such stream yet. */
  readonly expected: number;
  readonly key: CommandKey;
  readonly body: BodyDigest;
  readonly by: Attribution;
  readonly events: readonly EventOf[];
}

export interface Appended {
  /** Entries in the stream after the commit. */
  readonly revision: number;
  /** Place in the log of its last entry. */
  readonly position: number;
  /** Its entries as reading gives them, where the driver knows them: they need not be read back. */
  readonly entries?: readonly Entry[];
}

/** What became of one commit among many: each stands or falls by itself. */
export type Outcome = Appended | WrongExpectedRevision | IdempotencyKeyReused;

/** An entry as the log gives it back: today's version of what was said, boxes opened. */
export interface Entry extends Recorded {
  readonly stream: StreamName;
  readonly key: CommandKey;
  readonly body: BodyDigest;
}

export interface StreamRange {
  /** First revision wanted, from 1. A caller that names a later one knows those before it: LogCorrupted where there is no such stream. */
  readonly from?: number;
  /** Last revision wanted. */
  readonly to?: number;
}

export interface AllRange {
  /** Entries after this position; 0 from the beginning. */
  readonly after: number;
  /** Only entries of these types; what is given then has gaps. */
  readonly types?: readonly string[];
  /** How many entries a batch holds at most. */
  readonly batch?: number;
  /** Told of what is broken, which is then left out; without it the first of that is thrown. */
  readonly onBroken?: OnBroken | undefined;
}

/** How streams stand at a moment. */
export interface StreamStanding {
  /**
   * How what keeps entries from being changed stands: another answer than before says that it was taken off in between, and none that it
   * is off. What was read before is read anew then. A store whose entries nobody can change always answers alike.
   */
  readonly guards?: string | undefined;
  /** The last revision of each stream in the order asked, 0 where there is none; left out where reading what is new costs no more. */
  readonly revisions?: readonly number[];
}

export interface ByStreamRange {
  /** Entries up to this position. */
  readonly upTo: number;
  /** Only streams of these kinds: `household` stands for `household-…`. */
  readonly kinds?: readonly string[] | undefined;
  /** As in `AllRange`; of a stream that is broken its entries before that are given. */
  readonly onBroken?: OnBroken | undefined;
}

export interface Subscription {
  /** Ends when the batch in hand is done. */
  stop(): Promise<void>;
  /** Settles when the subscription has ended: rejected with what `onBatch` threw, or with an entry that cannot be read. */
  readonly ended: Promise<void>;
}

/** How many entries are read in one go where nobody says. */
export const defaultBatch = 1_000;

/**
 * What happened, in one order, for ever. Two drivers, one contract suite.
 * A position is the index of the entry's leaf and one: from 1, without a gap, the same for every reader, on either driver and in a copy.
 * Source: decisions.md, 2.
 */
export abstract class EventLog {
  /** @throws WrongExpectedRevision; LogBusy where too many wait; LogUnavailable. */
  async append(commit: Commit): Promise<Appended> {
    const [outcome] = await this.appendMany([commit]);
    if (outcome instanceof Error) throw outcome;
    return outcome as Appended;
  }

  /** As few round trips as their size allows; outcomes in the order of the commits. At most one commit a stream. */
  abstract appendMany(commits: readonly Commit[]): Promise<Outcome[]>;
  /** A stream's entries in order; none where there is no such stream. Their MACs are checked: a forged one is a loud error. */
  abstract readStream(stream: StreamName, range?: StreamRange): Promise<Entry[]>;
  /** Several streams in one go, in the order asked; `from` is the first revision wanted of each, as of one. */
  abstract readStreams(streams: readonly StreamName[], from?: readonly number[]): Promise<Entry[][]>;
  /**
   * Every stream as it stood at a position, some thousand entries' worth at a time, each whole and once, for folding
   * states. Their order is not specified; none is left out.
   */
  abstract readByStream(range: ByStreamRange): AsyncIterable<Entry[][]>;
  /** Entries by their positions, in the order asked, each as often as it is asked for; those that the log lacks are left out. */
  abstract entriesAt(positions: readonly number[]): Promise<Entry[]>;
  /** An entry's exact bytes, its MAC checked, for showing what proves it; null where the log has not come so far. */
  abstract stored(position: number): Promise<StoredEntry | null>;
  /** Batches in strict order of position, without a gap and without a repeat, up to where the log stands when it is asked. */
  abstract readAll(range: AllRange): AsyncIterable<Entry[]>;
  /** The same as the bytes stand in the log, for hashing or copying: no MAC is checked. */
  abstract readStored(range: AllRange): AsyncIterable<StoredEntry[]>;
  /**
   * Catches up, then follows; the next batch is read when `onBatch` is done with the last. Where something broken was told and nothing
   * came after it, an empty batch does.
   */
  abstract subscribe(range: AllRange, onBatch: (entries: Entry[]) => Promise<void>): Subscription;
  /** How many commits of this process wait to be recorded. */
  abstract get waiting(): number;
  /** Whether streams stand as they were read, in one round trip: a cache asks before it relies on what it keeps. */
  standing(_streams: readonly StreamName[]): Promise<StreamStanding> {
    return Promise.resolve({ guards: '' });
  }

  /**
   * How a store beside the database is: whether it answers, and would record now. Where the log stands in the database nobody needs to ask.
   * @throws LogUnavailable
   */
  probe(): Promise<'up' | 'recording' | 'not recording'> {
    return Promise.resolve('up');
  }

  /** The position of the newest entry; 0 where there is none. */
  abstract head(): Promise<number>;
  /** The last position recorded at or before an instant; 0 where there is none. */
  abstract positionAt(instant: Date): Promise<number>;
}
