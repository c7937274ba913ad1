import type { CalendarDate, Catalogue, EventOf, Recorded } from '@lookback/kernel';
import { refuseIf } from './desk.rules.js';

/** A gate may not take effect before the last one of its own procedure; facts may, and so may gates of another. */
export function gateOrder(catalogue: Catalogue, events: readonly EventOf[], entries: readonly Recorded[], effectiveOn: CalendarDate): void {
  const procedures = new Set(events.map((event) => catalogue.procedureOf(event)).filter((procedure) => procedure !== null));
  if (procedures.size === 0) return;
  for (const entry of entries) {
    const last = entry.by.effectiveOn;
    if (last <= effectiveOn) continue;
    const procedure = catalogue.procedureOf(entry);
    refuseIf(procedure !== null && procedures.has(procedure), 'desk.before-last-gate', { effectiveOn, last });
  }
}
