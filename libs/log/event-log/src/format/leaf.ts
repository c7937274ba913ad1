import { hash } from 'node:crypto';
import type { StoredEntry } from '../port/stored-entry.js';

/**
 * What the Merkle tree holds of an entry: canonical JSON (RFC 8785) that neither tells nor links anything to a stranger.
 * `rec` in UTC milliseconds; `stream`, `data` and `meta` are `sha256:<hex>` of a tag, the salt and the bytes; `v` decides the hash. Final.
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

/** What the tree takes of an entry: SHA-256 of a zero byte and its leaf (RFC 9162, 2.1.1), `sha256:<hex>`. It tells a stranger nothing. */
export const leafHashOf = (stored: StoredEntry): string =>
  `sha256:${hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(leafOf(stored))]), 'hex')}`;

const tags = { data: tagOf('data'), meta: tagOf('meta'), stream: tagOf('stream') };

function tagOf(name: 'data' | 'meta' | 'stream'): Buffer {
  return Buffer.from(`lookback/v1/${name}\0`);
}

let scratch = Buffer.allocUnsafeSlow(64 * 1024);

/** Every entry has three, so one buffer serves them all. */
function commitment(tag: keyof typeof tags, salt: Uint8Array, text: string): string {
  const most = 32 + salt.length + 3 * text.length;
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * most);
  const tagged = tags[tag].copy(scratch);
  scratch.set(salt, tagged);
  const salted = tagged + salt.length;
  return `sha256:${hash('sha256', scratch.subarray(0, salted + scratch.write(text, salted)), 'hex')}`;
}
