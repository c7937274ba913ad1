import type { InBoth } from '@lookback/kernel';

/** A part of a request that cannot be used, whatever else was sent: which, and why, in words that go after its name. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  constructor(
    /** `id`, `If-Match`, `body`; a field of the body by its path. */
    readonly field: string,
    readonly reason: InBoth,
    readonly status: 400 | 408 | 413 | 414 | 415 | 431 = 400,
  ) {
    super(`${field} ${reason.en}`);
  }
}
