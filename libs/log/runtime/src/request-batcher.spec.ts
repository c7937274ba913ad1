import { expect, it } from '@jest/globals';
import { yieldToEventLoop } from './map-yielding.js';
import { RequestBatcher } from './request-batcher.js';

class Unavailable extends Error {}

/** Holds back its answers until it is let go, and tells what it was asked together. */
class Slow {
  readonly asked: (readonly string[])[] = [];
  readonly batcher = new RequestBatcher<string, { key: string }>({
    ask: (keys) => this.ask(keys),
    isOfAll: (error) => error instanceof Unavailable,
  });
  isUnavailable = false;
  private waiting: (() => void)[] = [];

  async letGo(): Promise<void> {
    while (this.waiting.length === 0) await yieldToEventLoop();
    for (const go of this.waiting.splice(0)) go();
  }

  async isAsked(): Promise<void> {
    while (this.asked.length === 0) await yieldToEventLoop();
  }

  private async ask(keys: readonly string[]): Promise<{ key: string }[]> {
    this.asked.push(keys);
    await new Promise<void>((go) => this.waiting.push(go));
    if (this.isUnavailable) throw new Unavailable('unavailable');
    if (keys.includes('bad')) throw new Error('bad is forged');
    return keys.map((key) => ({ key }));
  }
}

it('asks once for all requests of one turn, and gives each its answer', async () => {
  const slow = new Slow();
  const asking = Promise.all(['a', 'b', 'a'].map((key) => slow.batcher.load(key)));
  await slow.letGo();
  const [first, other, second] = await asking;
  expect([first?.key, other?.key]).toEqual(['a', 'b']);
  expect(second).toBe(first);
  expect(slow.asked).toEqual([['a', 'b']]);
});

it('asks anew for requests that come while a batch is on its way: no answer is older than its request', async () => {
  const slow = new Slow();
  const first = slow.batcher.load('a');
  await slow.isAsked();
  const later = Promise.all(['a', 'b'].map((key) => slow.batcher.load(key)));
  await slow.letGo();
  await slow.letGo();
  expect((await later)[0]).not.toBe(await first);
  expect(slow.asked).toEqual([['a'], ['a', 'b']]);
});

it('fails only the requests for the key that is at fault', async () => {
  const slow = new Slow();
  const asking = Promise.allSettled(['a', 'bad'].map((key) => slow.batcher.load(key)));
  await slow.letGo();
  await slow.letGo();
  expect(await asking).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { message: 'bad is forged' } }]);
});

it('fails all, without asking again, where the error is of all', async () => {
  const slow = new Slow();
  slow.isUnavailable = true;
  const asking = Promise.allSettled(['a', 'b'].map((key) => slow.batcher.load(key)));
  await slow.letGo();
  expect((await asking).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(slow.asked).toHaveLength(1);
});
