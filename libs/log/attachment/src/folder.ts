import type { Digest } from '@lookback/kernel';
import { open, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Blobs, nameOf } from './blobs.js';
import { AttachmentCorrupted } from './errors.js';

/** A folder: `ab/sha256-abcdef…`, 256 folders of files. What is taken over has to lie on the same file system. */
export class Folder implements Blobs {
  constructor(private readonly root: string) {}

  async keep(digest: Digest, file: string): Promise<void> {
    const path = this.pathOf(digest);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(file, path);
    await synced(dirname(path));
  }

  async read(digest: Digest): Promise<AsyncIterable<Buffer>> {
    const file = await open(this.pathOf(digest)).catch((error: unknown) => {
      throw isAbsent(error) ? new AttachmentCorrupted(digest, 'it is not in the folder') : error;
    });
    return file.createReadStream() as AsyncIterable<Buffer>;
  }

  remove(digest: Digest): Promise<void> {
    return rm(this.pathOf(digest), { force: true });
  }

  private pathOf(digest: Digest): string {
    const hex = digest.slice(digest.indexOf(':') + 1);
    return join(this.root, hex.slice(0, 2), nameOf(digest));
  }
}

/** A file's name is durable only with its folder. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
