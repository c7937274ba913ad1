import type { EventOf } from './event.js';
import type { Language } from './refusal.js';

/** One thing said in both languages. */
export type InBoth = Readonly<Record<Language, string>>;

/** Names for what an event gives by id or code, as the reader may see them. */
export interface Naming {
  /** A member of the household, or an official. */
  readonly person: (id: string) => string;
  readonly region: (code: string) => string;
  readonly unit: (id: string) => string;
}

/** One sentence for each event. A missing line does not compile. */
export type Sentences<Event extends EventOf> = {
  readonly [E in Event as E['type']]: (data: E['data'], naming: Naming) => InBoth;
};
