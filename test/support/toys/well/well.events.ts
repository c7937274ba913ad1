import { event, type EventIn, type RegionCode, says, type Sealed } from '@lookback/kernel';

/** A village has a well from now on; who keeps it, and how to reach that person. */
export const wellDug = event(
  'WellDug',
  'fact',
  says<{ village: RegionCode; depthCm: number; keeper: Sealed<string>; phone: Sealed<string>; words: Sealed<string> | null }>(),
);

/** Somebody looked at its water. */
export const wellTested = event('WellTested', 'fact', says<{ safe: boolean }>());

/** It was made deeper. */
export const wellDeepened = event('WellDeepened', 'fact', says<{ depthCm: number }>());

/** The divisions changed: it is another village's from then on. */
export const wellHandedOn = event('WellHandedOn', 'fact', says<{ village: RegionCode }>());

export type WellEvent = EventIn<typeof import('./well.events.js')>;
