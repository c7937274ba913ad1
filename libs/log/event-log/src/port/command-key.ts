import type { Code } from '@lookback/kernel';

/** A command's idempotency key, scoped to who asks and of what: the same key appends once, and is answered alike for ever. */
export type CommandKey = Code<'command'>;
/** Keyed digest of what a command said: tells the same command asked again from another under the same key. */
export type BodyDigest = Code<'body'>;
