import type { Catalogue } from '@lookback/kernel';
import type { Sentence } from '@lookback/log/database';
import type { Keys, LogIdentity, Vault } from '@lookback/log/vault';
import type { Pool } from 'pg';
import type { EventLog } from './event-log.js';
import { InvalidCopy } from './errors.js';
import type { StoredEntry } from './stored-entry.js';

/** Where a log stands, reached and looked at before there are keys. */
export interface LogStore {
  /** Tells this log from any other that the same database may have held: what was derived from another is derived anew. */
  readonly origin: string;
  /** What the operator who starts a server should know of it. */
  readonly found: readonly Sentence[];
  /** Throws InvalidCopy where a copy into it is not finished. */
  isEmpty(): Promise<boolean>;
  /**
   * Which log it is, as its first entry says; for an empty one a new origin, the same for whoever asks.
   * @throws UnsupportedLog where it is of a form that this release does not read.
   */
  identity(): Promise<LogIdentity>;
  /** Entries as they are stored, in order, without the first so many. */
  stored(after: number): AsyncIterable<readonly StoredEntry[]>;
  /** Begins to fill it, or goes on, in the role of the database's owner. Throws InvalidCommit where the log is in use. */
  fill(owner: Pool): Promise<Filling>;
  open(catalogue: Catalogue, vault: Vault, keys: Keys): EventLog;
  close(): Promise<void>;
}

/**
 * An empty log that is filled with another's entries, times and all: the owner's business. It is not in use before it is opened; what
 * was filled in stays when that is broken off, but for the last few thousand entries perhaps, and filling goes on from there.
 */
export interface Filling {
  /** How many entries it has. */
  readonly begun: number;
  /** Takes the next ones. */
  take(entries: readonly StoredEntry[]): Promise<void>;
  /** All that it has, as stored. */
  stored(): AsyncIterable<readonly StoredEntry[]>;
  /** Opens the log for use: everything in it is as it should be. */
  finish(): Promise<void>;
}

/** A log into which a copy has begun is neither empty nor in use. */
export const unfinished = () => new InvalidCopy('a copy into this log is not finished; run "lookback log copy" again');
