import type { EventOf, FourEyesEvent, WantedEvent } from '@lookback/kernel';

/** What a correction wants an entry to say; null of every other event. */
export function wantedIn(event: EventOf): WantedEvent | null {
  const proposed = event as FourEyesEvent;
  return proposed.type === 'CorrectionProposed' ? proposed.data.wanted : null;
}

/** What an event is about where it carries another: what a report tells, or a correction wants; else itself. */
export function quotedIn(event: EventOf): EventOf {
  const proposed = event as FourEyesEvent;
  if (proposed.type === 'ReportProposed') return proposed.data.event.event;
  return wantedIn(event)?.event.event ?? event;
}
