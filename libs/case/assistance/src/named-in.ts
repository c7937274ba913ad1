import type { EventOf, PersonId, UnitId } from '@lookback/kernel';
import type { AssistanceEvent } from './assistance.events.js';

/** The officials and units that an entry names by id in what it says, so that a narrative can name them. */
export function namedIn(event: EventOf): { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] } {
  const { type, data } = event as AssistanceEvent;
  switch (type) {
    case 'HelperPaired':
    case 'HelperTakenOver':
      return { people: [data.person], units: [data.unit] };
    case 'HelperHandedOver':
      return { people: [data.from, data.to.person], units: [data.to.unit] };
    case 'HelperReleased':
      return { people: [data.person], units: [] };
    default:
      return { people: [], units: [] };
  }
}
