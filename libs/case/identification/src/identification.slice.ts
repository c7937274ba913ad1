import { type Called, type EventOf, slice } from '@lookback/kernel';
import type { IdentificationEvent, MemberSaid } from './identification.events.js';
import * as events from './identification.events.js';
import { identificationRules } from './identification.rules.js';
import { identificationSentences as sentences, identificationTitles as titles } from './identification.sentences.js';
import { registryNumberRules } from './registry-number.rules.js';

const rules = { ...identificationRules, ...registryNumberRules };

/** What is known of a household and its members. */
export const identificationSlice = slice({
  events,
  titles,
  sentences,
  rules,
  callsIn,
  seals: {
    name: 'words',
    citizenNumber: 'number',
    documentNumber: 'number',
    phone: 'number',
    hamlet: 'words',
    health: 'words',
    asWritten: 'typed',
  },
});

/** Members, as they come. */
function callsIn(event: EventOf): Called[] {
  const { type, data } = event as IdentificationEvent;
  const said: readonly Pick<MemberSaid, 'member' | 'name'>[] =
    type === 'HouseholdTakenOver' || type === 'HouseholdOpened' ? data.members : type === 'MemberJoined' ? [data] : [];
  return said.map(({ member, name }) => [member, name]);
}
