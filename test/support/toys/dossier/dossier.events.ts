import { event, type EventIn, type PersonId, type RegionCode, says, type Sealed } from '@lookback/kernel';

/** A dossier was begun on something in a county; nobody but its circle knows of it. */
export const dossierOpened = event(
  'DossierOpened',
  'fact',
  says<{ county: RegionCode; circle: readonly PersonId[]; words: Sealed<string> }>(),
);

/** Something was put down in it. */
export const dossierNoted = event('DossierNoted', 'fact', says<{ words: Sealed<string> }>());

/** It is confidential no more. */
export const dossierReleased = event('DossierReleased', 'fact', says<Record<string, never>>());

export type DossierEvent = EventIn<typeof import('./dossier.events.js')>;
