import type { Pool } from 'pg';
import type { Filling } from '../../port/log-store.js';
import { InvalidCommit, InvalidCopy } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import type { NumberStore } from './numbers.store.js';
import type { RawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';
import { newestAfter, pageOf } from './all-stream.js';

const insert = 'INSERT INTO log.number SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[])';
const open = /* sql */ `
  UPDATE log.numbering SET (number, place, recorded_at) = (SELECT number, place, recorded_at FROM log.number ORDER BY number DESC LIMIT 1)`;
const lastGiven = 'SELECT number::float8, place::float8 FROM log.number ORDER BY number DESC LIMIT 1';

/**
 * Fills an empty log on EventStoreDB and, in the owner's role, its numbers; that numbers are given is not said before it is opened.
 * @throws InvalidCommit where the log is in use.
 */
export async function fillEventStore(streams: Streams, numbers: NumberStore, owner: Pool): Promise<Filling> {
  if ((await numbers.head()).number > 0) throw new InvalidCommit('the log on EventStoreDB is not empty');
  const { rows } = await owner.query<{ number: number; place: number }>(lastGiven);
  let { number, place } = rows[0] ?? { number: 0, place: 0 };
  return {
    begun: number,
    async take(entries) {
      await appendInOrder(streams, entries);
      const back = await readBack(streams, place, entries);
      const counted = back.map((_, i) => number + i + 1);
      await owner.query(insert, [counted, back.map(({ place }) => place), entries.map(({ recordedAt }) => recordedAt.toISOString())]);
      number += entries.length;
      place = back.at(-1)?.place ?? place;
    },
    stored: () => storedOf(streams, numbers, place),
    async finish() {
      if ((await newestAfter(streams, place)).newest !== undefined)
        throw new InvalidCopy('the log on EventStoreDB has entries that were not copied');
      await owner.query(open);
    },
  };
}

/**
 * Many under way, on one connection, which keeps their order. None is asked anew when that is lost, as it would come after its next:
 * filling is begun again then, and the server takes what it has for what it is.
 */
async function appendInOrder(streams: Streams, entries: readonly StoredEntry[]): Promise<void> {
  const outcomes = await Promise.allSettled(runsIn(entries).map((run) => streams.send(run[0].stream, run[0].revision - 1, run)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw streams.server.explained(outcome.reason);
}

/** Entries of one stream that follow each other go together: so much as the server takes at once. */
function runsIn(entries: readonly StoredEntry[]): [StoredEntry, ...StoredEntry[]][] {
  const runs: [StoredEntry, ...StoredEntry[]][] = [];
  let size = 0;
  for (const entry of entries) {
    const last = runs.at(-1);
    const own = entry.data.length + entry.metadata.length;
    if (last?.[0].stream === entry.stream && size + own < mostTogether) last.push(entry);
    else {
      runs.push([entry]);
      size = 0;
    }
    size += own;
  }
  return runs;
}
const mostTogether = 100_000;

/** Throws InvalidCopy where something else stands there. */
async function readBack(streams: Streams, after: number, entries: readonly StoredEntry[]): Promise<RawEntry[]> {
  const back: RawEntry[] = [];
  for (let place = after, isLast = false; !isLast && back.length < entries.length;) {
    const page = await pageOf(streams, { after: place, upTo: Infinity }, entries.length);
    back.push(...page.entries);
    ({ lookedTo: place, isLast } = page);
  }
  entries.forEach(({ stream, revision, mac }, i) => {
    if (back[i]?.mac !== mac) throw new InvalidCopy(`entry ${String(revision)} of ${stream} is not where it belongs on EventStoreDB`);
  });
  return back.slice(0, entries.length);
}

/** Entries that have numbers, up to a place. */
async function* storedOf(streams: Streams, numbers: NumberStore, upTo: number): AsyncGenerator<StoredEntry[]> {
  for (let [after, isLast] = [0, upTo === 0]; !isLast;) {
    const page = await pageOf(streams, { after, upTo }, 1_000);
    const found = await numbers.find(page.entries);
    yield page.entries.map(({ created, place, ...entry }) => {
      const { number = 0, recordedAt = created } = found.get(place) ?? {};
      return { ...entry, position: number, recordedAt };
    });
    ({ lookedTo: after, isLast } = page);
  }
}
