import type { Decision } from '@lookback/kernel';
import type * as ask from './identification.commands.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { refuse } from './identification.rules.js';
import type { Identification } from './identification.state.js';
import { onRecord } from './on-record.js';
import { refuseIf } from './registry-number.rules.js';

/** A household as its number sees it: whether it is on the register, another chapter knows. */
export interface NumberedView {
  readonly household: Identification;
  readonly isRegistered: boolean;
}

/** A number is one household's at a time; a merger of villages may give other numbers. Source: procedures.md, chapters 1 and 6. */
export const giveRegistryNumber: Decision<ask.GiveRegistryNumber, NumberedView, IdentificationEvent> = (
  { household, isRegistered },
  { number, persons },
  { others = [] },
) => {
  const { village, members } = onRecord(household);
  for (const { member } of persons) if (members.every((one) => one.member !== member)) refuse('identification.member-absent');
  const given = persons.map((one) => one.number);
  refuseIf(new Set(given).size < given.length || given.some((one) => !one.startsWith(number)), 'registration.number-of-other-person');
  refuseIf(
    others.some(({ has }) => has === 'number'),
    'registration.number-taken',
    { number },
  );
  refuseIf(!number.startsWith(village), 'registration.number-of-other-village', { number, village });
  refuseIf(!isRegistered, 'registration.not-registered');
  return [did.registryNumberGiven({ number, persons })];
};
