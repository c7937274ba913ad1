import { type RegionCode, value } from '@lookback/kernel';
import { knownNearby, type Subject } from '@lookback/office/desk';
import { fourEyes, withFourEyes } from '@lookback/office/four-eyes';
import { namedIn } from './named-in.js';
import { RegisterPerson } from './person.commands.js';
import { type Person, personChapter } from './person.decider.js';
import type { PersonEvent } from './person.events.js';
import { personFile } from './person.file.js';
import { personRoutes } from './person.routes.js';
import { TakeOverPerson } from './take-over-person.js';

/** Where a person's posts lie; where none is held, where the person serves. */
export const servesIn = ({ posts, region }: Person): RegionCode[] =>
  posts.length > 0 ? [...new Set(posts.map((post) => post.region))] : [region];

/** A cadre 干部, in `person-<id>`. */
export const person: Subject<Person | null, PersonEvent> = {
  name: 'person',
  plural: 'people',
  ...personChapter,
  routes: withFourEyes(personRoutes),
  actsInPost: false,
  amendable: fourEyes,
  visible: knownNearby,
  unitsOf: (registered) => registered?.posts.map(({ unit }) => unit) ?? [],
  servesIn: (registered) => (registered ? servesIn(registered) : []),
  title: (registered) => registered && value.words(registered.name),
  file: personFile,
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
