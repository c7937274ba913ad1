import { event, type EventIn, type RegionCode, says } from '@lookback/kernel';
import type { SeriesKind, SeriesNumber } from './series.codes.js';

/** A number was given to whoever asked for one. */
export const numberReserved = event(
  'NumberReserved',
  'fact',
  says<{ county: RegionCode; kind: SeriesKind; year: number; n: number; number: SeriesNumber }>(),
);

export type SeriesEvent = EventIn<typeof import('./series.events.js')>;
