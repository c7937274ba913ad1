import { LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import type { Numbers, NumbersByPlace } from './numbers.store.js';
import type { RawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';
import { endOf, pageOf, type Stretch } from './whole-log.js';

const pageSize = 1_000;

/** Sees to it that an entry has its number and time before anybody is told of it: who reads the log first where it is new, numbers it. */
export class Numbering {
  /** All up to there have numbers. */
  private lookedTo = 0;
  private under: Promise<void> | undefined;

  constructor(
    private readonly streams: Streams,
    private readonly numbers: Numbers,
  ) {}

  /** Entries as stored, none left out, so many at a time. The next page is fetched while the last is in hand. */
  async *all({ after, upTo }: Stretch, size = pageSize): AsyncGenerator<StoredEntry[]> {
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
      const numbered = await this.following(number, entries);
      if (numbered.length > 0) yield numbered;
      number += numbered.length;
    }
  }

  /** The last entry up to a position, which need not be an entry's. */
  async upTo(position: number): Promise<{ place: number; number: number }> {
    await this.reach(position);
    return this.numbers.upTo(position);
  }

  /** Entries that follow so many, none left out. Throws LogBroken where one that has a number is not among them. */
  private async following(number: number, entries: readonly RawEntry[]): Promise<StoredEntry[]> {
    if (entries.length === 0) return [];
    const numbers = await this.numbers.give(number, entries);
    this.passed(entries.at(-1)?.position ?? 0);
    entries.forEach(({ position }, i) => {
      const due = number + i + 1;
      if (numbers.get(position)?.number !== due) throw new LogBroken(`entry ${String(due)} of the log is missing`);
    });
    return stored(entries, numbers);
  }

  /** Entries from anywhere. */
  async of(entries: readonly RawEntry[]): Promise<StoredEntry[]> {
    if (entries.length === 0) return [];
    await this.reach(Math.max(...entries.map(({ position }) => position)));
    return stored(entries, await this.numbers.of(entries));
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

  /** How far `$all` goes. Throws LogBroken where that is not as far as a place. */
  private async endFrom(place: number): Promise<number> {
    const end = await endOf(this.streams);
    if (end < place) throw new LogBroken(`the log ends before position ${String(place)}`);
    return end;
  }

  private passed(place: number): void {
    this.lookedTo = Math.max(this.lookedTo, place);
  }
}

function stored(entries: readonly RawEntry[], numbers: NumbersByPlace): StoredEntry[] {
  return entries.map(({ created: _, ...entry }) => {
    const numbered = numbers.get(entry.position);
    if (!numbered) throw new LogBroken(`entry ${String(entry.revision)} of ${entry.stream} has no number`);
    return { ...entry, recordedAt: numbered.recordedAt };
  });
}
