import type { StoredEntry } from '../stored-entry.js';
import { epoch } from './copied.js';

/** The columns of `log.entry` in the order of a row's bytes. */
export const columns = 'position, stream, revision, id, type, version, recorded_at, salt, mac, data, metadata';
const fields = 11;

/** After the last row. */
export const trailer = Buffer.from([0xff, 0xff]);

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
