import type { CalendarDate } from './calendar-date.js';
import type { Quoted } from './quoted.js';
import type { Code, Owner } from './text.js';

/** What reads in place of a value whose key is destroyed. */
export const erased = Symbol('erased');
export type Erased = typeof erased;

/**
 * A value that the log holds in a box under its owner's key. In memory it is open: `value` is what was said, or `erased`.
 * Made by whoever says it; a slice never sees ciphertext.
 */
export class Sealed<T> {
  constructor(
    readonly owner: Owner,
    readonly value: T | Erased,
  ) {}

  /** The value, or what to show where it is erased. */
  or<Instead>(instead: Instead): T | Instead {
    return this.value === erased ? instead : this.value;
  }
}

/** Says something under the key of its owner. */
export const sealedTo =
  (owner: Owner) =>
  <T>(value: T): Sealed<T> =>
    new Sealed(owner, value);

type Plain = number | boolean | null | undefined;

/**
 * The places in what an event says where text is neither a code nor sealed; `never` where there are none.
 * `says<…>()` does not compile while one is left.
 */
export type PlainTextIn<Said, Place extends string = 'data'> = unknown extends Said
  ? Place
  : Said extends Sealed<unknown> | Quoted | Plain
    ? never
    : Said extends string
      ? OpenText<Said> extends true
        ? Place
        : never
      : Said extends readonly (infer Item)[]
        ? PlainTextIn<Item, `${Place}[]`>
        : { [Field in Name<Said>]-?: PlainTextIn<Said[Field], `${Place}.${Field}`> }[Name<Said>];

type Name<Said> = keyof Said & (string | number);

/**
 * Text that can be anything, or anything of a shape such as `tel:${string}`: neither a literal nor a code nor a day.
 * A record by such text names no key in particular, so that even a thing without any text key is one.
 */
type OpenText<Said extends string> = Said extends Code | CalendarDate ? false : Record<Erased, 1> extends Record<Said, 1> ? true : false;
