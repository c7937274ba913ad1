import { describe, expect, it } from '@jest/globals';
import { mapYielding } from './map-yielding.js';

describe('what is made of many, each in turn', () => {
  it('comes in their order', async () => {
    const all = Array.from({ length: 1_000 }, (_, i) => i);
    expect(await mapYielding(all, (one, i) => [one, i])).toEqual(all.map((i) => [i, i]));
  });

  it('leaves others their turn, long before it is done', async () => {
    const waited: number[] = [];
    let made = 0;
    const making = mapYielding(Array<undefined>(1_000).fill(undefined), () => made++);
    for (let i = 0; i < 3; i++) {
      await new Promise((settle) => setImmediate(settle));
      waited.push(made);
    }
    await making;
    expect(waited.every((then, i) => then < 1_000 && then > (waited[i - 1] ?? 0))).toBe(true);
  });

  it('of few comes at once', async () => {
    let done = false;
    void mapYielding([1, 2], (one) => one).then(() => (done = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toBe(true);
  });

  it('ends with the first that fails', async () => {
    const made: number[] = [];
    const failing = mapYielding([1, 2, 3], (one) => {
      if (one === 2) throw new Error('two');
      made.push(one);
    });
    await expect(failing).rejects.toThrow('two');
    expect(made).toEqual([1]);
  });
});
