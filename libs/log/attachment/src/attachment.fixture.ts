import type { AccountId, CalendarDate, Digest, StreamName } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { type TestDatabase, testDatabase } from '@lookback/testing';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { Attachment1735689600004 } from './attachment.migration.js';
import { Attachments, type ShownAttachment } from './attachments.js';
import { Folder } from './folder.js';
import type { IntakeParts } from './intake.js';
import type { Bringing } from './quota.js';
import type { NamingLog } from './sweep.js';

export const stream = 'household-a' as StreamName;
export const by = 'account-clerk' as AccountId;
export const day = 86_400_000;
export const bringing: Bringing = { by, day: '2020-03-01' };

export async function* inChunks(bytes: Uint8Array, size = 40_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + size)));
}

/** A photo as a phone takes it: sideways, with the place where it was taken. */
export const photo = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', { width = 64, height = 32 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 10, b: 10 } } })
    .withExif({ IFD0: { Make: 'PhoneMaker', Artist: '张三' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

export const pdf = (of = 'minutes'): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj << /Author (${of}) >> endobj\n%%EOF\n`);

/** A log of what is put into it. */
export class ToyLog implements NamingLog {
  private readonly entries: Entry[] = [];

  names(...evidence: readonly Digest[]): void {
    this.add('Toy', {}, evidence);
  }

  add(type: string, data: unknown, evidence: readonly Digest[] = []): void {
    const by = { evidence, effectiveOn: '2020-01-01' as CalendarDate };
    this.entries.push({ type, data, by, position: this.entries.length + 1 } as unknown as Entry);
  }

  async *readAll({ after }: { after: number }): AsyncGenerator<Entry[]> {
    const rest = this.entries.slice(after);
    while (rest.length > 0) yield await Promise.resolve(rest.splice(0, 2));
  }
}

/** Attachments over a real database and a folder of their own, on a day that can be moved. */
export class Bench {
  now = new Date('2020-03-01T08:00:00Z');
  readonly keys = new Keys(
    randomBytes(32),
    CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
  );

  private constructor(
    readonly database: TestDatabase,
    readonly folder: string,
  ) {}

  static async open(): Promise<Bench> {
    const database = await testDatabase({ migrations: [Vault1735689600000, Attachment1735689600004], entities: [] });
    return new Bench(database, await mkdtemp(join(tmpdir(), 'lookback-attachments-')));
  }

  async close(): Promise<void> {
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As a server that was just started has them: with no key in memory. */
  attachments(intake: Partial<IntakeParts> = {}, blobs = new Folder(this.folder), quota = 1e9): Attachments {
    const { pool } = this.database;
    const parts = { folder: join(this.folder, 'incoming'), limit: 1_000_000, ...intake };
    return new Attachments({ pool, vault: new Vault(pool, this.keys), blobs, quota, intake: parts, now: () => this.now });
  }

  /** Every file that is kept, by its path in the folder. */
  async files(): Promise<Map<string, Buffer>> {
    const all = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const paths = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
  }
}

export const bytesOf = async (shown: ShownAttachment | null): Promise<Buffer> => (shown ? buffer(shown.bytes) : Buffer.alloc(0));
