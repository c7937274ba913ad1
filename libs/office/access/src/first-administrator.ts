import type { CalendarDate } from '@lookback/kernel';
import { type AnySubject, type CommandRequest, Envelope } from '@lookback/office/desk';
import { account, accountIdOf } from './account.js';
import { OpenFirstAdministrator } from './account.commands.js';
import type { Login } from './account.events.js';

/**
 * What setup asks of the desk in a log that has no such account: one without a person that administers everywhere and decides nothing.
 * Its password is temporary; `hash` is `hashOf(randomPassword())`.
 */
export const firstAdministrator = (login: string, hash: string, today: CalendarDate): CommandRequest => ({
  subject: account as unknown as AnySubject,
  id: accountIdOf(login),
  command: Object.assign(new OpenFirstAdministrator(), { login: login as Login, hash }),
  envelope: Object.assign(new Envelope(), { effectiveOn: today }),
  who: { process: 'setup' },
  key: 'first-administrator',
});
