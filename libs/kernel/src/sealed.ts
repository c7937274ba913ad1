import type { Owner } from './text.js';

/** What reads in place of a value whose key is destroyed. */
export const erased = Symbol('erased');
export type Erased = typeof erased;

/**
 * A value that the log holds in a box under its owner's key. In memory it is open: `value` is what was said, or `erased`.
 * Made by the slice that records the value, which never sees ciphertext.
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

/** What is in a box; null where there is none, or it is erased. */
export const unsealed = <T>(sealed: Sealed<T> | null | undefined): T | null => sealed?.or(null) ?? null;

/** Says something under the key of its owner. */
export const sealedTo =
  (owner: Owner) =>
  <T>(value: T): Sealed<T> =>
    new Sealed(owner, value);
