import { type Code, event, type EventIn, says, type Sealed } from '@lookback/kernel';
import type { Topic, VisitPlace } from './assistance.codes.js';

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

export type AssistanceEvent = EventIn<typeof import('./assistance.events.js')>;
