import type { Entry, EventLog } from '@lookback/log/event-log';

/** What projecting needs of the log. */
export type ReadableLog = Pick<EventLog, 'readStreams' | 'readByStream' | 'readAll' | 'subscribe' | 'head' | 'entriesBetween'>;

/** How many entries are taken in one go. */
export const batch = 5_000;

/** Batches of the entries after one position, up to another. */
export async function* entriesUpTo(log: ReadableLog, after: number, to: number): AsyncGenerator<Entry[]> {
  if (after >= to) return;
  for await (const entries of log.readAll({ after, batch })) {
    const within = entries.filter(({ position }) => position <= to);
    if (within.length > 0) yield within;
    if ((entries.at(-1)?.position ?? 0) >= to) return;
  }
}
