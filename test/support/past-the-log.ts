import type { Breakage } from '@lookback/log/event-log';

/** One way to break a stream of four entries, as `household-…` has after three visits. */
export interface Breach {
  readonly kind: Breakage;
  readonly what: string;
  /** The revision of an entry that nobody can then be shown. */
  readonly at: number;
  readonly commit: (stream: string) => Promise<unknown>;
}

/** Somebody with all rights in the store of a log reaches past the log. */
export interface PastTheLog {
  readonly breaches: readonly Breach[];
  /** Takes away what a stream says, so that it can be put back. */
  spoil(stream: string): Promise<void>;
  mend(stream: string): Promise<void>;
  /** Has a stream end with an entry that does not carry the server's MAC, and gives its position. */
  forgeLast(stream: string): Promise<number>;
  /** Takes away the last entry of a stream, or all of them where the store cannot take away one. */
  takeLast(stream: string): Promise<void>;
  /** How many entries the store gives a stream. */
  standsAt(stream: string): Promise<number>;
  close(): Promise<void>;
}
