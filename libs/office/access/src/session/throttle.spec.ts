import { describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { Clock } from '@lookback/office/desk';
import { networkOf } from './network.js';
import { type Attempt, SignInThrottle } from './throttle.js';

/** A clock that is put forward by hand. */
class HandClock extends Clock {
  private at = Date.UTC(2020, 2, 15);
  forward(seconds: number): void {
    this.at += seconds * 1000;
  }
  now = () => new Date(this.at);
  today = () => '2020-03-15' as const;
}

const secondsToWait = (attempt: () => Attempt): number => {
  try {
    attempt();
    return 0;
  } catch (error) {
    if (!(error instanceof HttpException) || error.getStatus() !== 429) throw error;
    return (error.getResponse() as { facts: { seconds: number } }).facts.seconds;
  }
};

describe('the throttle', () => {
  const clock = new HandClock();
  const from = (throttle: SignInThrottle, login: string, address: string) => secondsToWait(() => throttle.attempt(login, address));

  it('lets a login fail four times, then doubles the wait up to a quarter of an hour', () => {
    const throttle = new SignInThrottle(clock);
    const waits = Array.from({ length: 16 }, (_, i) => {
      expect(from(throttle, 'wang.fang', `10.0.0.${i}`)).toBe(0);
      const wait = from(throttle, 'wang.fang', `10.0.1.${i}`);
      clock.forward(wait);
      return wait;
    });
    expect(waits[0]).toBe(0);
    expect(waits.slice(2)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('lets an address fail twenty times over whatever logins', () => {
    const throttle = new SignInThrottle(clock);
    const waits = Array.from({ length: 22 }, (_, i) => from(throttle, `login${i}`, '2001:db8:0:7::1'));
    expect(waits.slice(0, 21)).toEqual(Array.from({ length: 21 }, () => 0));
    expect(waits[21]).toBe(1);
    expect(from(throttle, 'another', '2001:db8:0:7:ffff::2')).toBe(1);
    expect(from(throttle, 'another', '2001:db8:0:8::1')).toBe(0);
  });

  it('counts attempts that are under way, so that many at once gain nothing', () => {
    const throttle = new SignInThrottle(clock);
    const waits = Array.from({ length: 6 }, (_, i) => from(throttle, 'li.na', `10.0.2.${i}`));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('starts a login anew once it is signed in, and leaves the address as it was', () => {
    const throttle = new SignInThrottle(clock);
    for (let i = 0; i < 19; i++) throttle.attempt(`login${i}`, '10.0.3.1');
    for (let i = 0; i < 8; i++) throttle.attempt('li.na', '10.0.3.1').succeeded();
    expect(from(throttle, 'li.na', '10.0.3.1')).toBe(0);
    expect(from(throttle, 'li.na', '10.0.3.1')).toBe(0);
    expect(from(throttle, 'li.na', '10.0.3.1')).toBe(1);
  });
});

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7'],
    ['2001:DB8::7:1:2:3', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
