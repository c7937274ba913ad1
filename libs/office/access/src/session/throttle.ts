import { Injectable } from '@nestjs/common';
import { Clock } from '@lookback/office/desk';
import { LRUCache } from 'lru-cache';
import { refuse } from '../access.rules.js';
import { answered } from '../answered.js';
import { networkOf } from './network.js';

interface Failures {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly waitUntil: number;
}

/** How often one may fail before one has to wait: a login is one person's, an address may be a whole office's. */
const free = { login: 4, address: 20 } as const;
const longestWait = 15 * 60_000;
const remembered = { max: 20_000, ttl: 60 * 60_000 };

/** What an attempt to sign in came to. */
export interface Attempt {
  /** The password was right: the login starts anew, the address is where it was before. */
  succeeded(): void;
}

/**
 * Makes guessing slow: each failure beyond the free ones doubles the wait, from a second to a quarter of an hour, for the login
 * and for the address. Kept in the memory of this process, for the 20,000 that failed last, and forgotten after an hour.
 */
@Injectable()
export class SignInThrottle {
  private readonly logins = new LRUCache<string, Failures>(remembered);
  private readonly addresses = new LRUCache<string, Failures>(remembered);

  constructor(private readonly clock: Clock) {}

  /**
   * Before a password is looked at: it counts as failed until it is said to have succeeded, so that many at once gain nothing.
   * Answers 429 with the seconds to wait.
   */
  attempt(login: string, address: string): Attempt {
    const network = networkOf(address);
    const [byLogin, byAddress] = [this.logins.get(login) ?? none, this.addresses.get(network) ?? none];
    const wait = Math.max(byLogin.waitUntil, byAddress.waitUntil) - this.clock.now().getTime();
    if (wait > 0) return answered(429, () => refuse('access.too-many-attempts', { seconds: Math.ceil(wait / 1000) }));
    this.logins.set(login, this.failed(byLogin, free.login));
    this.addresses.set(network, this.failed(byAddress, free.address));
    return {
      succeeded: () => {
        this.logins.delete(login);
        const { count } = this.addresses.get(network) ?? none;
        this.addresses.set(network, { count: Math.max(0, count - 1), waitUntil: 0 });
      },
    };
  }

  private failed({ count }: Failures, freely: number): Failures {
    const beyond = count + 1 - freely;
    const wait = beyond > 0 ? Math.min(longestWait, 1000 * 2 ** (beyond - 1)) : 0;
    return { count: count + 1, waitUntil: this.clock.now().getTime() + wait };
  }
}

const none: Failures = { count: 0, waitUntil: 0 };
