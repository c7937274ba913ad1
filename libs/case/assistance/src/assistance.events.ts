import {
  type CalendarDate,
  type Code,
  type Digest,
  event,
  type EventIn,
  type PersonId,
  says,
  type Sealed,
  type UnitId,
} from '@lookback/kernel';
import type { Rank } from '@lookback/office/standards';
import type { Affiliation, Topic, VisitPlace } from './assistance.codes.js';

/** Who helps: an official, the unit for which they do, and the rank by which the quota goes. */
export interface Helper {
  readonly person: PersonId;
  readonly unit: UnitId;
  readonly rank: Rank;
}

/** Somebody of the office came to see the household. Who it was stands in the envelope. */
export const homeVisited = event(
  'HomeVisited',
  'fact',
  says<{
    place: VisitPlace;
    checklist: readonly { topic: Topic; inOrder: boolean }[];
    findings: Sealed<string> | null;
    /** When the visitor's device says that it was written down; a claim. */
    capturedAt: Code<'instant'> | null;
  }>(),
);

/** An official helps the household from this day on, for a unit; the rank as it is then. */
export const helperPaired = event('HelperPaired', 'fact', says<Helper>());

/** From this day another helps instead: no day lies between. */
export const helperHandedOver = event('HelperHandedOver', 'fact', says<{ from: PersonId; to: Helper }>());

/** From this day the helper helps the household no more. */
export const helperReleased = event('HelperReleased', 'fact', says<{ person: PersonId }>());

/** A list from outside names who helps the household: an opening balance as of the list's date. */
export const helperTakenOver = event(
  'HelperTakenOver',
  'fact',
  says<
    Helper & {
      source: { file: Digest; sheet: number; row: number };
      /** As the list states them. */
      affiliation: Affiliation | null;
      startedOn: CalendarDate | null;
      /** The cells that were not written as they are kept, by column; null where all were. Sealed to the helper. */
      asWritten: Sealed<Readonly<Record<string, string>>> | null;
    }
  >(),
);

export type AssistanceEvent = EventIn<typeof import('./assistance.events.js')>;
