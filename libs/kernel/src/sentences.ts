import type { EventOf } from './event.js';
import type { Language } from './refusal.js';

/** One thing said in both languages. */
export type InBoth = Readonly<Record<Language, string>>;

/** A dated standard that is a list of codes, each with its words. */
export type WordList = 'cause-codes' | 'problem-classes' | 'problem-sources';

/** Names for what an event gives by id or code, as the reader may see them. */
export interface Naming {
  /** A member of the household, or an official. */
  readonly person: (id: string) => string;
  readonly region: (code: string) => string;
  readonly unit: (id: string) => string;
  /** What a code of a standard's list is called. */
  readonly listed: (list: WordList, code: string) => InBoth;
}

/** One sentence for each event. A missing line does not compile. */
export type Sentences<Event extends EventOf> = {
  readonly [E in Event as E['type']]: (data: E['data'], naming: Naming) => InBoth;
};
