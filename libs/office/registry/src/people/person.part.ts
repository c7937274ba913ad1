import { slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { officials } from './officials.projection.js';
import { peopleOfState, postsOfState } from './people.register.js';
import { person } from './person.js';
import * as events from './person.events.js';
import { namedIn } from './named-in.js';
import { rules } from './person.rules.js';
import { personSentences as sentences, personTitles as titles } from './person.sentences.js';

/** Officials. */
export const personPart = part({
  subject: person,
  called: { en: 'official', zh: '干部' },
  slices: [slice({ events, titles, sentences, rules, namedIn, seals: { name: 'words', phone: 'number' } })],
  registers: [peopleOfState, postsOfState],
  models: (keys) => [officials(keys)],
});
