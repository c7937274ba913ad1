import type { EntryId, StreamName } from '@lookback/kernel';
import type { Pool } from 'pg';
import { EntryForged, loudly, type OnBroken } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import { CopyOutQuery } from './copy-out-query.js';

/** Whether bytes carry our MAC. */
export type IsSigned = (bytes: Uint8Array, mac: string) => boolean;

/** Where entries are read from, and how they are checked. */
export interface CopySource {
  readonly pool: Pool;
  readonly isSigned: IsSigned;
  /** Told of an entry that does not carry our MAC, which is then left out; without it that is thrown. */
  readonly onBroken?: OnBroken;
}

/** For hashing or copying entries as they stand. */
export const unchecked = (pool: Pool): CopySource => ({ pool, isSigned: () => true });

/**
 * What is read of `log.entry`, as `e`: what its MAC leaves out, then what it covers. COPY writes each field after its length in four
 * bytes, which is how `signedBytes` frames them: the rest of a row is what was signed, and is checked as it lies there.
 */
export const entryFields =
  'e.position, e.recorded_at, e.mac, e.stream, e.revision::text, e.id::text, e.type, e.version::text, e.salt, e.data, e.metadata';
const fieldsOfEntry = 11;

/** COPY (FORMAT binary): a signature, flags and no extension; then the rows; then a row of -1 fields. */
export const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/** PostgreSQL counts microseconds from 2000. */
export const epoch = Date.UTC(2000, 0, 1);

/** Takes the rows of a query as they come; each is good until `take` returns. No other way reads as fast. */
export async function copyOut({ pool }: CopySource, query: string, take: (row: CopyOutRow) => void): Promise<void> {
  let begun = false;
  const rowsIn = (bytes: Buffer) => {
    const row = new CopyOutRow(bytes, begun ? 0 : header.length);
    begun = true;
    while (row.next()) take(row);
  };
  await new CopyOutQuery(`COPY (${query}) TO STDOUT (FORMAT binary)`, rowsIn).askedOf(pool);
}

/** A row, taken apart field by field from the left. */
export class CopyOutRow {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  /** Whether another row begins here. */
  next(): boolean {
    if (this.at >= this.bytes.length) return false;
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2) >= 0;
  }

  int(): number {
    return this.bytes.readInt32BE(this.field());
  }

  /** An entry by `entryFields`, which end the row; undefined where they are null, or where it does not carry our MAC and somebody is told so. */
  entry({ isSigned, onBroken = loudly }: CopySource): StoredEntry | undefined {
    if (this.bytes.readInt32BE(this.at) < 0) {
      this.at += 4 * fieldsOfEntry;
      return undefined;
    }
    const position = this.big();
    const recordedAt = new Date(this.big() / 1_000 + epoch);
    const mac = this.name();
    const signed = this.at;
    // Each named by itself: an object that begins with a spread takes three times as long to make.
    const entry: StoredEntry = {
      position,
      recordedAt,
      mac,
      stream: this.name() as StreamName,
      revision: Number(this.name()),
      id: this.name() as EntryId,
      type: this.name(),
      version: Number(this.name()),
      salt: this.copy(),
      data: this.text(),
      metadata: this.text(),
    };
    if (isSigned(this.bytes.subarray(signed, this.at), mac)) return entry;
    onBroken(new EntryForged(entry.stream, entry.revision, position));
    return undefined;
  }

  /** Where the next field begins; it ends where the reader then stands. */
  private field(): number {
    const start = this.at + 4;
    this.at = start + this.bytes.readInt32BE(this.at);
    return start;
  }

  /** Bytes of its own: those of the row are used again. */
  private copy(): Buffer {
    const start = this.field();
    const own = Buffer.allocUnsafe(this.at - start);
    this.bytes.copy(own, 0, start, this.at);
    return own;
  }

  private big(): number {
    const at = this.field();
    return this.bytes.readInt32BE(at) * 4_294_967_296 + this.bytes.readUInt32BE(at + 4);
  }

  /** ASCII alone, which is read faster. */
  private name(): string {
    return this.bytes.toString('latin1', this.field(), this.at);
  }

  private text(): string {
    return this.bytes.toString('utf8', this.field(), this.at);
  }
}
