import { type Called, type EventOf, slice } from '@lookback/kernel';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import * as events from './identification.events.js';
import { identificationRules as rules } from './identification.rules.js';
import { identificationSentences as sentences, identificationTitles as titles } from './identification.sentences.js';

/** What is known of a household and its members. */
export const identificationSlice = slice({ events, titles, sentences, rules, callsIn });

/** Members, as they come. */
function callsIn(event: EventOf): Called[] {
  const { type, data } = event as IdentificationEvent;
  const said: readonly Pick<MemberSaid, 'member' | 'name'>[] =
    type === 'HouseholdTakenOver' ? data.members : type === 'MemberJoined' ? [data] : [];
  return said.map(({ member, name }) => [member, name]);
}
