import type { EventOf } from '@lookback/kernel';
import { knownNearby, type NamedIds, type Subject } from '@lookback/office/desk';
import { RegisterPerson } from './person.commands.js';
import { type Person, personChapter } from './person.decider.js';
import type { PersonEvent } from './person.events.js';
import { personRoutes } from './person.routes.js';
import { TakeOverPerson } from './take-over-person.js';

/** A cadre 干部, in `person-<id>`. */
export const person: Subject<Person | null, PersonEvent> = {
  name: 'person',
  plural: 'people',
  ...personChapter,
  routes: personRoutes,
  actsInPost: false,
  visible: knownNearby,
  namedIn,
  regionsOf: (registered, opening) =>
    opening instanceof RegisterPerson
      ? [opening.region]
      : opening instanceof TakeOverPerson
        ? [opening.county]
        : registered
          ? [registered.region]
          : [],
};

/** The unit of a post. */
function namedIn(event: EventOf): NamedIds {
  const { type, data } = event as PersonEvent;
  return { people: [], units: type === 'Posted' || type === 'PostEnded' ? [data.unit] : [] };
}
