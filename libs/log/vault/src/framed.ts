let scratch = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * One way to read it back: each part after its length in bytes, as four bytes with the highest first. Text is UTF-8.
 * The bytes are good until the next call: every box and every MAC needs a frame, and memory for each would cost more than the cipher.
 */
export function framed(...parts: readonly (string | Uint8Array)[]): Buffer {
  let most = 0;
  for (const part of parts) most += 4 + part.length * (typeof part === 'string' ? 3 : 1);
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * most);
  let at = 0;
  for (const part of parts) {
    const size = typeof part === 'string' ? scratch.write(part, at + 4) : part.length;
    if (typeof part !== 'string') scratch.set(part, at + 4);
    scratch.writeUInt32BE(size, at);
    at += 4 + size;
  }
  return scratch.subarray(0, at);
}
