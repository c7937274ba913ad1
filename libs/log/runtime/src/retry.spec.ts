import { describe, expect, it } from '@jest/globals';
import { retry } from './retry.js';

class Unavailable extends Error {}

/** Fails with these errors, one an attempt, and then answers; `attempts` counts. */
function failing(...errors: Error[]): { ask: () => Promise<string>; readonly attempts: () => number } {
  let attempts = 0;
  const ask = () => {
    const error = errors[attempts++];
    return error ? Promise.reject(error) : Promise.resolve('answer');
  };
  return { ask, attempts: () => attempts };
}

const policy = {
  pauses: [1, 1],
  unavailable: (error: unknown) => ((error as Error).message === 'lost' ? new Unavailable('given up') : undefined),
};
const lost = () => new Error('lost');

describe('retry', () => {
  it('asks again after each pause, until there is an answer', async () => {
    const { ask, attempts } = failing(lost(), lost());
    expect(await retry(policy, ask)).toBe('answer');
    expect(attempts()).toBe(3);
  });

  it('gives up with the error of the policy when the pauses are over', async () => {
    const { ask, attempts } = failing(lost(), lost(), lost());
    await expect(retry(policy, ask)).rejects.toThrow(Unavailable);
    expect(attempts()).toBe(3);
  });

  it('passes on an error that is an answer, and does not ask again', async () => {
    for (const before of [[], [lost()], [lost(), lost()]]) {
      const { ask, attempts } = failing(...before, new Error('no'));
      await expect(retry(policy, ask)).rejects.toThrow('no');
      expect(attempts()).toBe(before.length + 1);
    }
  });
});
