import { type CipherKey, createCipheriv, createDecipheriv } from 'node:crypto';
import { freshBytes } from './fresh-bytes.js';

/** Name of the algorithm in every box, so that another can follow. */
export const algorithm = 'A256GCM';

/** AES-256-GCM with a 96-bit random nonce and a 128-bit tag, which stands after the ciphertext. */
export interface Ciphertext {
  readonly iv: Buffer;
  readonly box: Buffer;
}

const tagLength = 16;

/** Nobody reads it without the key, and nobody uses it with other associated data. */
export function encrypt(key: CipherKey, associated: Buffer, plain: string | Buffer): Ciphertext {
  const iv = freshBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return { iv, box: Buffer.concat([body, cipher.getAuthTag()]) };
}

/** @throws when a byte, the key or the associated data is another. */
export function decrypt(key: CipherKey, associated: Buffer, { iv, box }: Ciphertext): Buffer {
  const end = box.length - tagLength;
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength });
  decipher.setAAD(associated).setAuthTag(box.subarray(end));
  const plain = decipher.update(box.subarray(0, end));
  decipher.final();
  return plain;
}
