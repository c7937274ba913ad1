import { LRUCache } from 'lru-cache';
import type { AllRange } from '../../port/event-log.js';
import { LogCorrupted, loudly, type OnBroken } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import type { NumberStore, NumbersByPlace } from './numbers.store.js';
import type { RawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';
import { endOf, entryAt, pageOf } from './all-stream.js';

const pageSize = 1_000;
/** Numbers of the newest entries that are kept: an append asks for that of its own. */
const kept = 10_000;

/** A place, and how many entries stand up to it. */
interface NumberedPlace {
  readonly place: number;
  readonly number: number;
}

/** Some of the log, by positions. */
interface Run extends Pick<AllRange, 'after' | 'onBroken'> {
  readonly upTo: number;
}

/**
 * Sees to it that an entry has its number, which is its position to everybody outside, and its time before anybody is told of it: who
 * reads the log first where it is new, numbers it.
 */
export class Numbering {
  /** All up to that place have numbers. */
  private lookedTo = 0;
  private under: Promise<void> | undefined;
  /** How far this process has numbered. */
  private last: NumberedPlace | undefined;
  /** By place. */
  private readonly newest = new LRUCache<number, number>({ max: kept });

  constructor(
    private readonly streams: Streams,
    private readonly numbers: NumberStore,
  ) {}

  /** Entries as stored, none left out, so many at a time. The next page is fetched while the last is in hand. */
  async *all({ after, upTo, onBroken }: Run, size = pageSize): AsyncGenerator<StoredEntry[]> {
    const end = await this.placeOf(upTo);
    let [place, number] = [await this.placeOf(after), after];
    const following = () => {
      const page = pageOf(this.streams, { after: place, upTo: end }, size);
      page.catch(() => undefined);
      return page;
    };
    for (let ahead = after < upTo ? following() : undefined; ahead;) {
      const { entries, lookedTo, isLast } = await ahead;
      place = lookedTo;
      ahead = isLast ? undefined : following();
      const numbered = await this.following(number, entries, onBroken);
      const wanted = end === Infinity ? numbered.entries.filter(({ position }) => position <= upTo) : numbered.entries;
      if (wanted.length > 0) yield wanted;
      ({ number } = numbered);
    }
  }

  /** Where the entry at a position stands; behind all that there is where none does yet. */
  async placeOf(position: number): Promise<number> {
    return (await this.numbers.placeOf(position)) ?? Infinity;
  }

  /** Those entries at some positions that the server has, in no order: it takes a question for each, which go out together. */
  async at(positions: readonly number[]): Promise<StoredEntry[]> {
    const places = await this.numbers.placesOf(positions);
    return this.number((await Promise.all(places.map((place) => entryAt(this.streams, place)))).flat());
  }

  /** The position of the entry at a place. */
  async positionAt(place: number): Promise<number> {
    await this.reach(place);
    const position = this.newest.get(place) ?? (await this.numbers.numberAt(place));
    if (position === undefined) throw new LogCorrupted('misplaced', {});
    return position;
  }

  /** Entries that follow so many, and the number of the last; where one that has a number is not among them, that is told, or thrown. */
  private async following(number: number, entries: readonly RawEntry[], onBroken: OnBroken = loudly) {
    if (entries.length === 0) return { entries: [], number };
    const numbers = await this.numbers.give(number, entries);
    this.passed(entries.at(-1)?.place ?? 0);
    let last = number;
    for (const entry of entries) {
      const own = numbers.get(entry.place)?.number ?? 0;
      if (own <= last) throw new LogCorrupted('misplaced', entry);
      if (own > last + 1) onBroken(new LogCorrupted('missing', { position: last + 1 }));
      last = own;
      this.newest.set(entry.place, own);
    }
    return { entries: stored(entries, numbers), number: last };
  }

  /** Entries from anywhere. */
  async number(entries: readonly RawEntry[]): Promise<StoredEntry[]> {
    if (entries.length === 0) return [];
    await this.reach(Math.max(...entries.map(({ place }) => place)));
    return stored(entries, await this.numbers.find(entries));
  }

  /** Comes back when all up to a place have numbers. */
  async reach(place: number): Promise<void> {
    while (this.lookedTo < place) await (this.under ??= this.goOn(place).finally(() => (this.under = undefined)));
  }

  /** From where this process stands; where the database has lost what it was told last, as a crash may have it, from where that stands. */
  private async goOn(place: number): Promise<void> {
    const { last } = this;
    try {
      await this.goOnFrom(last ?? (await this.numbers.head()), place);
    } catch (error) {
      this.last = undefined;
      if (!last || error instanceof LogCorrupted) throw error;
      await this.goOnFrom(await this.numbers.head(), place);
    }
  }

  private async goOnFrom(begin: NumberedPlace, place: number): Promise<void> {
    let [{ place: from, number }, end] = [begin, 0];
    this.passed(from);
    while (this.lookedTo < place) {
      const { entries, lookedTo, isLast } = await pageOf(this.streams, { after: from, upTo: Infinity }, pageSize);
      ({ number } = await this.following(number, entries, () => undefined)); // what is gone since others numbered it, its readers are told
      this.passed(lookedTo);
      from = lookedTo;
      this.last = { place: from, number };
      if (!isLast || lookedTo >= place) continue;
      if (end >= place)
        this.passed(place); // by events of other logs, after which none of ours came
      else end = await this.endFrom(place, number);
    }
  }

  /** How far `$all` goes. Throws LogCorrupted where that is not as far as a place, whose entry comes after so many. */
  private async endFrom(place: number, number: number): Promise<number> {
    const end = await endOf(this.streams);
    if (end < place) throw new LogCorrupted('missing', { position: number + 1 });
    return end;
  }

  private passed(place: number): void {
    this.lookedTo = Math.max(this.lookedTo, place);
  }
}

function stored(entries: readonly RawEntry[], numbers: NumbersByPlace): StoredEntry[] {
  return entries.map(({ created: _, place, ...entry }) => {
    const numbered = numbers.get(place);
    if (!numbered) throw new LogCorrupted('misplaced', entry);
    return { ...entry, position: numbered.number, recordedAt: numbered.recordedAt };
  });
}
