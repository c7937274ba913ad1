import type { EventOf, FourEyesEvent } from '@lookback/kernel';

/** What an event is about where it carries another: what a report tells, or a correction wants; else itself. */
export function quotedIn(event: EventOf): EventOf {
  const proposed = event as FourEyesEvent;
  if (proposed.type === 'ReportProposed') return proposed.data.event.event;
  if (proposed.type === 'CorrectionProposed') return proposed.data.wanted?.event.event ?? event;
  return event;
}
