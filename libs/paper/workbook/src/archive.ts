import { createInflateRaw, crc32 } from 'node:zlib';
import { directoryOf, type ArchiveEntry } from './directory.js';
import { refuseOtherKinds } from './kind-of-file.js';
import { type Limits, ratioCountsFrom } from './limits.js';
import { damaged, shortened, workbook } from './refusals.js';

const chunkSize = 256 * 1024;

/** A zip archive that came from outside. Parts unpack in chunks and against one allowance, whatever the directory claims. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  #unpacked = 0;

  /** Refuses what is no zip archive and what claims more than the limits, before anything is unpacked. */
  constructor(
    bytes: Uint8Array,
    private readonly limits: Limits,
  ) {
    workbook.refuseIf(bytes.length > limits.fileBytes, 'workbook.too-large', { what: { en: 'file', zh: '文件' }, limit: limits.fileBytes });
    refuseOtherKinds(bytes);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directoryOf(this.#bytes);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The part's bytes as they unpack. Refuses as soon as more comes out than `most`, than the allowance of the whole
   * archive or than the directory claims; a part whose checksum differs is refused after its last byte.
   */
  async *part(name: string, most = this.limits.unpackedBytes): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(name) ?? damaged(name, { en: 'missing', zh: '缺失' });
    this.#refuseClaim(entry, most);
    let size = 0;
    let crc = 0;
    for await (const chunk of unpacked(entry, this.#packed(entry))) {
      size += chunk.length;
      this.#spend(entry, size, chunk.length);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.unpackedSize || crc !== entry.crc) damaged(shortened(name), { en: 'checksum', zh: '校验和' });
  }

  #refuseClaim(entry: ArchiveEntry, most: number): void {
    const what = shortened(entry.name);
    workbook.refuseIf(entry.unpackedSize > most, 'workbook.too-large', { what, limit: most });
    this.#refuseRatio(entry, entry.unpackedSize);
  }

  #spend(entry: ArchiveEntry, size: number, more: number): void {
    this.#unpacked += more;
    const { unpackedBytes: limit } = this.limits;
    workbook.refuseIf(this.#unpacked > limit, 'workbook.too-large', { what: { en: 'unpacked file', zh: '解压后的文件' }, limit });
    if (size > entry.unpackedSize) damaged(shortened(entry.name), { en: 'size', zh: '大小不符' });
  }

  #refuseRatio(entry: ArchiveEntry, size: number): void {
    const { unpackedRatio: limit } = this.limits;
    const tight = size > ratioCountsFrom && size > entry.packedSize * limit;
    workbook.refuseIf(tight, 'workbook.packed-too-tightly', { part: shortened(entry.name), limit });
  }

  #packed(entry: ArchiveEntry): Buffer {
    const { headerAt, name, packedSize } = entry;
    const bytes = this.#bytes;
    const whole = headerAt + 30 <= bytes.length && bytes.readUInt32LE(headerAt) === 0x04034b50;
    if (!whole) return damaged(shortened(name), { en: 'header', zh: '文件头' });
    const at = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
    if (at + packedSize > bytes.length) return damaged(shortened(name), { en: 'truncated', zh: '不完整' });
    return bytes.subarray(at, at + packedSize);
  }
}

async function* unpacked(entry: ArchiveEntry, packed: Buffer): AsyncGenerator<Buffer, void, undefined> {
  if (entry.method === 0) {
    yield* slices(packed);
    return;
  }
  if (entry.method !== 8)
    return damaged(shortened(entry.name), { en: `method ${String(entry.method)}`, zh: `压缩方式 ${String(entry.method)}` });
  const inflate = createInflateRaw({ chunkSize });
  inflate.end(packed);
  const chunks = inflate[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined, undefined>;
  try {
    for (let next = await read(chunks, entry); next; next = await read(chunks, entry)) yield next;
  } finally {
    inflate.destroy();
  }
}

async function read(chunks: AsyncIterator<Buffer>, entry: ArchiveEntry): Promise<Buffer | undefined> {
  try {
    const next: IteratorResult<Buffer, undefined> = await chunks.next();
    return next.value;
  } catch {
    return damaged(shortened(entry.name), { en: 'compression', zh: '压缩数据' });
  }
}

function* slices(bytes: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}
