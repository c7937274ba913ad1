import { describe, expect, it } from '@jest/globals';
import { mapYielding, yieldToEventLoop } from './map-yielding.js';

describe('mapYielding', () => {
  it('maps in order', async () => {
    const all = Array.from({ length: 1_000 }, (_, i) => i);
    expect(await mapYielding(all, (one, i) => [one, i])).toEqual(all.map((i) => [i, i]));
  });

  it('yields to others, long before it is done', async () => {
    const waited: number[] = [];
    let made = 0;
    const making = mapYielding(Array<undefined>(1_000).fill(undefined), () => made++);
    for (let i = 0; i < 3; i++) {
      await yieldToEventLoop();
      waited.push(made);
    }
    await making;
    expect(waited.every((then, i) => then < 1_000 && then > (waited[i - 1] ?? 0))).toBe(true);
  });

  it('yields by the size of the items, where they have one', async () => {
    let mapped = 0;
    const mapping = mapYielding([150, 150, 150, 150], () => mapped++, (size) => size); // prettier-ignore
    await Promise.resolve();
    expect(mapped).toBe(2);
    await mapping;
    expect(mapped).toBe(4);
  });

  it('does not yield for a few', async () => {
    let done = false;
    void mapYielding([1, 2], (one) => one).then(() => (done = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toBe(true);
  });

  it('ends with the first item that fails', async () => {
    const made: number[] = [];
    const failing = mapYielding([1, 2, 3], (one) => {
      if (one === 2) throw new Error('two');
      made.push(one);
    });
    await expect(failing).rejects.toThrow('two');
    expect(made).toEqual([1]);
  });
});
