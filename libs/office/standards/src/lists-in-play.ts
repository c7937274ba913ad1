import type { CalendarDate, InBoth, RegionCode } from '@lookback/kernel';
import { type ListInForce, wordOn } from './word-lists.js';

/** Where and while a list rules: in a county, from a day until the day before another. */
export interface Ruled {
  readonly county: RegionCode;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** By the region that set it and the day: `610426~2020-01-01`. */
  readonly list: string;
}

/** A code that is looked for: whatever list it was said of, or only where and while one list ruled. */
export interface CodeWanted {
  readonly code: string;
  readonly ruled?: readonly Ruled[];
}

/** A code with its words. Its key names the list besides, where another list calls the code otherwise: `01~610426~2020-01-01`. */
export interface CodeCalled {
  readonly key: string;
  readonly en: string | null;
  readonly zh: string | null;
  /** Which list calls it so: the region that set it, and since when. Null where all that have the code do. */
  readonly setIn: RegionCode | null;
  readonly since: CalendarDate | null;
}

const beforeAll: CalendarDate = '0001-01-01';
const listOf = ({ setIn, since }: Pick<ListInForce, 'setIn' | 'since'>): string => `${setIn}~${since}`;

/** The lists of one kind that rule, have ruled or will in some counties: a code that two of them call otherwise is told apart. */
export class ListsInPlay {
  /** Where each list rules; none where no code has to be told apart. */
  readonly ruled: readonly Ruled[];
  private readonly lists: ReadonlyMap<string, ListInForce>;
  private readonly apart: ReadonlySet<string>;

  constructor(private readonly byCounty: ReadonlyMap<RegionCode, readonly ListInForce[]>) {
    this.lists = new Map([...byCounty.values()].flat().map((list) => [listOf(list), list]));
    this.apart = calledOtherwise([...this.lists.values()]);
    this.ruled = this.apart.size === 0 ? [] : this.everywhere();
  }

  /** Every code, in the order of the lists. */
  all(): CodeCalled[] {
    const called = [...this.lists].flatMap(([list, { lines }]) => lines.map(({ code }) => this.called(code, list)));
    return [...new Map(called.map((one) => [one.key, one])).values()];
  }

  /** A code that was said while a list ruled; null for the list where it is not known. */
  called(code: string, list: string | null): CodeCalled {
    const ruling = list === null ? undefined : this.lists.get(list);
    const { en = null, zh = null } = this.word(code, ruling) ?? {};
    return ruling && this.apart.has(code)
      ? { key: `${code}~${listOf(ruling)}`, en, zh, setIn: ruling.setIn, since: ruling.since }
      : { key: code, en, zh, setIn: null, since: null };
  }

  /** What a key asks for. */
  wanted(key: string): CodeWanted {
    const [code = '', ...list] = key.split('~');
    return list.length === 0 ? { code } : { code, ruled: this.everywhere().filter((ruled) => ruled.list === list.join('~')) };
  }

  private word(code: string, ruling: ListInForce | undefined): InBoth | null {
    const own = ruling && [...this.byCounty.values()].find((lists) => lists.some((one) => listOf(one) === listOf(ruling)));
    return wordOn(own ?? [...this.lists.values()], code, ruling?.since ?? '9999-12-31');
  }

  private everywhere(): Ruled[] {
    return [...this.byCounty].flatMap(([county, lists]) =>
      lists.map((list, i) => ({ county, from: i === 0 ? beforeAll : list.since, until: list.until, list: listOf(list) })),
    );
  }
}

/** The codes that two lists call otherwise. */
function calledOtherwise(lists: readonly ListInForce[]): Set<string> {
  const words = new Map<string, string>();
  const otherwise = new Set<string>();
  for (const { code, en, zh } of lists.flatMap(({ lines }) => lines)) {
    const word = JSON.stringify([en, zh]);
    if ((words.get(code) ?? word) !== word) otherwise.add(code);
    words.set(code, word);
  }
  return otherwise;
}
