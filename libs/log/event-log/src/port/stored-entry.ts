import type { EntryId, StreamName } from '@lookback/kernel';

/** An entry as bytes, before the log gave it its place and time. Driver and day do not change what is hashed and signed. */
export interface WrittenEntry {
  readonly stream: StreamName;
  /** Its number in its stream, from 1. */
  readonly revision: number;
  readonly id: EntryId;
  readonly type: string;
  readonly version: number;
  /** 16 random bytes, so that nobody guesses the entry from its leaf. */
  readonly salt: Uint8Array;
  /** `hmac-sha256:k1:<base64url>` over `signedBytes`, by a key of this log alone. */
  readonly mac: string;
  readonly data: string;
  readonly metadata: string;
}

/** An entry at its place in the log. */
export interface PlacedEntry extends WrittenEntry {
  readonly position: number;
}

/** An entry as the store gives it back. */
export interface StoredEntry extends PlacedEntry {
  readonly recordedAt: Date;
}
