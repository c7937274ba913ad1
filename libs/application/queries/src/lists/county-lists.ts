import type { RegionCode, WordList } from '@lookback/kernel';
import { Clock, everyRight, placesWith, Posts, type Principal } from '@lookback/office/desk';
import { nation, RegionDirectory } from '@lookback/office/registry';
import { type CodeCalled, type CodeWanted, ListsFromLog, type ListsInPlay } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type { CodesAsked, CodesShown } from './listed.dto.js';

/** What is counted of a code that was said while a list ruled. */
interface Counted {
  readonly list: string | null;
  readonly key: string | null;
}

/** The lists of the counties that an account may look at: by them codes are looked for, counted and told apart. */
@Injectable()
export class CountyLists {
  constructor(
    private readonly lists: ListsFromLog,
    private readonly regions: RegionDirectory,
    private readonly clock: Clock,
    private readonly posts: Posts,
  ) {}

  /** Those of every county in a region, and of the county in which it lies; `who` null asks as setup, which sees all. */
  async inPlay(list: WordList, who: Principal | null, region: RegionCode = nation): Promise<ListsInPlay> {
    const known = this.regions.on(this.clock.today());
    const own = who === null ? [nation] : await placesWith(who, everyRight, this.posts);
    const asked = new Set(known.countiesIn([region]));
    return this.lists.inPlay(
      list,
      known.countiesIn(own).filter((county) => asked.has(county)),
    );
  }

  /** What a filter's key asks for; undefined where it asks for nothing. */
  async wanted(list: WordList, key: string | undefined, who: Principal | null): Promise<CodeWanted | undefined> {
    return key === undefined ? undefined : (await this.inPlay(list, who)).wanted(key);
  }

  /** The codes of a list by which rows can be looked for: those of all days. */
  async codes({ list, region }: CodesAsked, who: Principal): Promise<CodesShown> {
    return { list, codes: (await this.inPlay(list, who, region)).all() };
  }
}

const uncalled = { en: null, zh: null, setIn: null, since: null };

/** Counts by code, each called as its list calls it; those that all lists call alike are one. `add` adds two of them up. */
export function calledApart<Count extends Counted>(
  counts: readonly Count[],
  lists: ListsInPlay,
  add: (a: Count, b: Count) => Count,
): Omit<Count & Omit<CodeCalled, 'key'>, 'list'>[] {
  const lines = new Map<string | null, Count & Omit<CodeCalled, 'key'>>();
  for (const count of counts) {
    const called = count.key === null ? { key: null, ...uncalled } : lists.called(count.key, count.list);
    const before = lines.get(called.key);
    lines.set(called.key, { ...(before ? add(before, count) : count), ...called });
  }
  return [...lines.values()].map(({ list: _list, ...line }) => line);
}
