import type { EventOf } from './event-of.js';
import type { PlainTextIn } from './plain-text.js';

/**
 * A gate of a procedure may not take effect before the procedure's last one; a fact may, and never moves a standing by itself.
 * Where one subject goes through a procedure many times, `key` names the field of what is said that tells them apart: the run, the
 * problem. A fact that is said of one of them names it too, so that all entries of one run or problem are found together.
 * Source: domain.md, section 3; procedures.md, K1.
 */
export type Nature<Field extends string = string> =
  'fact' | { readonly procedure: Procedure; readonly key?: Field } | { readonly fact: Procedure; readonly key: Field };
/** `gates`: what goes by the gates that a dated standard lists, run by run. */
export type Procedure = 'gates' | 'rectification' | 'office';

/** What the log must know of a kind of event to give back what was stored. */
export interface Kind<Type extends string = string> {
  readonly type: Type;
  readonly nature: Nature;
  readonly version: number;
  readonly upcasters: readonly Upcast[];
}

/** A kind of event. Call it to say that one happened. */
export interface EventKind<Type extends string, Data> extends Kind<Type> {
  (data: Data): EventOf<Type, Data>;
}

export type Upcast = (older: never) => unknown;

/** What an event says today, and how what it said before becomes that: `says<Now>().before<Old>(upcast)`. */
export class Says<Data, Oldest = Data> {
  declare private readonly data: Data;
  constructor(readonly upcasters: readonly Upcast[] = []) {}

  before<Older>(upcast: (older: Older) => Oldest): Says<Data, Older> {
    return new Says<Data, Older>([upcast, ...this.upcasters]);
  }
}

type AllCodedOrSealed<Data> = [PlainTextIn<Data>] extends [never] ? [] : [neitherCodeNorSealed: PlainTextIn<Data>];

/** What an event says. Text that is neither a code nor sealed does not compile; the error names the place. */
export const says = <Data>(..._: AllCodedOrSealed<Data>) => new Says<Data>();

/** Declares a kind of event; its version follows from what it said before. */
export function event<const Type extends string, Data, Oldest>(
  type: Type,
  nature: Nature<NoInfer<keyof Data & string>>,
  { upcasters }: Says<Data, Oldest>,
): EventKind<Type, Data> {
  const happened = (data: Data) => ({ type, data });
  return Object.assign(happened, { type, nature, version: upcasters.length + 1, upcasters });
}

/** The union of every event that a module of events exports: `EventIn<typeof import('./x.events.js')>`. */
export type EventIn<Kinds> = { [K in keyof Kinds]: Kinds[K] extends EventKind<infer T, infer D> ? EventOf<T, D> : never }[keyof Kinds];
