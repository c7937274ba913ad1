export type { BodyDigest, CommandKey } from './port/command-key.js';
export {
  type Breakage,
  breakages,
  type BrokenPlace,
  ClockSkewed,
  EntryForged,
  IdempotencyKeyReused,
  InvalidCommit,
  InvalidCopy,
  LogBusy,
  LogCorrupted,
  LogUnavailable,
  LogUnresponsive,
  UnsupportedLog,
  type OnBroken,
  WrongExpectedRevision,
} from './port/errors.js';
export * from './port/event-log.js';
export type { Filling, LogStore } from './port/log-store.js';
export { format, suite } from './port/format.js';
export { logStream } from './port/log-stream.js';
export * as logEvents from './port/log.events.js';
export { logSlice } from './port/log.slice.js';
export { sealedPlace, sealedValuesAt } from './port/sealed-values.js';
export type { StoredEntry, WrittenEntry } from './port/stored-entry.js';
export { type Recording, WatchedLog } from './port/watched-log.js';
export { entryId } from './format/entry-id.js';
export { Codec } from './format/codec.js';
export { leafHashOf, leafOf } from './format/leaf.js';
export { signedBytes } from './format/signed-bytes.js';
export { CachedStream } from './cache/cached-stream.js';
export { StreamCache } from './cache/stream-cache.js';
export { type Copied, copyLog } from './copy/copy-log.js';
export { type Clocks } from './drivers/clock-guard.js';
export { limits } from './drivers/validate-commit.js';
export { withRetry } from './drivers/with-retry.js';
export { EventLog1796083200001 } from './drivers/postgres/event-log.migration.js';
export { loadInto } from './drivers/postgres/load-into.js';
export { PostgresEventLog } from './drivers/postgres/postgres-event-log.js';
export { postgresStore } from './drivers/postgres/postgres-store.js';
export { EventStoreUnavailable, UnsupportedEventStore } from './drivers/eventstoredb/errors.js';
export { EventStoreNumbers1796083200002 } from './drivers/eventstoredb/numbers.migration.js';
export { type EventStoreSettings, openEventStore } from './drivers/eventstoredb/open.js';
