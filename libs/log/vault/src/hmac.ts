import { hash } from 'node:crypto';

const block = 64;
const digestLength = 32;

/**
 * HMAC-SHA-256 (RFC 2104) by one key, of two one-shot digests: every entry that is read has its MAC checked, and an object of
 * Node's `createHmac` for each costs twice as much as the digests.
 */
export class Hmac {
  private inner: Buffer;
  private readonly outer: Buffer;

  /** @param key of 64 bytes at most. */
  constructor(key: Uint8Array) {
    if (key.length > block) throw new RangeError(`a key has ${String(block)} bytes at most`);
    this.inner = Buffer.alloc(64 * 1024);
    this.outer = Buffer.alloc(block + digestLength);
    for (let i = 0; i < block; i++) {
      this.inner[i] = (key[i] ?? 0) ^ 0x36;
      this.outer[i] = (key[i] ?? 0) ^ 0x5c;
    }
  }

  /** As base64url text. Digests are handed on as text: memory for each would cost more than making it. */
  digest(bytes: Uint8Array): string {
    const length = block + bytes.length;
    if (length > this.inner.length) this.inner = Buffer.concat([this.inner.subarray(0, block), Buffer.alloc(2 * bytes.length)]);
    this.inner.set(bytes, block);
    this.outer.write(hash('sha256', this.inner.subarray(0, length), 'binary'), block, 'latin1');
    return hash('sha256', this.outer, 'base64url');
  }
}
