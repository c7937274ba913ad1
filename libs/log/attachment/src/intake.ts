import { type Digest, type Owner, sha256Digest } from '@lookback/kernel';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refuse, refuseIf } from './attachment.rules.js';
import { isHeic, type MediaType, mediaTypeOf, mediaTypes, tellingBytes } from './media-type.js';
import { chunks } from './chunks.js';
import { type Scanner, scanning } from './scanner.js';
import { hashed, sealing } from './sealing.js';

export interface IntakeParts {
  /** Where encrypted files lie while they come in. */
  readonly folder: string;
  /** Most bytes of an original. */
  readonly limit: number;
  readonly scanner?: Scanner | undefined;
}

/** A file that came in whole, encrypted. */
export interface TakenIn {
  readonly digest: Digest;
  readonly file: string;
  readonly kind: MediaType;
  readonly size: number;
}

const passing = 64 * 1024;

/** Looks at what comes while it comes, and writes it down encrypted: never more of it than a few pieces is in memory, and none on disk in clear. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  /** @throws a Refusal, AttachmentsUnavailable, or what breaks the upload off; then nothing is left of it. */
  async take(body: AsyncIterable<Buffer>, dataKey: Buffer, owner: Owner): Promise<TakenIn> {
    const { folder, scanner } = this.parts;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, randomUUID());
    const [looked, digest] = [new Looked(this.parts.limit), createHash('sha256')];
    const into = await open(file, 'wx', 0o600); // before anything can break off: a file that is still being opened cannot be removed
    try {
      const seen = scanner ? scanning(scanner)(looked.at(body)) : looked.at(body);
      await pipeline(hashed(sealing(dataKey, owner)(seen), digest), into.createWriteStream({ flush: true }));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return { file, digest: sha256Digest(digest.digest('hex')), size: looked.size, kind: looked.kind };
  }

  /** Removes what a killed server left half taken in. */
  async clear(before: Date): Promise<void> {
    for (const name of await readdir(this.parts.folder).catch(() => [])) {
      const path = join(this.parts.folder, name);
      const age = await stat(path).catch(() => undefined);
      if (age && age.mtime < before) await rm(path, { force: true });
    }
  }
}

/** What was seen of a file as it passed: its size, and by its first bytes what it is. */
class Looked {
  size = 0;
  private found: MediaType | undefined;

  constructor(private readonly limit: number) {}

  get kind(): MediaType {
    return this.found ?? refuse('attachment.kind-unknown', { kinds: mediaTypes });
  }

  async *at(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const { bytes, nth } of chunks(body, passing, tellingBytes)) {
      this.size += bytes.length;
      refuseIf(this.size === 0, 'attachment.empty');
      refuseIf(this.size > this.limit, 'attachment.too-large', { limit: this.limit });
      if (nth === 0) this.find(bytes);
      yield bytes;
    }
  }

  private find(first: Buffer): void {
    refuseIf(isHeic(first), 'attachment.heic');
    this.found = mediaTypeOf(first) ?? refuse('attachment.kind-unknown', { kinds: mediaTypes });
  }
}
