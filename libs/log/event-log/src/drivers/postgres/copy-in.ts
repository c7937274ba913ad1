import type { StoredEntry } from '../../port/stored-entry.js';
import { epoch } from './copy-out.js';

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

const dash = 45;
/** Of a hexadecimal digit by its code, in small or capital letters. */
const digit = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

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
    this.uuid(id);
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
    const high = Math.floor(value / 4_294_967_296);
    this.at = this.bytes.writeInt32BE(high, this.length(8));
    this.at = this.bytes.writeUInt32BE(value - high * 4_294_967_296, this.at);
  }

  /** Digit by digit: taking the dashes out first costs more than all the rest of it. */
  private uuid(id: string): void {
    let at = this.length(16);
    for (let i = 0; i < id.length; i += 2) {
      if (id.charCodeAt(i) === dash) i++;
      this.bytes[at++] = (digit(id.charCodeAt(i)) << 4) | digit(id.charCodeAt(i + 1));
    }
    this.at = at;
  }

  private text(value: string): void {
    const size = this.bytes.write(value, this.at + 4);
    this.at = this.length(size) + size;
  }
}
