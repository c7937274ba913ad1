import { type Code, event, type EventIn, says } from '@lookback/kernel';
import type { format, suite } from './format.js';

/**
 * The log begins: in which format and suite, which log it is and in which epoch, in which zone its days begin and end, under which keys.
 * Always the first entry.
 */
export const logOpened = event(
  'LogOpened',
  'fact',
  says<{
    format: typeof format;
    suite: typeof suite;
    origin: Code<'origin'>;
    epoch: number;
    zone: 'Asia/Shanghai';
    masterKey: Code<'key-id'>;
    commitKey: Code<'key-id'>;
    simulated: boolean;
  }>(),
);

/** An administrator looked at a clock that had parted, or stood before the last entry, and says that it is right now. */
export const clockConfirmed = event('ClockConfirmed', 'fact', says<{ wallMs: number }>());

/** On the server's own machine an administrator was given a password, as none was left who could: every account is told. */
export const administratorReset = event('AdministratorReset', 'fact', says<{ login: Code<'login'> }>());

export type LogEvent = EventIn<typeof import('./log.events.js')>;
