import type { RecordedEvent } from '@eventstore/db-client';
import type { EntryId, StreamName } from '@lookback/kernel';
import { readEnvelope } from '../../format/envelope.js';
import type { WrittenEntry } from '../../port/stored-entry.js';

/** An entry as the server gives it back, before it has its position: its place in `$all`, and when the server wrote it. */
export interface RawEntry extends WrittenEntry {
  readonly place: number;
  readonly created: Date;
}

/** What stands in the server's metadata: the entry's own, as the text that was signed, with what is not signed beside it. */
interface Wrapper {
  readonly mac: string;
  /** base64url */
  readonly salt: string;
  readonly metadata: string;
}

const utf8 = new TextDecoder();

/** An entry's metadata as the server is given it. */
export function wrapped({ mac, salt, metadata }: WrittenEntry): string {
  const wrapper: Wrapper = { mac, salt: Buffer.from(salt).toString('base64url'), metadata };
  return JSON.stringify(wrapper);
}

/**
 * UUIDv8 of the first bytes of a MAC: of the signed bytes, not of the command, as the server takes two writes for one only where they
 * say the same, salt and all.
 */
export function idOf(mac: string): string {
  const hex = Buffer.from(mac.slice(mac.lastIndexOf(':') + 1), 'base64url').toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** It can be stored where broken places are remembered: the server takes names that PostgreSQL does not, and none of them is ours. */
const storable = (name: string) => name.slice(0, longestName).replaceAll('\0', '\uFFFD');
const longestName = 500;

/** How far a stream counts here. The end of one that was deleted for ever stands at the last number that the server has. */
const lastRevision = 2 ** 31 - 1;

/** One that is not of the form in which every server of ours writes carries no MAC, which its check then says. */
export function rawEntry({ streamId, revision, type, data, metadata, created, position }: RecordedEvent, prefix: string): RawEntry {
  const at = {
    stream: storable(streamId.slice(prefix.length)) as StreamName,
    revision: Math.min(Number(revision) + 1, lastRevision),
    place: Number(position?.commit),
  };
  const { mac, salt, metadata: own } = Object(metadata) as Partial<Record<keyof Wrapper, unknown>>;
  if (typeof mac !== 'string' || typeof salt !== 'string' || typeof own !== 'string' || !(data instanceof Uint8Array))
    return { ...at, type, created, ...unsigned };
  const { id, version } = envelopeIn(own);
  return { ...at, type, mac, salt: Buffer.from(salt, 'base64url'), metadata: own, id, version, data: utf8.decode(data), created };
}

const nobody = { id: '' as EntryId, version: 0 };
const unsigned = { ...nobody, mac: '', salt: Buffer.alloc(0), metadata: '', data: '' };

/** Nobody has checked it yet: it may not be ours, and say anything. */
function envelopeIn(metadata: string): Pick<WrittenEntry, 'id' | 'version'> {
  try {
    const { id, version }: { id: unknown; version: unknown } = readEnvelope(metadata);
    return typeof id === 'string' && typeof version === 'number' ? { id: id as EntryId, version } : nobody;
  } catch {
    return nobody;
  }
}
