import type { EventOf } from './event-of.js';
import type { CalendarDate } from './calendar-date.js';
import type { Language } from './refusal.js';
import type { RegionCode } from './text.js';

/** One thing said in both languages. */
export type InBoth = Readonly<Record<Language, string>>;

/** A dated standard that is a list of codes, each with its words. */
export const wordLists = ['cause-codes', 'problem-classes', 'problem-sources', 'helper-quotas'] as const;
export type WordList = (typeof wordLists)[number];

/** Where and of which day a code was said. */
export interface CodeSaid {
  readonly region: RegionCode;
  readonly on: CalendarDate;
}

/** What codes of lists were called where and when they were said; null where no list there has the code. */
export type ListWords = (list: WordList, code: string, said: CodeSaid) => InBoth | null;

/** Names for what an event gives by id or code, as the reader may see them. */
export interface Naming {
  /** A member of the household, or an official. */
  readonly person: (id: string) => string;
  readonly region: (code: string) => string;
  readonly unit: (id: string) => string;
  /** What a code of a standard's list was called where it was said, on the day of which it was said. */
  readonly listed: (list: WordList, code: string) => InBoth;
  /** What a register is called. */
  readonly register: (name: string) => InBoth;
}

/** One sentence for each event. A missing line does not compile. */
export type Sentences<Event extends EventOf> = {
  readonly [E in Event as E['type']]: (data: E['data'], naming: Naming) => InBoth;
};
