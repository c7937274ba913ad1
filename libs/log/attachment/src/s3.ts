import type { Digest } from '@lookback/kernel';
import { AwsClient } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Blobs, nameOf } from './blobs.js';
import { AttachmentCorrupted, AttachmentsUnavailable } from './errors.js';

/** A bucket of an S3-compatible store. */
export interface Bucket {
  /** Up to the bucket, or a folder in it: `https://host/bucket/folder`. */
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** For one answer of the store. */
const timeoutMs = 60_000;

/** Objects under their digests. The digest is signed with the request, so that the store itself checks what arrives. */
export class S3 implements Blobs {
  private readonly client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    const { keyId, secret, region } = bucket;
    this.client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 0 });
  }

  async keep(digest: Digest, file: string): Promise<void> {
    const headers = { 'content-length': String((await stat(file)).size), 'x-amz-content-sha256': digest.slice(digest.indexOf(':') + 1) };
    await this.ask('PUT', digest, { headers, body: Readable.toWeb(createReadStream(file)) as ReadableStream });
    await rm(file);
  }

  async read(digest: Digest): Promise<AsyncIterable<Buffer>> {
    const { body } = await this.ask('GET', digest);
    if (!body) throw new AttachmentCorrupted(digest, 'it is not in the bucket');
    return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) as AsyncIterable<Buffer>;
  }

  async remove(digest: Digest): Promise<void> {
    await this.ask('DELETE', digest);
  }

  /** The answer; one without a body where there is no such object. What the store says otherwise goes no further than its status. */
  private async ask(method: 'PUT' | 'GET' | 'DELETE', digest: Digest, sent: RequestInit = {}): Promise<Pick<Response, 'body'>> {
    const asking = { method, ...sent, ...(sent.body && { duplex: 'half' }), signal: AbortSignal.timeout(timeoutMs) };
    const answer = await this.client.fetch(`${this.bucket.url}/${nameOf(digest)}`, asking).catch((error: unknown) => {
      throw new AttachmentsUnavailable('store', error instanceof Error ? error.name : 'no answer');
    });
    if (answer.ok && method === 'GET') return answer;
    await answer.body?.cancel();
    if (!answer.ok && (answer.status !== 404 || method === 'PUT'))
      throw new AttachmentsUnavailable('store', `it answered ${answer.status}`);
    return { body: null };
  }
}
