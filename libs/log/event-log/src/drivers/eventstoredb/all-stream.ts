import { BACKWARDS, END, type Position, type RecordedEvent } from '@eventstore/db-client';
import { filteredRead } from './filtered-read.js';
import { type RawEntry, rawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';

/** A part of the log, by places. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** Some of the log's entries in the order of `$all`, and how far that was looked through. */
interface Page {
  readonly entries: readonly RawEntry[];
  readonly lookedTo: number;
  readonly isLast: boolean;
}

const placeOf = ({ position }: RecordedEvent): number => Number(position?.commit);
const positionAt = (place: number): Position => ({ commit: BigInt(place), prepare: BigInt(place) });

/** So many entries of a stretch, of some types or of all. The server passes over events of its own and of other logs by itself. */
export const pageOf = ({ server, prefix }: Streams, { after, upTo }: Stretch, size: number, types?: readonly string[]): Promise<Page> =>
  server.ask(async (client) => {
    const wanted = types ? { types: `^(?:${types.join('|')})$` } : { streamsOf: prefix };
    const range = { ...(after > 0 && { from: positionAt(after) }), maxCount: size + 1 }; // it begins with the one that stands there
    const entries: RawEntry[] = [];
    let [lookedTo, count, isPassed] = [after, 0, false];
    for await (const event of filteredRead(client, wanted, range)) {
      count++;
      const at = placeOf(event);
      isPassed ||= at > upTo;
      if (at <= after || at > upTo || entries.length === size) continue;
      if (event.streamId.startsWith(prefix)) entries.push(rawEntry(event, prefix));
      lookedTo = at;
    }
    return { entries, lookedTo, isLast: count <= size || isPassed || lookedTo >= upTo };
  });

/** The entry that stands at a place, if any does. */
export const entryAt = ({ server, prefix }: Streams, place: number): Promise<RawEntry[]> =>
  server.ask(async (client) => {
    const found: RawEntry[] = [];
    for await (const { event } of client.readAll({ fromPosition: positionAt(place), maxCount: 1 }))
      if (event && placeOf(event) === place) found.push(rawEntry(event, prefix));
    return found;
  });

/** How many events are looked through at once for the newest of the log: few at first, as it is most often among the last. */
const backwards = { first: 16, most: 4_096 } as const;

/** Where the newest entry stands; undefined where there is none after a place. And how far `$all` goes. */
export async function newestAfter(streams: Streams, place: number): Promise<{ newest?: number; end: number }> {
  if (place === 0) return { end: await endOf(streams), ...(await newestOf(streams)) };
  let end: number | undefined;
  for (let [from, size] = [END as Position | typeof END, backwards.first as number]; ; size = Math.min(4 * size, backwards.most)) {
    const events = await eventsBefore(streams, from, size);
    end ??= Math.max(place, events[0]?.at ?? place);
    const own = events.find((event) => event.own && event.at > place);
    if (own) return { newest: own.at, end };
    const last = events.at(-1);
    if (!last || last.at <= place || events.length < size) return { end };
    from = positionAt(last.at);
  }
}

/** Where the last event stands, whose ever it is; 0 where there is none. */
export async function endOf(streams: Streams): Promise<number> {
  return (await eventsBefore(streams, END, 1))[0]?.at ?? 0;
}

/** @throws UnsupportedEventStore where the account may not read, or is none. */
export async function requireReadable(streams: Streams): Promise<void> {
  await endOf(streams);
}

const newestOf = ({ server, prefix }: Streams): Promise<{ newest?: number }> =>
  server.ask(async (client) => {
    const found: { newest?: number } = {};
    for await (const event of filteredRead(client, { streamsOf: prefix }, { isBackwards: true, maxCount: 1 }))
      found.newest = placeOf(event);
    return found;
  });

const eventsBefore = ({ server, prefix }: Streams, fromPosition: Position | typeof END, maxCount: number) =>
  server.ask(async (client) => {
    const events: { at: number; own: boolean }[] = [];
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition, maxCount }))
      if (event) events.push({ at: placeOf(event), own: event.streamId.startsWith(prefix) });
    return events;
  });
