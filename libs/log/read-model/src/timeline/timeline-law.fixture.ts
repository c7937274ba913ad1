import { expect } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, histories } from '../../../../kernel/src/random-histories.fixture.js';
import { at, drawn, faults, naiveRows } from './timeline-drawn.fixture.js';

const moments = fc.array(fc.record({ day: fc.nat({ max: 13 }).map(dayIn), known: fc.nat({ max: 90 }) }), { minLength: 40, maxLength: 40 });

/** Of random histories, forty random points each: late facts, corrections of corrections, strikings-out, confirmed reports. */
export function registersFollowBothClocks(numRuns: number): void {
  fc.assert(
    fc.property(histories, moments, (history, points) => {
      drawn(history).forEach((all, lane) => {
        expect(faults(all)).toEqual([]);
        for (const point of points) expect(at(all, point)).toEqual(naiveRows(history, lane, point));
      });
    }),
    { numRuns, seed: 20200315 },
  );
}
