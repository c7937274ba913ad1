import { leafOf, type StoredEntry } from '@lookback/log/event-log';

/** An entry as it is stored, a line of JSON: what is bytes as hex digits, its leaf beside it. */
export const lineOf = (entry: StoredEntry): string => {
  const { position, recordedAt, stream, revision, id, type, version, salt, mac, data, metadata } = entry;
  const bytes = { salt: Buffer.from(salt).toString('hex') };
  return JSON.stringify({ position, recordedAt, stream, revision, id, type, version, ...bytes, mac, data, metadata, leaf: leafOf(entry) });
};

/** What a line says. */
export function entryIn(line: string): StoredEntry {
  const { recordedAt, salt, leaf: _, ...entry } = JSON.parse(line) as InLine;
  return { ...entry, recordedAt: new Date(recordedAt), salt: Buffer.from(salt, 'hex') };
}

type InLine = Omit<StoredEntry, 'recordedAt' | 'salt'> & Readonly<Record<'recordedAt' | 'salt' | 'leaf', string>>;
