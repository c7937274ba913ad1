import type { Attribution } from './attribution.js';
import type { Chapter, Attributed } from './decider.js';
import type { EventOf } from './event-of.js';
import { Inapplicable } from './refusal.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- the one place where chapters of every kind meet */
type Any = any;
/* eslint-enable @typescript-eslint/no-explicit-any */
type Parts = Readonly<Record<string, unknown>>;
type Chapters = Readonly<Record<string, Chapter<Any, Any>>>;
export type StateIn<C> = C extends Chapter<infer State, Any> ? State : never;
export type EventsIn<C> = C extends Chapter<Any, infer Event> ? Event : never;
type Whole<Cs extends Chapters> = Chapter<{ readonly [Name in keyof Cs]: StateIn<Cs[Name]> }, EventsIn<Cs[keyof Cs]>>;

/** An event belongs to one chapter: a name that two chapters use does not compile. */
type Apart<Cs extends Chapters> = {
  [Name in keyof Cs]: Extract<EventsIn<Cs[Exclude<keyof Cs, Name>]>['type'], EventsIn<Cs[Name]>['type']> extends infer Shared
    ? [Shared] extends [never]
      ? Cs[Name]
      : { 'another chapter has an event of this name': Shared }
    : never;
};

/** Chapters side by side: each folds its own events into its own part of the whole. */
export function compose<Cs extends Chapters>(chapters: Cs & Apart<Cs>): Whole<Cs> {
  const parts = Object.entries<Chapter<unknown, EventOf>>(chapters);
  const evolve = parts.flatMap(([name, part]) =>
    Object.entries(part.evolve).map(([type, fold]) => [
      type,
      (whole: Parts, data: unknown, by: Attribution) => {
        const next = fold(whole[name], data, by);
        return next instanceof Inapplicable ? next : { ...whole, [name]: next };
      },
    ]),
  );
  const onEveryDay = parts.flatMap(([, part]) => part.onEveryDay ?? []);
  return {
    ...(onEveryDay.length > 0 && { onEveryDay }),
    initial: Object.fromEntries(parts.map(([name, part]) => [name, part.initial])),
    evolve: Object.fromEntries(evolve) as Whole<Cs>['evolve'],
  } as unknown as Whole<Cs>;
}

/** One more event: the state after it, or why it does not fit. Events of other chapters leave the state as it was. */
export function step<State, Event extends EventOf>(
  chapter: Chapter<State, Event>,
  state: State,
  { type, data, by }: Attributed,
): State | Inapplicable {
  const evolve = (chapter.evolve as Chapter<State, EventOf>['evolve'])[type];
  return evolve ? evolve(state, data, by) : state;
}

/** The state after a history, with what did not fit. Total: never throws. */
export function fold<State, Event extends EventOf, Entry extends Attributed>(
  chapter: Chapter<State, Event>,
  history: Iterable<Entry>,
  from: State = chapter.initial,
): { readonly state: State; readonly skipped: readonly (readonly [Entry, Inapplicable])[] } {
  let state = from;
  const skipped: [Entry, Inapplicable][] = [];
  for (const entry of history) {
    const next = step(chapter, state, entry);
    if (next instanceof Inapplicable) skipped.push([entry, next]);
    else state = next;
  }
  return { state, skipped };
}
