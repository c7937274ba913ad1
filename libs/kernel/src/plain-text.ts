import type { CalendarDate } from './calendar-date.js';
import type { Quoted } from './quoted.js';
import type { Erased, Sealed } from './sealed.js';
import type { Code } from './text.js';

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
