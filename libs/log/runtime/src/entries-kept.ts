import { totalmem } from 'node:os';

/** Bytes that an entry takes where it is kept opened or folded, about, of streams of two hundred. */
const bytesOfEntry = 2_048;
/** Of the memory that the process may have. */
const share = 1 / 50;
const least = 50_000;

/** How many entries of all streams together one cache keeps: with 24 GB 240,000, which are a thousand households of two hundred entries. */
export function entriesKept(): number {
  const most = process.constrainedMemory();
  const memory = Math.min(totalmem(), most > 0 ? most : Infinity);
  return Math.max(least, Math.floor((memory * share) / bytesOfEntry));
}
