import type { Digest } from '@lookback/kernel';

/** A digest as a file's or an object's name, which takes no colon everywhere: `sha256-abcdef…`. Final. */
export const nameOf = (digest: Digest): string => digest.replace(':', '-');

/** Where the encrypted bytes lie, each file under its digest. Keeping the same again, or removing what is not there, is no fault. */
export interface Blobs {
  /** Takes over a file of this machine that nobody writes any more. Durable once it settles. */
  keep(digest: Digest, file: string): Promise<void>;
  /** @throws AttachmentCorrupted where there is none of this digest. */
  read(digest: Digest): Promise<AsyncIterable<Buffer>>;
  remove(digest: Digest): Promise<void>;
}
