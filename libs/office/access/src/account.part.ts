import { type EventOf, namesNobody, type NamedIds, slice } from '@lookback/kernel';
import { part } from '@lookback/office/desk';
import { viewsSlice } from '@lookback/office/views';
import { accessRules as rules } from './access.rules.js';
import * as events from './account.events.js';
import type { AccountEvent } from './account.events.js';
import { account } from './account.js';
import { accountSentences as sentences, accountTitles as titles } from './account.sentences.js';
import { accounts } from './accounts.projection.js';
import { accountsOfState, rightsOfState } from './accounts.register.js';
import { accessControllers } from './parts.js';

/** Users of the system. */
export const accountPart = part({
  subject: account,
  called: { en: 'account', zh: '账号' },
  slices: [slice({ events, titles, sentences, rules, namedIn, seals: { hash: 'secret' } }), viewsSlice],
  registers: [accountsOfState, rightsOfState],
  models: () => [accounts],
  controllers: accessControllers,
});

/** Whose it is, and for which units it has rights. */
function namedIn(event: EventOf): NamedIds {
  const { type, data } = event as AccountEvent;
  switch (type) {
    case 'AccountOpened':
      return data.person === null ? namesNobody : { people: [data.person], units: [] };
    case 'RightGranted':
    case 'RightRevoked':
      return { people: [], units: data.units };
    default:
      return namesNobody;
  }
}
