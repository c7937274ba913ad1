import { framed } from '@lookback/log/vault';
import type { WrittenEntry } from '../port/stored-entry.js';

/** What an entry's MAC covers besides the log's origin and epoch, which its key follows from: each part after its length; numbers as decimal text. Final. */
export const signedBytes = (entry: Omit<WrittenEntry, 'mac'>): Buffer =>
  framed(entry.stream, String(entry.revision), entry.id, entry.type, String(entry.version), entry.salt, entry.data, entry.metadata);
