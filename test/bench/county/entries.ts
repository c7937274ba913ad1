import type { Commit, StoredEntry, WrittenEntry } from '@lookback/log/event-log';
import { county, homeOf } from './home.js';
import { Life } from './life.js';
import { Officials } from './officials.js';
import { lastDay, planOf } from './plan.js';

/** How large the county is, and of which seed. */
export interface Size {
  readonly households: number;
  readonly entries: number;
  readonly seed: number;
}

/** Turns commits into what the log stores. */
interface Writer {
  write(commits: readonly Commit[]): Promise<WrittenEntry[][]>;
}

const atOnce = 1_000;
const firstDay = Date.UTC(2014, 0, 1, 1);
const msOfDay = 86_400_000;

/** The entries of a county's seven years in the order of recording, from a position of the log on; about so many a household. */
export async function* countyEntries({ households, entries, seed }: Size, writer: Writer, after: number): AsyncGenerator<StoredEntry[]> {
  const officials = new Officials(county);
  const lives = Array.from({ length: households }, (_, nth) => new Life(homeOf(nth, seed, officials), planOf(nth, entries, seed)));
  let position = after;
  for (const [day, commits] of byDay(lives, officials.commits())) {
    const written = (await writer.write(commits)).flat();
    yield written.map((entry) => Object.assign(entry, { position: ++position, recordedAt: new Date(firstDay + day * msOfDay + position) }));
  }
}

/** What is recorded on each day, some of it at a time. */
function* byDay(lives: readonly Life[], first: readonly Commit[]): Generator<[day: number, commits: Commit[]]> {
  for (let from = 0; from < first.length; from += atOnce) yield [0, first.slice(from, from + atOnce)];
  for (let day = 0; day <= lastDay; day++) {
    let some: Commit[] = [];
    for (const life of lives) {
      some.push(...life.upTo(day));
      if (some.length >= atOnce) {
        yield [day, some];
        some = [];
      }
    }
    if (some.length > 0) yield [day, some];
  }
}
