import type { EntryId, StreamName } from '@lookback/kernel';
import type { StoredEntry } from '../stored-entry.js';

/** The columns of `log.entry` in the order of their bytes. */
export const columns = 'position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata';
const fields = 11;

/** COPY (FORMAT binary): a signature, flags and no extension; then the rows; then the trailer. */
export const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const trailer = Buffer.from([0xff, 0xff]);

/** PostgreSQL counts microseconds from 2000. */
const epoch = Date.UTC(2000, 0, 1);

/** Entries from the rows of a COPY. Numbers and times come as they are, with no text between; nothing else reads as fast. */
export class CopiedEntries {
  readonly taken: StoredEntry[] = [];
  private begun = false;

  /** The next bytes of the COPY: a row, or the trailer, which says -1 fields; the header before the first. */
  take(bytes: Buffer): void {
    const reader = new Reader(bytes, this.begun ? 0 : header.length);
    this.begun = true;
    while (reader.row()) this.taken.push(reader.entry());
  }
}

class Reader {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  row(): boolean {
    if (this.at >= this.bytes.length) return false;
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2) === fields;
  }

  entry(): StoredEntry {
    return {
      position: this.big(),
      stream: this.name() as StreamName,
      revision: this.bytes.readInt32BE(this.field()),
      id: this.uuid() as EntryId,
      type: this.name(),
      version: this.bytes.readInt16BE(this.field()),
      recordedAt: new Date(this.big() / 1_000 + epoch),
      salt: this.copy(),
      mac: this.name(),
      data: this.text(),
      metadata: this.text(),
    };
  }

  /** Where the next field begins; it ends where the reader then stands. */
  private field(): number {
    const start = this.at + 4;
    this.at = start + this.bytes.readInt32BE(this.at);
    return start;
  }

  /** Bytes of its own: those of the row are used again. */
  private copy(): Buffer {
    return Buffer.from(this.bytes.subarray(this.field(), this.at));
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

  private uuid(): string {
    const hex = this.bytes.toString('hex', this.field(), this.at);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}

/** The rows of some entries at the positions after one, without header and trailer. */
export function rowsAfter(position: number, entries: readonly StoredEntry[]): Buffer {
  const writer = new Writer(entries.reduce((room, entry) => room + roomFor(entry), 0));
  for (const [i, entry] of entries.entries()) writer.entry(entry, position + i + 1);
  return writer.written;
}

/** More than a row takes: a character is three bytes of UTF-8 at most. */
const roomFor = ({ stream, type, data, metadata }: StoredEntry) => 300 + 3 * (stream.length + type.length + data.length + metadata.length);

class Writer {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(room: number) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  get written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  entry({ stream, revision, id, type, version, recordedAt, salt, mac, data, metadata }: StoredEntry, position: number): void {
    this.at = this.bytes.writeInt16BE(fields, this.at);
    this.big(position);
    this.text(stream);
    this.at = this.bytes.writeInt32BE(revision, this.length(4));
    this.at = this.length(16) + this.bytes.write(id.replaceAll('-', ''), this.at, 'hex');
    this.text(type);
    this.at = this.bytes.writeInt16BE(version, this.length(2));
    this.big((recordedAt.getTime() - epoch) * 1_000);
    this.bytes.set(salt, this.length(salt.length));
    this.at += salt.length;
    for (const text of [mac, data, metadata]) this.text(text);
  }

  private length(of: number): number {
    this.at = this.bytes.writeInt32BE(of, this.at);
    return this.at;
  }

  private big(value: number): void {
    this.at = this.bytes.writeBigInt64BE(BigInt(value), this.length(8));
  }

  private text(value: string): void {
    const size = this.bytes.write(value, this.at + 4);
    this.at = this.length(size) + size;
  }
}
