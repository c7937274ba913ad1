import type { Kind, EventIn } from './event.js';
import type { EventOf } from './event-of.js';
import type { Rules } from './refusal.js';
import type { Seal, Seals } from './seal.js';
import type { Sealed } from './sealed.js';
import type { InBoth, Naming, Sentences } from './sentences.js';
import type { PersonId, UnitId } from './text.js';

/** The officials and units that something names by id. */
export interface NamedIds {
  readonly people: readonly PersonId[];
  readonly units: readonly UnitId[];
}

export const namesNobody: NamedIds = { people: [], units: [] };

type Kinds = Readonly<Record<string, Kind>>;

/** What every type of event is called. A missing one does not compile. */
export type Titles<Event extends EventOf> = { readonly [Type in Event['type']]: InBoth };

/** How an event of one type is told. */
export type EventSentence = (data: never, naming: Naming) => InBoth;

/** Somebody by id, and by name. */
export type Called = readonly [id: string, name: Sealed<string>];

/** What a slice says, whichever subjects mount it: its events, what each is called, how it is told, whom it names, and its rules. */
export interface Slice {
  readonly events: Kinds;
  readonly titles: Readonly<Record<string, InBoth>>;
  readonly sentences: Readonly<Record<string, EventSentence>>;
  readonly rules: Rules;
  /** How what is sealed reads, by the name of its field, in whichever of its events. */
  readonly seals: Readonly<Record<string, Seal>>;
  /** Whom and what an event names by id in what it says. */
  readonly namedIn: (event: EventOf) => NamedIds;
  /** What an event calls those of whom it says who they are, by id: the members of a household. */
  readonly callsIn: (event: EventOf) => readonly Called[];
}

interface SaidOf<Module> {
  readonly events: Module;
  readonly titles: Titles<EventIn<Module>>;
  readonly sentences: Sentences<EventIn<Module>>;
  readonly rules?: Rules;
  readonly namedIn?: Slice['namedIn'];
  readonly callsIn?: Slice['callsIn'];
}

type Said<Module> = SaidOf<Module> & Seals<EventIn<Module>['data']>;

/** Declares a slice: an event that is not called or not told, or holds something sealed and says not how that reads, does not compile. */
export const slice = <Module extends Kinds>(said: Said<Module>): Slice => {
  const { events, titles, sentences, rules = {}, namedIn = () => namesNobody, callsIn = () => [] } = said;
  const { seals = {} }: { readonly seals?: Slice['seals'] | undefined } = said;
  return { events, titles, sentences, rules, seals, namedIn, callsIn };
};

/** Whom and what an event of one of some slices names by id. */
export const namedInSlices =
  (slices: readonly Slice[]) =>
  (event: EventOf): NamedIds => {
    const all = slices.map(({ namedIn }) => namedIn(event));
    return { people: all.flatMap(({ people }) => people), units: all.flatMap(({ units }) => units) };
  };
