import type { EntryId, Owner, StreamName } from '@lookback/kernel';

/** A key file or a key that is not what the server needs; somebody has to act on the machine. Never tells a key. */
export class InvalidKey extends Error {
  override readonly name = 'InvalidKey';
  constructor(
    readonly en: string,
    readonly zh: string,
  ) {
    super(en);
  }
}

/** A box, or a field in it, that is not what was sealed: moved from elsewhere, changed, or sealed under another key. */
export class BoxCorrupted extends Error {
  override readonly name = 'BoxCorrupted';
  constructor(
    readonly stream: StreamName,
    readonly entry: EntryId,
    readonly owner: Owner,
    what: string,
  ) {
    super(`the box of ${owner} in entry ${entry} of ${stream}: ${what}`);
  }
}

/** Data that cannot be stored so that the same comes back. Names the place, never the value. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable';
  readonly place: string;

  constructor(path: readonly (string | number)[], reason: string) {
    const place = path.join('.');
    super(`${place} ${reason}`);
    this.place = place;
  }
}
