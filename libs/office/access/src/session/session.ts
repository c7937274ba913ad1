import type { AccountId, CalendarDate, Recorded } from '@lookback/kernel';
import type { Principal, SignedRequest } from '@lookback/office/desk';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refuse } from '../access.rules.js';
import { type Account, accountOn } from '../account.chapter.js';
import { accountIdOf } from '../account.js';
import { answered } from '../answered.js';

/** What a token says of a session: whose it is, and since when. What the account may do, the log says. */
export interface Claimed {
  /** The same (a UUID) however often it is renewed. */
  readonly id: string;
  readonly account: AccountId;
  /** When the password was given. */
  readonly since: Date;
  /** Which of the account's passwords it was, counted from 1. */
  readonly passwords: number;
}

/** An account that signed in, with its rights as the log has them. */
export interface Session extends Principal, Claimed {
  readonly login: string;
  readonly mustChangePassword: boolean;
}

/** Renewed for no longer than this after the password was given: one working day. */
export const longestSession = 12 * 60 * 60_000;

/** Who an account's stream lets in on a day, with all its rights; null where it has not been opened, or is closed. */
export const signedInFrom = (history: readonly Recorded[], day: CalendarDate): Principal | null =>
  sessionOf(accountOn(history, day), { id: '', since: new Date(0) });

/** The session of an open account; null of any other. */
export function sessionOf(
  { status, login, person, password, passwords, rights }: Account,
  { id, since }: Pick<Claimed, 'id' | 'since'>,
): Session | null {
  if (status !== 'open' || login === null) return null;
  return { id, account: accountIdOf(login), login, person, rights, since, passwords, mustChangePassword: password?.temporary ?? true };
}

export interface SessionRequest extends SignedRequest {
  session?: Session;
}

/** The session in which a route is asked, as the guard found it. */
export const InSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): Session =>
    context.switchToHttp().getRequest<SessionRequest>().session ?? answered(401, () => refuse('access.not-signed-in')),
);
