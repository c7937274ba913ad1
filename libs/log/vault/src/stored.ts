import type { EntryId, Owner, StreamName } from '@lookback/kernel';
import { hash } from 'node:crypto';
import { framed } from './framed.js';

/** Where an entry stands: a box is bound to it, and opens nowhere else. */
export interface BoxPlace {
  readonly stream: StreamName;
  readonly entryId: EntryId;
}

/** Data as the log holds it; `boxes` is left out where there are none. These forms are final. */
export interface StoredData {
  readonly says: unknown;
  readonly boxes?: readonly StoredBox[];
}

/** All that an entry says of one owner: a JSON array of `[salt, value]`, encrypted under the owner's key. */
export interface StoredBox {
  readonly of: Owner;
  readonly alg: string;
  readonly iv: string;
  readonly box: string;
}

export type BoxedField = readonly [salt: string, value: unknown];

/** Stands in `says` for a sealed value: the box, the field in it, and the digest that binds it to what was said. */
export interface SealedMark {
  readonly $sealed: readonly [box: number, field: number];
  readonly digest: string;
}

/** Stands in `says` for a quoted event. */
export interface QuotedMark {
  readonly $quoted: { readonly type: string; readonly version: number; readonly says: unknown };
}

export const saltLength = 16;

const scratch = Buffer.allocUnsafeSlow(8 * 1024);

/** `sha256:<hex>` of salt and value, the value as JSON in UTF-8: what a disclosed field is checked against. The salt is base64url. */
export function fieldDigest(salt: string, json: string): string {
  // Most values are a name or a number: one buffer serves them all.
  const most = salt.length + 3 * json.length;
  const room = most <= scratch.length ? scratch : Buffer.allocUnsafeSlow(most);
  const salted = room.write(salt, 'base64url');
  return `sha256:${hash('sha256', room.subarray(0, salted + room.write(json, salted)), 'hex')}`;
}

/** The associated data of a box. */
export const boundTo = ({ stream, entryId }: BoxPlace, owner: Owner): Buffer => framed(stream, entryId, owner);
