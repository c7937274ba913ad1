import type { EventOf, NamedIds } from '@lookback/kernel';
import type { PersonEvent } from './person.events.js';

/** The unit of a post. */
export function namedIn(event: EventOf): NamedIds {
  const { type, data } = event as PersonEvent;
  return { people: [], units: type === 'Posted' || type === 'PostEnded' ? [data.unit] : [] };
}
