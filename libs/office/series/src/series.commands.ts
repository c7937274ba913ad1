import type { RegionCode } from '@lookback/kernel';
import type { SeriesKind } from './series.codes.js';

/** Asks for the next numbers, one or a run. No route of the desk asks it: which one is the next, who brings it looks up first. */
export class ReserveNumbers {
  readonly county: RegionCode;
  readonly kind: SeriesKind;
  readonly year: number;
  readonly count: number;
  /** The highest that is known to stand, typed by anybody; 0 where none does. */
  readonly above: number;

  static from(command: ReserveNumbers): ReserveNumbers {
    return Object.assign(new ReserveNumbers(), command);
  }
}
