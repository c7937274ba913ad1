import type { FourEyesEvent } from './four-eyes.events.js';
import type { EntryId } from './text.js';

/**
 * The entry of which somebody speaks: that which a correction would change or a householder means, and the proposal or request that is
 * answered. Null of a report, which speaks for itself, and of a request about the whole file.
 */
export function spokenOf({ type, data }: FourEyesEvent): EntryId | null {
  switch (type) {
    case 'CorrectionProposed':
      return data.original;
    case 'CorrectionRequested':
      return data.entry;
    case 'CorrectionRequestAnswered':
      return data.request;
    case 'ReportProposed':
      return null;
    default:
      return data.proposal;
  }
}
