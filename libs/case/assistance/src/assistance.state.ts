import type { CalendarDate, PersonId, Sealed } from '@lookback/kernel';
import type { Topic, VisitPlace } from './assistance.codes.js';
import type { Helper } from './assistance.events.js';

/** What is done for a household. */
export interface Assistance {
  /** Everybody who helps the household or has helped it, in the order in which they came. */
  readonly helpers: readonly Helping[];
  readonly visits: number;
  readonly lastVisit: {
    readonly on: CalendarDate;
    readonly by: PersonId | null;
    readonly place: VisitPlace;
    readonly checklist: readonly { readonly topic: Topic; readonly inOrder: boolean }[];
    readonly findings: Sealed<string> | null;
  } | null;
}

/** Somebody's time as a helper of the household. */
export interface Helping extends Helper {
  /** The first day; where a list brought it, the list's date. */
  readonly from: CalendarDate;
  /** The first day on which the helping is over; null while it lasts. */
  readonly to: CalendarDate | null;
  /** Since when it lasts, as a list states it; null where none does. */
  readonly statedFrom: CalendarDate | null;
}

export const isHelping = ({ to }: Pick<Helping, 'to'>): boolean => to === null;

/** What assistance decides on: its own part, and what it must know of the rest of the household, which the subject that composes it answers. */
export interface AssistanceView {
  readonly helpers: readonly Helping[];
  readonly onRecord: boolean;
}
