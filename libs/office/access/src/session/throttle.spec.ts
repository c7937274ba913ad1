import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { Clock } from '@lookback/office/desk';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { Attempts } from './attempts.js';
import { networkOf } from './network.js';
import { Session1764374400000 } from './session.migration.js';
import { SignInThrottle } from './throttle.js';
import { TokenSecret } from './tokens.js';

/** A clock that is put forward by hand. */
class HandClock extends Clock {
  private at = Date.UTC(2020, 2, 15);
  forward(seconds: number): void {
    this.at += seconds * 1000;
  }
  now = () => new Date(this.at);
  today = () => '2020-03-15' as const;
}

let database: TestDatabase;
const secret = new TokenSecret(new Uint8Array(32).fill(7));
const clock = new HandClock();
/** As many processes as are asked for share one table. */
const process = () => new SignInThrottle(new Attempts(database.pool, secret, clock));
let throttle: SignInThrottle;

beforeAll(async () => (database = await testDatabase({ migrations: [Session1764374400000], entities: [] })));
beforeEach(async () => {
  await database.ownerPool.query('TRUNCATE session.attempt');
  throttle = process();
});
afterAll(() => database.drop());

/** Seconds to wait; 0 where the answer is the password's alone. */
async function tried(login: string, address: string, right = false, by = throttle): Promise<number> {
  try {
    await by.attempt(login, address, (attempt) => attempt.settle(right));
    return 0;
  } catch (error) {
    if (!(error instanceof HttpException) || error.getStatus() !== 429) throw error;
    return (error.getResponse() as { facts: { seconds: number } }).facts.seconds;
  }
}

async function times(count: number, trying: (nth: number) => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let nth = 0; nth < count; nth++) waits.push(await trying(nth));
  return waits;
}
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const rows = async () => (await database.ownerPool.query('SELECT FROM session.attempt')).rowCount;

describe('the throttle', () => {
  it('lets a login fail four times, then doubles the wait up to a quarter of an hour, from wherever', async () => {
    const waits = await times(16, async (nth) => {
      expect(await tried('wang.fang', `10.0.0.${nth}`)).toBe(0);
      const wait = await tried('wang.fang', `10.0.1.${nth}`);
      clock.forward(wait);
      return wait;
    });
    expect(waits.slice(0, 2)).toEqual([0, 0]);
    expect(waits.slice(2)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('lets a network fail twenty times over whatever logins, then doubles the wait up to a minute', async () => {
    expect(await times(21, (nth) => tried(`login${nth}`, '2001:db8:0:7::1'))).toEqual(zeros(21));
    const waits = await times(8, async (nth) => {
      const wait = await tried(`another${nth}`, '2001:db8:0:7:ffff::2');
      clock.forward(wait);
      expect(await tried(`third${nth}`, '2001:db8:0:7::1')).toBe(0);
      return wait;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await tried('another', '2001:db8:0:8::1')).toBe(0);
  });

  it('counts in all processes together, and after they start anew', async () => {
    const processes = [process(), process(), process()];
    const waits = await times(6, (nth) => tried('li.na', `10.0.2.${nth}`, false, processes[nth % 3]));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1]);
    expect(await tried('li.na', '10.0.3.1', false, process())).toBe(1);
  });

  it('counts attempts that are under way, so that many at once gain nothing', async () => {
    const processes = [process(), process()];
    const waits = await Promise.all(Array.from({ length: 20 }, (_, nth) => tried('li.na', `10.0.2.${nth}`, false, processes[nth % 2])));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('starts a login anew once it is signed in, and leaves the network as it was', async () => {
    await times(19, (nth) => tried(`login${nth}`, '10.0.3.1'));
    expect(await times(8, () => tried('li.na', '10.0.3.1', true))).toEqual(zeros(8));
    expect(await times(3, (nth) => tried(`other${nth}`, '10.0.3.1'))).toEqual([0, 0, 1]);
  });

  it('locks nobody out where they signed in before: neither by logins that nobody has, nor by their own from elsewhere', async () => {
    await tried('at.home', '10.0.4.1', true);
    const floods = [
      await times(40, (nth) => tried(`nobody${nth}`, '10.0.4.1')),
      await times(20, (nth) => tried('at.home', `10.0.5.${nth}`)),
    ];
    for (const waits of floods) expect(waits.at(-1)).toBeGreaterThan(0);
    expect(await tried('at.home', '10.0.4.1', true)).toBe(0);
    expect(await tried('at.home', '10.0.5.1', true)).toBeGreaterThan(0); // elsewhere a right password is not told from a wrong one
  });

  it('answers of a login that somebody has what it answers of one that nobody has', async () => {
    await tried('at.home', '10.0.4.1', true);
    clock.forward(3600);
    const both = (address: string) => async () => [await tried('at.home', address), await tried('nobody', address)] as const;
    const answers = [];
    for (let nth = 0; nth < 8; nth++) answers.push(await both('10.0.4.1')());
    await times(30, (nth) => tried(`nobody${nth}`, '10.0.4.1'));
    for (let nth = 0; nth < 4; nth++) answers.push(await both('10.0.4.1')());
    for (const [home, nobody] of answers) expect(home).toBe(nobody);
    expect(answers.flat()).toContain(0);
  });

  it('looks at no more than some at once from one network', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const looking = Array.from({ length: 40 }, (_, nth) => throttle.attempt(`login${nth}`, '10.0.6.1', () => held));
    expect(await tried('li.na', '10.0.6.1', true)).toBe(2);
    expect(await tried('li.na', '10.0.6.2', true)).toBe(0);
    go();
    await Promise.all(looking);
    expect(await tried('zhao.min', '10.0.6.3', true)).toBe(0);
  });

  it('forgets failures after an hour, and after a month that somebody signed in', async () => {
    await tried('li.na', '10.0.7.1', true);
    await times(10, (nth) => tried(`nobody${nth}`, '10.0.7.2'));
    expect(await rows()).toBe(3 + 21);
    clock.forward(2 * 3600);
    await tried('li.na', '10.0.7.1', true);
    expect(await rows()).toBe(3);
    clock.forward(32 * 86_400);
    await tried('zhao.min', '10.0.7.3', true);
    expect(await rows()).toBe(3);
  });

  it('keeps nothing that says who was tried from where', async () => {
    await tried('li.na', '10.0.8.1');
    const { rows } = await database.ownerPool.query<{ key: Buffer }>('SELECT key FROM session.attempt');
    expect(rows.map(({ key }) => key.length)).toEqual([16, 16, 16]);
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
