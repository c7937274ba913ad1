import { type Digest, type Owner, sha256Digest } from '@lookback/kernel';
import { algorithm, freshBytes } from '@lookback/log/vault';
import { createCipheriv, createDecipheriv, createHash, type DecipherGCM, hkdfSync } from 'node:crypto';
import { chunks } from './chunks.js';
import { AttachmentCorrupted } from './errors.js';

/**
 * The form of a stored attachment, final: a line that names form and algorithm, a salt, then pieces of 64 KiB, each AES-256-GCM
 * with its tag after it. The key follows by HKDF from the owner's data key and the salt, and is used for this one file; the nonce
 * is the piece's number and whether it is the last; the associated data are the line and the owner. So no piece can be changed,
 * left out, moved or cut off, and nothing unauthenticated is ever given out. (The construction is known as STREAM.)
 */
const line = Buffer.from(`lookback-attachment/1 ${algorithm}\n`);
const saltLength = 32;
const pieceLength = 64 * 1024;
const tagLength = 16;
const headLength = line.length + saltLength;

/** Encrypts a stream of bytes for its owner. */
export const sealing = (dataKey: Buffer, owner: Owner) =>
  async function* (plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const salt = freshBytes(saltLength);
    yield Buffer.concat([line, salt]);
    const [key, associated] = [fileKey(dataKey, salt), associatedWith(owner)];
    for await (const { bytes, nth, last } of chunks(plain, pieceLength)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(nth, last)).setAAD(associated);
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    }
  };

/** Decrypts what `sealing` gave. The last piece is let go only once the digest of all bytes is right. @throws AttachmentCorrupted otherwise. */
export const opening = (dataKey: Buffer, owner: Owner, digest: Digest) =>
  async function* (sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const [hash, associated] = [createHash('sha256'), associatedWith(owner)];
    let key: Buffer | undefined;
    for await (const { bytes, nth, last } of chunks(hashed(sealed, hash), pieceLength + tagLength, headLength)) {
      if (!key) {
        if (last || !bytes.subarray(0, line.length).equals(line))
          throw new AttachmentCorrupted(digest, 'it is cut off, or of a form that this release does not know');
        key = fileKey(dataKey, bytes.subarray(line.length));
        continue;
      }
      const plain = opened(bytes, createDecipheriv('aes-256-gcm', key, nonce(nth - 1, last)).setAAD(associated));
      if (!plain || (last && sha256Digest(hash.digest('hex')) !== digest))
        throw new AttachmentCorrupted(digest, 'it was changed, cut off, or moved from elsewhere');
      yield plain;
    }
  };

/** Passes bytes on and into a hash. */
export async function* hashed(source: AsyncIterable<Buffer>, hash: { update(bytes: Buffer): unknown }): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    hash.update(bytes);
    yield bytes;
  }
}

/** What a piece says, or undefined where it is not authentic. */
function opened(piece: Buffer, decipher: DecipherGCM): Buffer | undefined {
  const end = piece.length - tagLength;
  if (end < 0) return undefined;
  try {
    decipher.setAuthTag(piece.subarray(end));
    return Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const fileKey = (dataKey: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', dataKey, salt, 'lookback/v1/attachment', 32));

const associatedWith = (owner: Owner) => Buffer.concat([line, Buffer.from(owner)]);

function nonce(nth: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(nth, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}
