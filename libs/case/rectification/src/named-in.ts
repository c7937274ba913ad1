import type { EventOf, PersonId, UnitId } from '@lookback/kernel';
import type { RectificationEvent } from './rectification.events.js';

/** The officials and units that an entry names by id in what it says, so that a narrative can name them. */
export function namedIn(event: EventOf): { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] } {
  const { type, data } = event as RectificationEvent;
  switch (type) {
    case 'ProblemHandedOver':
      return { people: [data.responsible.leader, data.responsible.staff], units: [data.responsible.unit] };
    case 'ReminderSent':
      return { people: data.to, units: [] };
    default:
      return { people: [], units: [] };
  }
}
