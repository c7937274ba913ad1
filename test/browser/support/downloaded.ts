import type { Download } from 'playwright-core';

/** What a browser was handed as a file. */
export async function bytesOf(file: Download): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
