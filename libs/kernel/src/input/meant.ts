import type { Inapplicable } from '../refusal.js';
import { unreadable } from './input.rules.js';

/** What was meant by what somebody typed: the value that is kept, and how that value is written plainly. */
export interface Meant<T> {
  readonly value: T;
  readonly plainly: string;
}

/** How a text is read: what was meant, or the rule that it breaks. Read again, what is written plainly means the same. */
export type Reading<T> = (written: string) => Meant<T> | Inapplicable;

/** Text that means itself. */
export const itself = <T extends string = string>(plainly: string): Meant<T> => ({ value: plainly as T, plainly });

/** Nothing was said: blank, or a word or sign for nothing. */
export const missing = unreadable('input.missing');

export const isMissing = (read: Meant<unknown> | Inapplicable): boolean => read === missing;

const absent: Meant<null> = { value: null, plainly: '' };

/** The same, or null where nothing was said. */
export const optional =
  <T>(reading: Reading<T>): Reading<T | null> =>
  (written) => {
    const read = written === '' ? missing : reading(written);
    return isMissing(read) ? absent : read;
  };
