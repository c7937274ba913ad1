import { randomFillSync } from 'node:crypto';

const drawn = 64 * 1024;
let pool = Buffer.alloc(0);

/** So many random bytes (at most 64 KiB), never given out twice. Drawn in advance, as the system's call costs more than the bytes. */
export function freshBytes(length: number): Buffer {
  if (pool.length < length) pool = randomFillSync(Buffer.allocUnsafeSlow(drawn));
  const bytes = pool.subarray(0, length);
  pool = pool.subarray(length);
  return bytes;
}
