import { event, type EventIn, type RegionCode, says } from '@lookback/kernel';
import type { SeriesKind, SeriesNumber } from './series.codes.js';

/** Numbers were given to the asker: one, or a run of them. */
export const numbersReserved = event(
  'NumbersReserved',
  'fact',
  says<{
    county: RegionCode;
    kind: SeriesKind;
    year: number;
    /** Which the first of them is in its series. */
    n: number;
    numbers: readonly SeriesNumber[];
  }>(),
);

export type SeriesEvent = EventIn<typeof import('./series.events.js')>;
