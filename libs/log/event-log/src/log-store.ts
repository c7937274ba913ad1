import type { Catalogue } from '@lookback/kernel';
import type { Sentence } from '@lookback/log/database';
import type { Keys, Vault } from '@lookback/log/vault';
import type { EventLog } from './event-log.js';

/** Where a log stands, reached and looked at before there are keys. */
export interface LogStore {
  /** Tells this log from any other that the same database may have held: what was derived from another is derived anew. */
  readonly origin: string;
  /** What whoever starts a server should know of it. */
  readonly found: readonly Sentence[];
  isEmpty(): Promise<boolean>;
  open(catalogue: Catalogue, vault: Vault, keys: Keys): EventLog;
  close(): Promise<void>;
}
