import type { BrokenPlace, Entry, EventLog, LogCorrupted, OnBroken } from '@lookback/log/event-log';

/** What projecting needs of the log. */
export type ReadableLog = Pick<EventLog, 'readStreams' | 'readByStream' | 'readAll' | 'subscribe' | 'head'>;

/** How many entries are taken in one go. */
export const batch = 5_000;

/** Batches of the entries after one position, up to another, without what is told to be broken. */
export async function* entriesUpTo(
  log: ReadableLog,
  { after, upTo, onBroken }: { readonly after: number; readonly upTo: number; readonly onBroken: OnBroken },
): AsyncGenerator<Entry[]> {
  if (after >= upTo) return;
  const within = ({ position = 0 }: BrokenPlace) => position <= upTo;
  const tell = (broken: LogCorrupted) => {
    if (within(broken)) onBroken(broken);
  };
  for await (const entries of log.readAll({ after, batch, onBroken: tell })) {
    const some = entries.filter(within);
    if (some.length > 0) yield some;
    if ((entries.at(-1)?.position ?? 0) >= upTo) return;
  }
}
