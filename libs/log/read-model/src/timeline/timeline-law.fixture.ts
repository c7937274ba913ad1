import { expect } from '@jest/globals';
import { type CalendarDate, daysAfter, type Recorded } from '@lookback/kernel';
import fc from 'fast-check';
import { at, type Drawing, drawn, faults, naiveRows } from './timeline-drawn.fixture.js';

interface Law {
  readonly histories: fc.Arbitrary<readonly Recorded[]>;
  readonly drawings: readonly Drawing[];
  /** The days of which is asked: this one and so many after it. */
  readonly from: CalendarDate;
  readonly days: number;
  readonly positions: number;
}

/**
 * Of random histories, at forty random points each, registers say what the naive resolver says, without gap and overlap: late facts,
 * corrections of corrections, strikings-out, confirmed reports.
 */
export function registersFollowBothClocks(numRuns: number, { histories, drawings, from, days, positions }: Law): void {
  const point = fc.record({ day: fc.nat({ max: days }).map((nth) => daysAfter(from, nth)), known: fc.nat({ max: positions }) });
  fc.assert(
    fc.property(histories, fc.array(point, { minLength: 40, maxLength: 40 }), (history, points) => {
      for (const drawing of drawings) {
        const lanes = drawn(history, drawing);
        for (const all of lanes) expect(faults(all)).toEqual([]);
        for (const one of points) expect(lanes.map((all) => at(all, one))).toEqual(naiveRows(history, drawing, one));
      }
    }),
    { numRuns, seed: 20200315 },
  );
}
