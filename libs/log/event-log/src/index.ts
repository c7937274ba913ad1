export type { BodyDigest, CommandKey } from './command-key.js';
export { CachedStream } from './cached-stream.js';
export { StreamCache } from './stream-cache.js';
export { limits } from './validate-commit.js';
export { Codec } from './codec.js';
export { type Copied, copyLog } from './copy/copy-log.js';
export * from './event-log.js';
export { EventStoreUnavailable, UnsupportedEventStore } from './eventstoredb/errors.js';
export { EventStoreNumbers1735689600002 } from './eventstoredb/numbers.migration.js';
export { type EventStoreSettings, openEventStore } from './eventstoredb/open.js';
export { leafHashOf, leafOf } from './leaf.js';
export type { Filling, LogStore } from './log-store.js';
export { AppendAtOnce1764288000000 } from './postgres/append-at-once.migration.js';
export { EventLog1735689600001 } from './postgres/event-log.migration.js';
export { loadInto } from './postgres/load-into.js';
export { ReadByCopy1764230400000 } from './postgres/read-by-copy.migration.js';
export { withRetry } from './postgres/with-retry.js';
export { PostgresEventLog } from './postgres/postgres-event-log.js';
export { postgresStore } from './postgres/postgres-store.js';
export {
  type Breakage,
  breakages,
  type BrokenPlace,
  ClockSkewed,
  InvalidCommit,
  InvalidCopy,
  EntryForged,
  IdempotencyKeyReused,
  LogBusy,
  LogCorrupted,
  LogUnavailable,
  LogUnresponsive,
  type OnBroken,
  WrongExpectedRevision,
} from './errors.js';
export { signedBytes, type StoredEntry, type WrittenEntry } from './stored-entry.js';
export { type Recording, WatchedLog } from './watched-log.js';
export * as logEvents from './log.events.js';
export { logStream } from './log-stream.js';
export { type Clocks } from './clock-guard.js';
