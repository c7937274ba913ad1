import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, hash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Digest, sha256Digest } from '@lookback/kernel';
import { AttachmentCorrupted, AttachmentsUnavailable } from './errors.js';
import { type Bucket, S3 } from './s3.js';

const credentials = {
  keyId: process.env['AWS_ACCESS_KEY_ID'] ?? 'key',
  secret: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'secret',
  region: process.env['AWS_REGION'] ?? 'us-east-1',
};
/** A bucket of a real server, where one is named. */
const named = process.env['LOOKBACK_TEST_S3'];

/** What there is of S3 here: it keeps what is put, if signature and bytes are right, and writes down what it was asked. */
class Stand {
  readonly asked: IncomingHttpHeaders[] = [];
  private readonly objects = new Map<string, Buffer>();
  status = 200;
  readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => response.writeHead(status).end(body));
  });

  private async answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer | undefined }> {
    const { method, url = '', headers } = request;
    this.asked.push(headers);
    const body = await buffer(request);
    if (this.status !== 200) return { status: this.status };
    if (!headers.authorization?.endsWith(`Signature=${signatureOf(request)}`)) return { status: 403 };
    if (method === 'PUT' && hash('sha256', body) !== headers['x-amz-content-sha256']) return { status: 400 };
    if (method === 'PUT') this.objects.set(url, body);
    if (method === 'DELETE') return { status: this.objects.delete(url) ? 204 : 404 };
    const found = this.objects.get(url);
    return found ? { status: 200, ...(method === 'GET' && { body: found }) } : { status: 404 };
  }
}

/** AWS Signature Version 4, from its documentation alone: no query, a path that needs no escapes. */
function signatureOf({ method = '', url = '', headers }: IncomingMessage): string {
  const [, scope = '', signed = ''] = /Credential=[^/]+\/(\S+), SignedHeaders=(\S+),/.exec(headers.authorization ?? '') ?? [];
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, url, '', lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash('sha256', canonical)].join('\n');
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').reduce<string | Buffer>(mac, `AWS4${credentials.secret}`);
  return mac(key, toSign).toString('hex');
}

let folder: string;
const stand = new Stand();
let bucket: Bucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-s3-'));
  await new Promise<void>((up) => stand.server.listen(0, '127.0.0.1', up));
  bucket = named === undefined ? standing() : { ...credentials, url: named };
});
afterAll(async () => {
  stand.server.close();
  await rm(folder, { recursive: true, force: true });
});

const standing = (): Bucket => ({
  ...credentials,
  url: `http://127.0.0.1:${(stand.server.address() as AddressInfo).port}/lookback/attachments`,
});

async function file(size: number): Promise<{ path: string; bytes: Buffer; digest: Digest }> {
  const bytes = randomBytes(size);
  const path = join(folder, 'on-its-way');
  await writeFile(path, bytes);
  return { path, bytes, digest: sha256Digest(hash('sha256', bytes)) };
}

describe(named ? `the bucket ${named}` : 'a stand-in for a bucket (LOOKBACK_TEST_S3 names no real one)', () => {
  it('keeps a file under its digest, gives it back, and lets it go', async () => {
    const s3 = new S3(bucket);
    const { path, bytes, digest } = await file(3_000_000);
    await s3.keep(digest, path);
    await expect(stat(path)).rejects.toThrow('ENOENT');
    expect((await buffer(await s3.read(digest))).equals(bytes)).toBe(true);
    await s3.remove(digest);
    await expect(s3.read(digest)).rejects.toThrow(AttachmentCorrupted);
    await s3.remove(digest);
  });

  it('takes nothing whose bytes are not those of the digest', async () => {
    const { path } = await file(1_000);
    await expect(new S3(bucket).keep(sha256Digest('a'.repeat(64)), path)).rejects.toThrow(AttachmentsUnavailable);
    expect((await stat(path)).size).toBe(1_000);
  });
});

describe('what the store is told', () => {
  it('is signed, with the digest and the length of what comes', async () => {
    const { path, digest } = await file(70_000);
    await new S3(standing()).keep(digest, path);
    expect(stand.asked.at(-1)).toMatchObject({ 'content-length': '70000', 'x-amz-content-sha256': digest.slice('sha256:'.length) });
    expect(stand.asked.at(-1)?.['transfer-encoding']).toBeUndefined();
  });

  it('is refused under another secret', async () => {
    const { path, digest } = await file(70);
    const other = new S3({ ...standing(), secret: 'another' });
    await expect(other.keep(digest, path)).rejects.toThrow(new AttachmentsUnavailable('store', 'it answered 403'));
  });
});

describe('a store that is away', () => {
  it('is told as such, with nothing of what it says', async () => {
    const { path, digest } = await file(10);
    stand.status = 503;
    await expect(new S3(standing()).keep(digest, path)).rejects.toThrow(new AttachmentsUnavailable('store', 'it answered 503'));
    stand.status = 403;
    await expect(new S3(standing()).read(digest)).rejects.toThrow(new AttachmentsUnavailable('store', 'it answered 403'));
    await expect(new S3({ ...bucket, url: 'http://127.0.0.1:1/lookback' }).read(digest)).rejects.toThrow(AttachmentsUnavailable);
  });
});
