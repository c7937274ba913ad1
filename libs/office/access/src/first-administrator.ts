import type { CalendarDate, RegionCode } from '@lookback/kernel';
import { type AnySubject, type Asked, Envelope } from '@lookback/office/desk';
import { account, accountIdOf } from './account.js';
import { GrantRight, OpenAccount } from './account.commands.js';
import type { Login } from './account.events.js';

/**
 * What setup asks of the desk, in this order, in a log that has no such account: an account without a person that administers
 * everywhere and decides nothing. Its password is temporary; `hash` is `hashOf(randomPassword())`.
 */
export function firstAdministrator(login: string, hash: string, today: CalendarDate): Asked[] {
  const commands = [
    Object.assign(new OpenAccount(), { login: login as Login, person: null, hash }),
    Object.assign(new GrantRight(), { right: 'administer' as const, regions: ['CN' as RegionCode] }),
  ];
  return commands.map((command) => ({
    subject: account as unknown as AnySubject,
    id: accountIdOf(login),
    command,
    envelope: Object.assign(new Envelope(), { effectiveOn: today }),
    who: { process: 'setup' },
    key: `first-administrator/${command.constructor.name}`,
  }));
}
