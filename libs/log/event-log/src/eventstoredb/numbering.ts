import { LogBroken } from '../problem.js';
import type { StoredEntry } from '../stored-entry.js';
import type { Numbers, NumbersByPlace } from './numbers.store.js';
import type { RawEntry } from './raw-entry.js';
import type { Streams } from './streams.js';
import { type Page, pageAfter, type Stretch } from './whole-log.js';

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
    let { place: from, number } = await this.upTo(after);
    for (let ahead = this.page(from, size); from < upTo;) {
      const { entries, lookedTo, isLast } = await ahead;
      if (!isLast) ahead = this.page(lookedTo, size);
      ahead.catch(() => undefined);
      const within = await this.following(
        number,
        entries.filter(({ position }) => position <= upTo),
      );
      for (let i = 0; i < within.length; i += size) yield within.slice(i, i + size);
      number += within.length;
      from = isLast ? upTo : lookedTo;
    }
  }

  /** Not smaller than is worth a round trip: most events may be of other logs. */
  private page(after: number, size: number): Promise<Page> {
    return pageAfter(this.streams, after, Math.max(size, pageSize / 2));
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
    let { place: from, number } = await this.numbers.head();
    this.passed(from);
    while (this.lookedTo < place) {
      const { entries, lookedTo, isLast } = await pageAfter(this.streams, from, pageSize);
      await this.following(number, entries);
      this.passed(lookedTo);
      if (isLast && lookedTo < place) throw new LogBroken(`the log ends before position ${String(place)}`);
      [from, number] = [lookedTo, number + entries.length];
    }
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
