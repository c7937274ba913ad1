import type { Digest } from '@lookback/kernel';

/** Where the encrypted bytes lie, each file under its digest. Keeping the same again, or removing what is not there, is no fault. */
export interface Blobs {
  /** Takes over a file of this machine that nobody writes any more. Durable once it settles. */
  keep(digest: Digest, file: string): Promise<void>;
  /** @throws AttachmentCorrupted where there is none of this digest. */
  read(digest: Digest): Promise<AsyncIterable<Buffer>>;
  remove(digest: Digest): Promise<void>;
}
