import { Injectable } from '@nestjs/common';
import { type CalendarDate, type ListWords, type RegionCode, type WordList, wordLists } from '@lookback/kernel';
import { ListsInPlay } from './lists-in-play.js';
import { CodeLists, type ListLine } from '@lookback/office/desk';
import { StandardsFromLog } from './standards-from-log.js';
import { linesOf, type ListInForce, wordOn } from './word-lists.js';

/** The lists of codes that dated standards hold, by region and day. */
@Injectable()
export class ListsFromLog extends CodeLists {
  constructor(private readonly standards: StandardsFromLog) {
    super();
  }

  /** Every list of a kind that ever ruled in a region, and that will, in the order of their days. */
  async ruling(list: WordList, region: RegionCode): Promise<ListInForce[]> {
    const ruling = await this.standards.ruling(list, region);
    return ruling.map(({ setIn, since, value }, i) => ({ setIn, since, until: ruling[i + 1]?.since ?? null, lines: linesOf(list, value) }));
  }

  /** The list that holds in a region on a day; null where nobody has set one. */
  async on(list: WordList, region: RegionCode, day: CalendarDate): Promise<ListInForce | null> {
    return (await this.ruling(list, region)).findLast(({ since }) => since <= day) ?? null;
  }

  /** The lines of the list of a day in each of some regions; none where nobody has set one. */
  async linesIn(list: WordList, regions: readonly RegionCode[], day: CalendarDate): Promise<(region: RegionCode) => readonly ListLine[]> {
    const found = await Promise.all(
      apart(regions).map(async (region) => [region, (await this.on(list, region, day))?.lines ?? []] as const),
    );
    const lines = new Map(found);
    return (region) => lines.get(countyOf(region)) ?? [];
  }

  /** The lists of a kind in some counties: those of all days. */
  async inPlay(list: WordList, counties: readonly RegionCode[]): Promise<ListsInPlay> {
    return new ListsInPlay(new Map(await Promise.all(counties.map(async (county) => [county, await this.ruling(list, county)] as const))));
  }

  /** The words of every list in some regions, and in the counties in which they lie. */
  async words(regions: readonly RegionCode[]): Promise<ListWords> {
    const loaded = await Promise.all(
      apart(regions).flatMap((region) => wordLists.map(async (list) => [`${list} ${region}`, await this.ruling(list, region)] as const)),
    );
    const lists = new Map(loaded);
    return (list, code, { region, on }) => wordOn(lists.get(`${list} ${countyOf(region)}`) ?? [], code, on);
  }
}

/** Standards are set for counties and what lies above them. */
const countyOf = (region: RegionCode) => region.slice(0, 6) as RegionCode;
const apart = (regions: readonly RegionCode[]): RegionCode[] => [...new Set(regions.map(countyOf))];
