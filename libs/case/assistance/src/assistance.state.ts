import type { CalendarDate, PersonId, Sealed } from '@lookback/kernel';
import type { Topic, VisitPlace } from './assistance.codes.js';

/** What is done for a household. */
export interface Assistance {
  readonly visits: number;
  readonly lastVisit: {
    readonly on: CalendarDate;
    readonly by: PersonId | null;
    readonly place: VisitPlace;
    readonly checklist: readonly { readonly topic: Topic; readonly inOrder: boolean }[];
    readonly findings: Sealed<string> | null;
  } | null;
}

/** What assistance must know of the rest of the household. Whoever composes the household answers. */
export interface AssistanceView {
  readonly onRecord: boolean;
}
