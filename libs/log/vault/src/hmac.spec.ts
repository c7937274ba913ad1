import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { Hmac } from './hmac.js';

it('is what the platform gives, whatever the key and the bytes', () => {
  const key = fc.uint8Array({ minLength: 0, maxLength: 64 });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.integer({ min: 65_000, max: 200_000 }).map((size) => Buffer.alloc(size, size)),
  );
  fc.assert(
    fc.property(key, fc.array(bytes, { minLength: 1, maxLength: 4 }), (by, texts) => {
      const hmac = new Hmac(by);
      for (const text of texts) expect(hmac.digest(text)).toBe(createHmac('sha256', by).update(text).digest('base64url'));
    }),
    { seed: 20201231, numRuns: 60 },
  );
});
