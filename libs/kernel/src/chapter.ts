import type { Attribution } from './attribution.js';
import type { Chapter, Attributed } from './decider.js';
import type { EventOf } from './event-of.js';
import { Inapplicable } from './refusal.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- the one place where chapters of every kind meet */
type Any = any;
/* eslint-enable @typescript-eslint/no-explicit-any */
type Parts = Readonly<Record<string, unknown>>;
/** What an event does to the part of one chapter. */
interface Part {
  readonly name: string;
  readonly fold: Chapter<unknown, EventOf>['evolve'][string];
}
type Chapters = Readonly<Record<string, Chapter<Any, Any>>>;
export type StateIn<C> = C extends Chapter<infer State, Any> ? State : never;
export type EventsIn<C> = C extends Chapter<Any, infer Event> ? Event : never;
type Whole<Cs extends Chapters> = Chapter<{ readonly [Name in keyof Cs]: StateIn<Cs[Name]> }, EventsIn<Cs[keyof Cs]>>;

/**
 * Chapters side by side: each folds its own events into its own part of the whole. An event that several chapters know moves each of
 * their parts, in the order in which the chapters are named; where it does not fit in one of them, the whole stays as it was, and the first
 * that says so says why. No chapter reads another's part, so the order moves nothing else.
 */
export function compose<const Cs extends Chapters>(chapters: Cs): Whole<Cs> {
  const parts = Object.entries<Chapter<unknown, EventOf>>(chapters);
  const foldsOf = new Map<string, Part[]>();
  for (const [name, part] of parts)
    for (const [type, fold] of Object.entries(part.evolve)) foldsOf.set(type, [...(foldsOf.get(type) ?? []), { name, fold }]);
  const onEveryDay = new Set(parts.flatMap(([, part]) => part.onEveryDay ?? []));
  return {
    ...(onEveryDay.size > 0 && { onEveryDay: [...onEveryDay] }),
    initial: Object.fromEntries(parts.map(([name, part]) => [name, part.initial])),
    evolve: Object.fromEntries([...foldsOf].map(([type, folds]) => [type, allOf(folds)])),
  } as unknown as Whole<Cs>;
}

/** One line of the whole: every part that an event moves, or none. */
const allOf = (folds: readonly Part[]) => (whole: Parts, data: unknown, by: Attribution) => {
  const next: Record<string, unknown> = { ...whole };
  for (const { name, fold } of folds) {
    const part = fold(whole[name], data, by);
    if (part instanceof Inapplicable) return part;
    next[name] = part;
  }
  return next;
};

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
