import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type Filter,
  eventTypeFilter,
  type Position,
  type RecordedEvent,
  START,
} from '@eventstore/db-client';
import { type RawEntry, rawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';

/** A part of the log, by places. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** Some of the log's entries in the order of `$all`, and how far that was looked through. */
export interface Page {
  readonly entries: readonly RawEntry[];
  readonly lookedTo: number;
  readonly isLast: boolean;
}

const positionOf = (place: number): Position | typeof START => (place === 0 ? START : { commit: BigInt(place), prepare: BigInt(place) });

/** So many events after a place, without those of the server's own and of other logs. */
export const pageAfter = ({ server, prefix }: Streams, place: number, size: number): Promise<Page> =>
  server.ask(async (client) => {
    const entries: RawEntry[] = [];
    let [lookedTo, count] = [place, 0];
    for await (const { event } of client.readAll({ fromPosition: positionOf(place), maxCount: size + 1 })) {
      count++;
      const at = Number(event?.position.commit);
      if (!event || at <= place) continue; // the server begins with the one that stands there
      if (event.streamId.startsWith(prefix)) entries.push(rawEntry(event, prefix));
      lookedTo = at;
    }
    return { entries, lookedTo, isLast: count <= size };
  });

/** The entry that stands at a place, if any does. */
export const entryAt = ({ server, prefix }: Streams, place: number): Promise<RawEntry[]> =>
  server.ask(async (client) => {
    const found: RawEntry[] = [];
    for await (const { event } of client.readAll({ fromPosition: positionOf(place), maxCount: 1 }))
      if (event && Number(event.position.commit) === place) found.push(rawEntry(event, prefix));
    return found;
  });

/** How many events are looked through at once for the newest of the log: few at first, as it is most often among the last. */
const backwards = { first: 16, most: 4_096 } as const;

/** Where the newest entry stands, looked for from the end back to a place; undefined where there is none after that. */
export async function newestAfter(streams: Streams, place: number): Promise<{ newest?: number; end: number }> {
  let end: number | undefined;
  for (let [from, size] = [END as Position | typeof END, backwards.first as number]; ; size = Math.min(4 * size, backwards.most)) {
    const events = await eventsBefore(streams, from, size);
    end ??= Math.max(place, events[0]?.at ?? place);
    const own = events.find((event) => event.own && event.at > place);
    if (own) return { newest: own.at, end };
    const last = events.at(-1);
    if (!last || last.at <= place || events.length < size) return { end };
    from = { commit: BigInt(last.at), prepare: BigInt(last.at) };
  }
}

/** @throws EventStoreUnfit where the account may not read, or is none. */
export async function requireReadable(streams: Streams): Promise<void> {
  await eventsBefore(streams, END, 1);
}

const eventsBefore = ({ server, prefix }: Streams, fromPosition: Position | typeof END, maxCount: number) =>
  server.ask(async (client) => {
    const events: { at: number; own: boolean }[] = [];
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition, maxCount }))
      if (event) events.push({ at: Number(event.position.commit), own: event.streamId.startsWith(prefix) });
    return events;
  });

/** The server finds these by itself; the client's `readAll` would ignore the filter. It searches so many events at a time. */
const searchWindow = 10_000;

/** Entries of some types after a place, up to another. */
export const pageOfTypes = ({ server, prefix }: Streams, { after, upTo }: Stretch, types: readonly string[], size: number): Promise<Page> =>
  server.ask(async (client) => {
    const events: RecordedEvent[] = [];
    const isLast = await new Promise<boolean>((found, failed) => {
      const finish = (isLast: boolean) => {
        found(isLast);
        void subscription.unsubscribe();
      };
      const end = () => { finish(true); }; // prettier-ignore
      const hear = ({ event }: AllStreamResolvedEvent) => {
        if (Number(event?.position.commit) > upTo) end();
        else if (event?.streamId.startsWith(prefix) && events.length < size && events.push(event) === size) finish(false);
      };
      const subscription = client.subscribeToAll({ fromPosition: positionOf(after), filter: filterOf(types, upTo, end) });
      subscription.on('data', hear).on('caughtUp', end).on('error', failed);
    });
    const entries = events.map((event) => rawEntry(event, prefix));
    return { entries, lookedTo: entries.at(-1)?.position ?? after, isLast };
  });

function filterOf(types: readonly string[], upTo: number, onPassed: () => void): Filter {
  const checkpointReached = (_: unknown, { commit }: Position) => { if (Number(commit) >= upTo) onPassed(); }; // prettier-ignore
  return eventTypeFilter({ regex: `^(?:${types.join('|')})$`, maxSearchWindow: searchWindow, checkpointInterval: 1, checkpointReached });
}
