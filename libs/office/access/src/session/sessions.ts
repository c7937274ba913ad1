import { HttpException, Injectable } from '@nestjs/common';
import { type CachedStream, LogUnavailable, StreamCache } from '@lookback/log/event-log';
import { type AccountId, streamName } from '@lookback/kernel';
import { Clock, isLeased, type Principal } from '@lookback/office/desk';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { exhaustMap, filter, interval, type Observable } from 'rxjs';
import { refuse, refuseIf } from '../access.rules.js';
import { type Account, accountChapter, withoutSpent } from '../account.chapter.js';
import { accountIdOf } from '../account.js';
import { Accounts } from '../accounts.js';
import { answered } from '../answered.js';
import { isPassword } from '../password/hash.js';
import { mustBeStrong } from '../password/policy.js';
import { type Claimed, longestSession, type Session, sessionOf } from './session.js';
import { SignedOut } from './signed-out.js';
import { SignInThrottle } from './throttle.js';

/** Milliseconds for which what was known of an account is taken to hold, for reads. */
const known = 1_000;

/** Milliseconds between two looks at whether somebody who follows may go on. */
const lookEvery = 2_000;

/** Milliseconds in whose multiples a sign-in is refused. */
const step = 250;

interface Seen {
  readonly account: CachedStream;
  /** When the log was asked, by a clock that nobody sets. */
  readonly at: number;
}

/** Who is let in, and for how long. What an account may do is folded from its stream; that a session was ended stands in a table. */
@Injectable()
export class Sessions {
  private readonly seen = new LRUCache<AccountId, Seen>({ max: 10_000 });

  constructor(
    private readonly histories: StreamCache,
    private readonly clock: Clock,
    private readonly throttle: SignInThrottle,
    private readonly accounts: Accounts,
    private readonly signedOut: SignedOut,
  ) {}

  /** Opens a session. A login that nobody has, a closed account and a wrong password are answered alike, after the same time. */
  signIn(login: string, password: string, address: string): Promise<Session> {
    const looking = this.throttle.attempt(login, address, async (attempt) => {
      const account = this.folded(await this.atHead(accountIdOf(login)));
      const right = await isPassword(password, hashIn(account));
      const session = right ? sessionOf(account, { id: randomUUID(), since: this.clock.now() }) : null;
      await attempt.settle(session !== null);
      return session ?? answered(401, () => refuse('access.sign-in-refused'));
    });
    return refusedInSteps(looking);
  }

  /**
   * The session with the rights that its account has, for writes: once a change of it was answered, none of what was before. Answers
   * 401 once it was signed out, the account closed, its password changed, or the day is over.
   */
  current(claimed: Claimed): Promise<Session> {
    const seen = this.seen.get(claimed.account);
    const isHeld = seen && isLeased(seen.at) && this.isUnmoved(claimed.account, seen);
    return this.standing(claimed, isHeld ? seen.account : this.atHead(claimed.account));
  }

  /**
   * As `current`, with what was known of the account within the last second, for reads. While the log is away, with what was known
   * last: nothing can be recorded then, and the token runs out.
   */
  lately(claimed: Claimed): Promise<Session> {
    const seen = this.seen.get(claimed.account);
    if (seen && this.isFresh(claimed.account, seen)) return this.standing(claimed, seen.account);
    const pending = this.atHead(claimed.account).catch((error: unknown) => {
      if (seen && error instanceof LogUnavailable) return seen.account;
      throw error;
    });
    return this.standing(claimed, pending);
  }

  /** What an account may do now that began something and is not asked again: its session may be over. Answers 401 once it is closed. */
  async mayNow({ account }: Principal): Promise<Principal> {
    const now = sessionOf(this.folded(await this.atHead(account)), { id: '', since: this.clock.now() });
    return now ?? answered(401, () => refuse('access.session-over'));
  }

  /** Tells once, and within seconds, that a session is over, for connections that stay open. */
  over(claimed: Claimed): Observable<true> {
    const isOver = (): Promise<boolean> =>
      this.lately(claimed).then(
        () => false,
        (error: unknown) => error instanceof HttpException,
      );
    return interval(lookEvery).pipe(exhaustMap(isOver), filter(Boolean));
  }

  /** Ends a session: no token of it is taken any more, in any process. */
  signOut({ id, since }: Claimed): Promise<void> {
    return this.signedOut.add(id, new Date(since.getTime() + longestSession), this.clock.now());
  }

  /** Changes one's own password, which takes the current one; all other sessions of the account are over. */
  async changePassword(session: Session, current: string, next: string, address: string): Promise<Session> {
    await this.throttle.attempt(session.login, address, async (attempt) => {
      const right = await isPassword(current, hashIn(this.folded(await this.atHead(session.account))));
      await attempt.settle(right);
      if (!right) answered(403, () => refuse('access.current-password-wrong'));
    });
    refuseIf(current === next, 'access.password-unchanged');
    mustBeStrong(next, session.login);
    await this.accounts.changePassword(session, next);
    return this.current({ ...session, passwords: session.passwords + 1 });
  }

  private async standing(claimed: Claimed, account: CachedStream | Promise<CachedStream>): Promise<Session> {
    const isOld = this.clock.now().getTime() >= claimed.since.getTime() + longestSession;
    const [isOut, folded] = await Promise.all([isOld || this.signedOut.has(claimed.id), account]);
    const now = isOut ? null : sessionOf(this.folded(folded), claimed);
    if (now?.passwords !== claimed.passwords) return answered(401, () => refuse('access.session-over'));
    return now;
  }

  private async atHead(id: AccountId): Promise<CachedStream> {
    const at = performance.now();
    const account = await this.histories.load(streamName('account', id));
    if (account.entries.length > 0) this.seen.set(id, { account, at });
    return account;
  }

  private isFresh(id: AccountId, seen: Seen): boolean {
    return performance.now() - seen.at < known && this.isUnmoved(id, seen);
  }

  /** What this process itself has appended since makes it stale at once. */
  private isUnmoved(id: AccountId, { account }: Seen): boolean {
    return this.histories.isKept(streamName('account', id), account);
  }

  private folded({ history, entries }: CachedStream): Account {
    return withoutSpent(history.on(this.clock.today(), accountChapter), entries);
  }
}

/** What refuses, refuses at the end of a step, so that how long it took tells nothing of whose stream was read. */
async function refusedInSteps<T>(pending: Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await pending;
  } catch (error) {
    await delay(step - ((performance.now() - begun) % step));
    throw error;
  }
}

const hashIn = ({ password }: Account): string | null => password?.hash.or(null) ?? null;
