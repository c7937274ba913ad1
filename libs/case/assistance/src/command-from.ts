import { unsealed } from '@lookback/kernel';
import type { CommandFrom } from '@lookback/office/desk';
import type { AssistanceEvent } from './assistance.events.js';

/** How the commands of assistance are made again from what their events say. A list's helper is one row by itself. */
export const commandFrom = {
  HomeVisited: ({ place, checklist, findings, capturedAt }) => ({
    place,
    checklist: [...checklist],
    ...(findings && { findings: unsealed(findings) }),
    ...(capturedAt && { capturedAt }),
  }),
  HelperPaired: (helper) => ({ ...helper }),
  HelperHandedOver: ({ from, to }) => ({ from, to }),
  HelperReleased: ({ person }) => ({ person }),
  HelperTakenOver: ({ source: { row, ...source }, asWritten, ...stated }) => ({
    source,
    helpers: [{ row, ...stated, asWritten: unsealed(asWritten) }],
  }),
} satisfies CommandFrom<AssistanceEvent>;
