import { damaged, shortened, workbook } from './refusals.js';

/** One part of the archive, as its central directory claims it. Sizes are bytes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly unpackedSize: number;
  readonly headerAt: number;
}

const endLength = 22;
const mostEntries = 10_000;
const escaped32 = 0xffffffff;

/** The central directory of a zip archive, by part name. Refuses a truncated archive and names that point outside it. */
export function directoryOf(bytes: Buffer): ReadonlyMap<string, ArchiveEntry> {
  const { at, count } = whereDirectoryIs(bytes);
  const entries = new Map<string, ArchiveEntry>();
  for (let next = at, left = count; left > 0; left--) {
    const { entry, end } = entryAt(bytes, next);
    refuseUnsafe(entry.name, entries.has(entry.name));
    entries.set(entry.name, entry);
    next = end;
  }
  return entries;
}

function whereDirectoryIs(bytes: Buffer): { at: number; count: number } {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length - endLength, 'latin1');
  if (end < 0) return damaged('zip', { en: 'truncated', zh: '不完整' });
  const plain = { count: bytes.readUInt16LE(end + 10), at: bytes.readUInt32LE(end + 16) };
  const found = plain.count === 0xffff || plain.at === escaped32 ? wideDirectory(bytes, end) : plain;
  if (found.count > mostEntries || found.at >= end) return damaged('zip', { en: 'directory', zh: '目录' });
  return found;
}

/** Zip64: some writers use it always, whatever the size. */
function wideDirectory(bytes: Buffer, end: number): { at: number; count: number } {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50) return damaged('zip', { en: 'directory', zh: '目录' });
  const record = wide(bytes, locator + 8);
  if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== 0x06064b50) return damaged('zip', { en: 'directory', zh: '目录' });
  return { count: wide(bytes, record + 32), at: wide(bytes, record + 48) };
}

function entryAt(bytes: Buffer, at: number): { entry: ArchiveEntry; end: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return damaged('zip', { en: 'directory', zh: '目录' });
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const end = extraEnd + bytes.readUInt16LE(at + 32);
  if (end > bytes.length) return damaged('zip', { en: 'directory', zh: '目录' });
  workbook.refuseIf((bytes.readUInt16LE(at + 8) & 1) === 1, 'workbook.encrypted');
  return { entry: { ...claimed(bytes, at, nameEnd), ...sizes(bytes, at, nameEnd, extraEnd) }, end };
}

const claimed = (bytes: Buffer, at: number, nameEnd: number) => ({
  name: bytes.toString('utf8', at + 46, nameEnd),
  method: bytes.readUInt16LE(at + 10),
  crc: bytes.readUInt32LE(at + 16),
});

/** The three fields that zip64 moves, in this order, to an extra field when 32 bits hold the mark of an escape. */
function sizes(bytes: Buffer, at: number, extraAt: number, extraEnd: number) {
  let moved = wideFieldAt(bytes, extraAt, extraEnd);
  const [unpackedSize = 0, packedSize = 0, headerAt = 0] = [24, 20, 42].map((field) => {
    const size = bytes.readUInt32LE(at + field);
    if (size !== escaped32 || moved < 0 || moved + 8 > extraEnd) return size;
    moved += 8;
    return wide(bytes, moved - 8);
  });
  return { unpackedSize, packedSize, headerAt };
}

function wideFieldAt(bytes: Buffer, extraAt: number, extraEnd: number): number {
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) === 1) return at + 4;
  }
  return -1;
}

const wide = (bytes: Buffer, at: number): number =>
  at + 8 > bytes.length ? damaged('zip', { en: 'directory', zh: '目录' }) : Number(bytes.readBigUInt64LE(at));

function refuseUnsafe(name: string, twice: boolean): void {
  const outside = /^[/\\]|[\\:\0]/.test(name) || name.split('/').includes('..');
  workbook.refuseIf(outside || twice, 'workbook.unsafe-part', { part: shortened(name) });
}
