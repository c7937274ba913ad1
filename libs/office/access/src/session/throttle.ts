import { Injectable } from '@nestjs/common';
import { refuse } from '../access.rules.js';
import { answered } from '../answered.js';
import { Attempts, type Counted, type Limit } from './attempts.js';
import { networkOf } from './network.js';

/**
 * A login is one person's, a network may be a whole office's: it may fail more often, and waits shorter. A login in a network is counted
 * apart from both.
 */
const limits = {
  login: { free: 4, longest: 15 * 60 },
  network: { free: 20, longest: 60 },
  pair: { free: 4, longest: 15 * 60 },
} as const;

/** How many may be looked at in one moment, from one network and altogether: the others are told to come again. */
const atOnce = { network: 40, all: 400 } as const;
const comeAgain = 2;

/** An attempt to sign in, whose password may be looked at. */
export interface Attempt {
  /**
   * Says what it came to. Answers 429 where others' failures make it wait, and alike whether the password was right or wrong; but a right
   * one is let in all the same where the login signed in from this network within the month.
   */
  settle(right: boolean): Promise<void>;
}

/**
 * Makes guessing slow: each failure beyond the free ones doubles the wait, for the login, for the network, and for the login in the
 * network. A login in a network where it was used before waits for none but its own failures there, so that nobody locks it out from elsewhere, nor
 * by logins that nobody has. What is said does not depend on whether there is such a login.
 */
@Injectable()
export class SignInThrottle {
  private readonly inHand = new Map<string, number>();

  constructor(private readonly attempts: Attempts) {}

  /** Before a password is looked at: counts as failed until it is settled otherwise. Answers 429 with the seconds to wait. */
  async attempt<T>(login: string, address: string, looking: (attempt: Attempt) => Promise<T>): Promise<T> {
    const network = networkOf(address);
    this.enter(network);
    try {
      return await looking(await this.counted(login, network));
    } finally {
      this.leave(network);
    }
  }

  private async counted(login: string, network: string): Promise<Attempt> {
    const by = { pair: ['pair', login, network], login: ['login', login], network: ['network', network] } satisfies Record<string, Counted>;
    const [pair, ofLogin, ofNetwork] = await this.attempts.tried([limit('pair', by), limit('login', by), limit('network', by)]);
    if (pair.wait > 0) return wait(Math.max(pair.wait, ofLogin.wait, ofNetwork.wait));
    const others = Math.max(ofLogin.wait, ofNetwork.wait);
    const settle = async (right: boolean) => {
      if (others > 0 && !(right && pair.succeededAt)) wait(others);
      if (!right) return;
      const [anew, remembered] = ofLogin.wait > 0 ? [[by.pair], [by.login]] : [[by.pair, by.login], []];
      await this.attempts.succeeded({ anew, remembered, asBefore: ofNetwork.wait > 0 ? [] : [by.network] });
    };
    return { settle };
  }

  private enter(network: string): void {
    const all = [...this.inHand.values()].reduce((sum, count) => sum + count, 0);
    const here = this.inHand.get(network) ?? 0;
    if (here >= atOnce.network || all >= atOnce.all) answered(429, () => refuse('access.too-many-at-once', { seconds: comeAgain }));
    this.inHand.set(network, here + 1);
  }

  private leave(network: string): void {
    const here = (this.inHand.get(network) ?? 0) - 1;
    if (here > 0) this.inHand.set(network, here);
    else this.inHand.delete(network);
  }
}

const limit = (name: keyof typeof limits, by: Readonly<Record<keyof typeof limits, Counted>>): Limit => ({ by: by[name], ...limits[name] });

const wait = (seconds: number): never => answered(429, () => refuse('access.too-many-attempts', { seconds: Math.ceil(seconds) }));
