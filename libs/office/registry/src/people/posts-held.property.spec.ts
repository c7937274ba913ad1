import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, daysAfter, type Level, levels, type Owner, type RegionCode, sealedTo, type UnitId } from '@lookback/kernel';
import { by, countyOffice, recordedAs } from '@lookback/testing';
import fc from 'fast-check';
import * as did from './person.events.js';
import { postKinds } from './post.codes.js';
import { postsHeld } from './posts-held.js';

const first: CalendarDate = '2018-01-01';
const days = 10;
const region = '610426' as RegionCode;
const registered = by(
  countyOffice,
  did.personRegistered({ name: sealedTo('person-7' as Owner)('李伟'), phone: null, region, confirmed: true }),
  {
    effectiveOn: daysAfter(first, days), // it came on record after all of them
  },
);

interface Step {
  readonly begins: boolean;
  readonly post: 'first-secretary' | 'county-leader';
  readonly unit: 'u1' | 'u2';
  readonly level: Level;
  readonly day: number;
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    begins: fc.boolean(),
    post: fc.constantFrom('first-secretary', 'county-leader'),
    unit: fc.constantFrom('u1', 'u2'),
    level: fc.constantFrom('village', 'county'),
    day: fc.nat(days),
  }),
  { maxLength: 14 },
);

const told = ({ begins, post, unit, level, day }: Step) => {
  const event = begins ? did.posted({ post, unit: unit as UnitId, level, region }) : did.postEnded({ post, unit: unit as UnitId });
  return by(countyOffice, event, { effectiveOn: daysAfter(first, day) });
};

/** Day by day, line by line: what was begun and not ended by then. */
function naively(history: readonly Step[], until: number): string[] {
  const open = new Map<string, string>();
  for (let day = 0; day <= until; day++)
    for (const step of history.filter((one) => one.day === day)) {
      const place = `${step.post} in ${step.unit}`;
      if (!step.begins) open.delete(place);
      else if (!open.has(place)) open.set(place, `${place} at ${step.level} since ${daysAfter(first, day)}`);
    }
  return [...open.values()].sort();
}

describe('posts held on a day', () => {
  it('equal a naive scan, whatever was recorded in whatever order', () => {
    fc.assert(
      fc.property(steps, fc.nat(days), (history, day) => {
        const entries = [registered, ...history.map(told)].map(recordedAs);
        const held = postsHeld(entries, daysAfter(first, day));
        const shown = held.map(({ post, unit, level, since }) => `${post} in ${unit} at ${level} since ${since}`);
        expect([...shown].sort()).toEqual(naively(history, day));
      }),
      { seed: 20180301, numRuns: 2000 },
    );
  });

  it('stand in one order, the highest level first, whatever the order of recording', () => {
    const kinds = Object.keys(postKinds);
    fc.assert(
      fc.property(steps, (history) => {
        const held = postsHeld([registered, ...history.map(told)].map(recordedAs), daysAfter(first, days));
        const ranks = held.map(({ level, post, since, unit }) =>
          [9 - levels.indexOf(level), kinds.indexOf(post) + 10, since, unit].join('/'),
        );
        expect(ranks).toEqual([...ranks].sort());
      }),
      { seed: 20180302, numRuns: 500 },
    );
  });

  it('are none for somebody who is not on record', () => {
    expect(postsHeld([], first)).toEqual([]);
  });
});
