import type { CalendarDate, Digest } from '@lookback/kernel';
import type { Affiliation } from './assistance.codes.js';
import type { Helper } from './assistance.events.js';

/** One row of a list: who helps the household, as stated. */
export interface HelperListed extends Helper {
  /** Where it stands in the sheet, from 1. */
  readonly row: number;
  readonly affiliation: Affiliation | null;
  readonly startedOn: CalendarDate | null;
  readonly asWritten: Readonly<Record<string, string>> | null;
}

/** Takes a household's helpers over from a list: what its rows say, and where they stand. No route asks it. */
export class TakeOverHelpers {
  readonly source: { readonly file: Digest; readonly sheet: number };
  readonly helpers: readonly HelperListed[];

  /** What is listed, or that with something changed. */
  static from(listed: TakeOverHelpers, changed: Partial<TakeOverHelpers> = {}): TakeOverHelpers {
    return Object.assign(new TakeOverHelpers(), listed, changed);
  }
}
