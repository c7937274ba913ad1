import type { AllRange } from '../../port/event-log.js';
import { LogCorrupted, loudly, type OnBroken } from '../../port/errors.js';
import type { StoredEntry } from '../../port/stored-entry.js';
import type { NumberStore, NumbersByPlace } from './numbers.store.js';
import type { RawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';
import { endOf, pageOf, type Stretch } from './all-stream.js';

const pageSize = 1_000;

/** Sees to it that an entry has its number and time before anybody is told of it: who reads the log first where it is new, numbers it. */
export class Numbering {
  /** All up to there have numbers. */
  private lookedTo = 0;
  private under: Promise<void> | undefined;

  constructor(
    private readonly streams: Streams,
    private readonly numbers: NumberStore,
  ) {}

  /** Entries as stored, none left out, so many at a time. The next page is fetched while the last is in hand. */
  async *all({ after, upTo, onBroken }: Stretch & Pick<AllRange, 'onBroken'>, size = pageSize): AsyncGenerator<StoredEntry[]> {
    let { place, number } = await this.upTo(after);
    const following = () => {
      const page = pageOf(this.streams, { after: place, upTo }, size);
      page.catch(() => undefined);
      return page;
    };
    for (let ahead = place < upTo ? following() : undefined; ahead;) {
      const { entries, lookedTo, isLast } = await ahead;
      place = lookedTo;
      ahead = isLast ? undefined : following();
      const numbered = await this.following(number, entries, onBroken);
      if (numbered.entries.length > 0) yield numbered.entries;
      ({ number } = numbered);
    }
  }

  /** The last entry up to a position, which need not be an entry's. */
  async upTo(position: number): Promise<{ place: number; number: number }> {
    await this.reach(position);
    return this.numbers.upTo(position);
  }

  /** Entries that follow so many, and the number of the last; where one that has a number is not among them, that is told, or thrown. */
  private async following(number: number, entries: readonly RawEntry[], onBroken: OnBroken = loudly) {
    if (entries.length === 0) return { entries: [], number };
    const numbers = await this.numbers.give(number, entries);
    this.passed(entries.at(-1)?.position ?? 0);
    let last = number;
    for (const entry of entries) {
      const own = numbers.get(entry.position)?.number ?? 0;
      if (own <= last) throw new LogCorrupted('misplaced', entry);
      if (own > last + 1) onBroken(new LogCorrupted('missing', { position: await this.numbers.placeOf(last + 1) }));
      last = own;
    }
    return { entries: stored(entries, numbers), number: last };
  }

  /** Entries from anywhere. */
  async number(entries: readonly RawEntry[]): Promise<StoredEntry[]> {
    if (entries.length === 0) return [];
    await this.reach(Math.max(...entries.map(({ position }) => position)));
    return stored(entries, await this.numbers.find(entries));
  }

  /** Comes back when all up to a place have numbers. */
  async reach(place: number): Promise<void> {
    while (this.lookedTo < place) await (this.under ??= this.goOn(place).finally(() => (this.under = undefined)));
  }

  private async goOn(place: number): Promise<void> {
    let [{ place: from, number }, end] = [await this.numbers.head(), 0];
    this.passed(from);
    while (this.lookedTo < place) {
      const { entries, lookedTo, isLast } = await pageOf(this.streams, { after: from, upTo: Infinity }, pageSize);
      await this.following(number, entries);
      this.passed(lookedTo);
      [from, number] = [lookedTo, number + entries.length];
      if (!isLast || lookedTo >= place) continue;
      if (end >= place)
        this.passed(place); // by events of other logs, after which none of ours came
      else end = await this.endFrom(place);
    }
  }

  /** How far `$all` goes. Throws LogCorrupted where that is not as far as a place. */
  private async endFrom(place: number): Promise<number> {
    const end = await endOf(this.streams);
    if (end < place) throw new LogCorrupted('missing', { position: place });
    return end;
  }

  private passed(place: number): void {
    this.lookedTo = Math.max(this.lookedTo, place);
  }
}

function stored(entries: readonly RawEntry[], numbers: NumbersByPlace): StoredEntry[] {
  return entries.map(({ created: _, ...entry }) => {
    const numbered = numbers.get(entry.position);
    if (!numbered) throw new LogCorrupted('misplaced', entry);
    return { ...entry, recordedAt: numbered.recordedAt };
  });
}
