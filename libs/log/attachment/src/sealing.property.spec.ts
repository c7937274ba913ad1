import { describe, expect, it } from '@jest/globals';
import { type Owner, sha256Digest } from '@lookback/kernel';
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { AttachmentCorrupted } from './errors.js';
import { opening, sealing } from './sealing.js';

const owner = 'household-a' as Owner;
const key = randomBytes(32);
const piece = 64 * 1024;
const digestOf = (bytes: Buffer) => sha256Digest(createHash('sha256').update(bytes).digest('hex'));

/** Bytes in chunks of a size, as a connection may bring them. */
async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const sealed = (plain: Buffer, chunk = 10_000, of = owner, under = key) => buffer(sealing(under, of)(inChunks(plain, chunk)));
const opened = (bytes: Buffer, { digest = digestOf(bytes), of = owner, under = key, chunk = 10_000 } = {}) =>
  buffer(opening(under, of, digest)(inChunks(bytes, chunk)));

/** Sizes around the ends of pieces, where something could be off by one. */
const size = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(piece - 1, piece, piece + 1, 2 * piece, 2 * piece + 7, 3 * piece));
const chunk = fc.integer({ min: 700, max: 3 * piece });

describe('a file that is sealed', () => {
  it('comes back byte for byte, however it is cut on the way', async () => {
    await fc.assert(
      fc.asyncProperty(size, chunk, chunk, async (bytes, into, outOf) => {
        const plain = randomBytes(bytes);
        expect((await opened(await sealed(plain, into), { chunk: outOf })).equals(plain)).toBe(true);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('shows nothing of what is in it, and is never the same twice', async () => {
    const plain = Buffer.from('屋顶漏雨'.repeat(500));
    const [one, another] = [await sealed(plain), await sealed(plain)];
    expect(one.includes('屋顶')).toBe(false);
    expect(digestOf(one)).not.toBe(digestOf(another));
  });

  it('is broken when any byte is another, whatever digest is expected', async () => {
    const whole = await sealed(randomBytes(2 * piece + 100));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, digestToo) => {
        const changed = Buffer.from(whole);
        changed[at] = (whole[at] ?? 0) ^ by;
        await expect(opened(changed, digestToo ? {} : { digest: digestOf(whole) })).rejects.toThrow(AttachmentCorrupted);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('is broken when it is cut, longer, or its pieces stand in another order', async () => {
    const [head, full] = [Buffer.from('lookback-attachment/1 A256GCM\n').length + 32, piece + 16];
    const whole = await sealed(randomBytes(3 * piece));
    const pieces = [0, 1, 2].map((nth) => whole.subarray(head + nth * full, head + (nth + 1) * full));
    const start = whole.subarray(0, head);
    for (const other of [
      ...[start, whole.subarray(0, 10), Buffer.alloc(0), whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('x')])],
      Buffer.concat([start, ...pieces.slice(0, 2)]),
      Buffer.concat([start, ...pieces.slice(1)]),
      Buffer.concat([start, ...[pieces[1], pieces[0], pieces[2]].map((one) => one ?? start)]),
    ])
      await expect(opened(other)).rejects.toThrow(AttachmentCorrupted);
  });

  it('opens for no other owner, under no other key, and in no other’s place', async () => {
    const [one, another] = [await sealed(Buffer.from('one')), await sealed(Buffer.from('another'))];
    await expect(opened(one, { of: 'household-b' as Owner })).rejects.toThrow(AttachmentCorrupted);
    await expect(opened(one, { under: randomBytes(32) })).rejects.toThrow(AttachmentCorrupted);
    await expect(opened(another, { digest: digestOf(one) })).rejects.toThrow(AttachmentCorrupted);
  });

  it('gives nothing of its last piece away before its digest is right', async () => {
    const whole = await sealed(Buffer.from('all of it'));
    const given: Buffer[] = [];
    const reading = (async () => {
      for await (const bytes of opening(key, owner, sha256Digest('f'.repeat(64)))(inChunks(whole, 9))) given.push(bytes);
    })();
    await expect(reading).rejects.toThrow(AttachmentCorrupted);
    expect(given).toEqual([]);
  });
});
