import { Injectable } from '@nestjs/common';
import { EventLog } from '@lookback/log/event-log';
import { streamName } from '@lookback/kernel';
import { Clock } from '@lookback/office/desk';
import { refuse, refuseIf } from '../access.rules.js';
import { type Account, accountOn } from '../account.chapter.js';
import { accountIdOf } from '../account.js';
import { Accounts } from '../accounts.js';
import { answered } from '../answered.js';
import { isPassword } from '../password/hash.js';
import { mustBeStrong } from '../password/policy.js';
import { longestSession, type Session, sessionOf } from './session.js';
import { SignInThrottle } from './throttle.js';

/** Who is let in, and for how long. Every answer is folded from the account's stream; nothing is looked up in a table. */
@Injectable()
export class Sessions {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly throttle: SignInThrottle,
    private readonly accounts: Accounts,
  ) {}

  /** Opens a session. A login that nobody has, a closed account and a wrong password are answered alike, after the same work. */
  async signIn(login: string, password: string, address: string): Promise<Session> {
    const attempt = this.throttle.attempt(login, address);
    const account = await this.accountOf(login);
    const right = await isPassword(password, hashIn(account));
    const session = right ? sessionOf(account, this.clock.now()) : null;
    if (!session) return answered(401, () => refuse('access.sign-in-refused'));
    attempt.succeeded();
    return session;
  }

  /** The session with the rights that its account has now; answers 401 once the account is closed, its password changed, or the day over. */
  async current(session: Session): Promise<Session> {
    const over = this.clock.now().getTime() >= session.since.getTime() + longestSession;
    const now = over ? null : sessionOf(await this.accountOf(session.login), session.since);
    if (now?.passwords !== session.passwords) return answered(401, () => refuse('access.session-over'));
    return now;
  }

  /** Changes one's own password, which takes the current one; sessions that were opened with that are renewed no more. */
  async changePassword(session: Session, current: string, next: string, address: string): Promise<Session> {
    const attempt = this.throttle.attempt(session.login, address);
    const known = await isPassword(current, hashIn(await this.accountOf(session.login)));
    if (!known) return answered(403, () => refuse('access.current-password-wrong'));
    attempt.succeeded();
    refuseIf(current === next, 'access.password-unchanged');
    mustBeStrong(next, session.login);
    await this.accounts.changePassword(session, next);
    return this.current({ ...session, passwords: session.passwords + 1 });
  }

  private async accountOf(login: string): Promise<Account> {
    return accountOn(await this.log.readStream(streamName('account', accountIdOf(login))), this.clock.today());
  }
}

const hashIn = ({ password }: Account): string | null => password?.hash.or(null) ?? null;
