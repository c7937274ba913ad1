import { unsealed } from '@lookback/kernel';
import type { CommandFrom } from '@lookback/office/desk';
import type { RectificationEvent } from './rectification.events.js';

/** How the commands of rectification are made again from what their events say. A reminder is the clock's, and is made by no form. */
export const commandFrom = {
  ProblemFound: ({ words, affects, ...found }) => ({ ...found, words: unsealed(words), affects: [...affects] }),
  ProblemTakenOver: ({ words, measure, asWritten, ...stated }) => ({
    ...stated,
    words: unsealed(words),
    measure: unsealed(measure),
    asWritten: unsealed(asWritten),
  }),
  ProblemHandedOver: ({ measure, ...handed }) => ({ ...handed, measure: unsealed(measure) }),
  HandoverAccepted: ({ problem }) => ({ problem }),
  HandoverDisputed: ({ problem, reason }) => ({ problem, reason: unsealed(reason) }),
  ProblemPrioritised: (said) => ({ ...said }),
  MeasureTaken: ({ problem, done }) => ({ problem, done: unsealed(done) }),
  ExtensionGranted: ({ problem, dueOn, reason }) => ({ problem, dueOn, reason: unsealed(reason) }),
  RectificationReported: ({ problem, done }) => ({ problem, done: unsealed(done) }),
  RectificationVerified: ({ problem, onSite }) => ({ problem, onSite, inPlace: true }),
  RectificationReturned: ({ problem, onSite, reason }) => ({ problem, onSite, inPlace: false, reason: unsealed(reason) }),
  PeopleAsked: ({ reason, ...answered }) => ({ ...answered, ...(reason && { reason: unsealed(reason) }) }),
  NumberCancelled: (said) => ({ ...said }),
  NumberReopened: ({ problem, words }) => ({ problem, words: unsealed(words) }),
} satisfies CommandFrom<RectificationEvent>;
