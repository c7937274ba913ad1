import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { masked } from './shown.js';

describe('a masked value', () => {
  it.each([
    ['610426194204158094', '610426********8094'],
    ['13900000000', '139******00'],
    ['0910766', '*****66'],
    ['12345', '***45'],
    ['1234', '****'],
    ['无', '*'],
    ['', ''],
  ])('of %s is %s', (value, shown) => {
    expect(masked(value)).toBe(shown);
  });

  it('is as long as it was, whatever is on record, and shows no more than half of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const [before, after] = [Array.from(value), Array.from(masked(value))];
        expect(after).toHaveLength(before.length);
        expect(after.filter((sign, i) => sign === before[i] && sign !== '*').length * 2).toBeLessThanOrEqual(before.length + 8);
      }),
      { seed: 20201231 },
    );
  });
});
