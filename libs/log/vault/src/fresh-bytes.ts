import { randomFillSync } from 'node:crypto';

const drawn = 64 * 1024;
let pool = Buffer.allocUnsafeSlow(drawn);
let used = drawn;

/** So many random bytes (at most 64 KiB), never given out twice. Drawn in advance, as the system's call costs more than the bytes. */
export function freshBytes(length: number): Buffer {
  const from = take(length);
  return pool.subarray(from, from + length);
}

/** The same as base64url. */
export function freshText(length: number): string {
  const from = take(length);
  return pool.toString('base64url', from, from + length);
}

/** A new pool each time: what was given out of the old one stays as it is. */
function take(length: number): number {
  if (used + length > drawn) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(drawn));
    used = 0;
  }
  used += length;
  return used - length;
}
