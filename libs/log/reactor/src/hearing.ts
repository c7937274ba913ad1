import { type FourEyesEvent, History } from '@lookback/kernel';
import type { Entry, EventLog } from '@lookback/log/event-log';
import type { Heard } from './reaction.js';

/** The type of the entry that makes a report count. */
const confirmed: FourEyesEvent['type'] = 'ReportConfirmed';

/** What has to be read of the log, so that nothing of some types that counts is missed. */
export const typesToRead = (types: readonly string[]): string[] => [...types, confirmed];

/** What is heard when an entry is read; nothing where it is a report, which counts only once it is confirmed. Throws what the log throws. */
export async function heardIn(entry: Entry, log: Pick<EventLog, 'readStream'>): Promise<Heard | undefined> {
  if (entry.type !== confirmed) return heardAs(entry);
  return confirmedBy(entry, await log.readStream(entry.stream));
}

/** What is heard of a stream, from a position up to another, in the order in which it was recorded. */
export const heardOf = (stream: readonly Entry[], { from, upTo }: { from: number; upTo: number }): Heard[] =>
  stream
    .filter(({ position }) => position >= from && position <= upTo)
    .flatMap((entry) => (entry.type === confirmed ? (confirmedBy(entry, stream) ?? []) : heardAs(entry)));

const heardAs = (entry: Entry): Heard => ({ ...entry, by: entry.by, setBy: entry.id });

/** The report as it counts; undefined where the confirmation came to nothing. */
function confirmedBy(entry: Entry, stream: readonly Entry[]): Heard | undefined {
  const { entries } = History.from(stream.filter(({ revision }) => revision <= entry.revision));
  const report = entries.find(({ setBy }) => setBy === entry.id);
  return report && { ...report, stream: entry.stream, position: entry.position };
}
