import { hash } from 'node:crypto';
import type { StoredEntry } from './stored-entry.js';

/**
 * What the Merkle tree holds of an entry: canonical JSON (RFC 8785) that neither tells nor links anything to a stranger.
 * `rec` in UTC milliseconds; `stream`, `data` and `meta` are base64url SHA-256 of a tag, the salt and the bytes. Final.
 */
export const leafOf = ({ stream, revision, recordedAt, salt, data, metadata }: StoredEntry): string =>
  JSON.stringify({
    data: commitment('data', salt, data),
    meta: commitment('meta', salt, metadata),
    rec: recordedAt.getTime(),
    rev: revision,
    stream: commitment('stream', salt, stream),
    v: 1,
  });

const commitment = (tag: 'stream' | 'data' | 'meta', salt: Uint8Array, text: string): string =>
  hash('sha256', Buffer.concat([Buffer.from(`lookback/v1/${tag}\0`), salt, Buffer.from(text)]), 'base64url');
