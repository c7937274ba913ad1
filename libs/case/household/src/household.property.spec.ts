import { describe, expect, it } from '@jest/globals';
import { TakeOverHousehold } from '@lookback/case/identification';
import { asOf, daysAfter, erased, everything, type Recorded } from '@lookback/kernel';
import fc from 'fast-check';
import { household, slices } from './household.js';
import { asks, first, lines, ran, start } from './random-commands.fixture.js';

const seed = 20200315;

function census(history: readonly Recorded[]) {
  const { state, inapplicable } = asOf(household, history, everything);
  const members = state.identification?.members ?? [];
  const numbers = members.map(({ citizenNumber }) => citizenNumber?.value).filter((value) => value !== erased);
  const heads = members.filter(({ relation: is }) => is === 'head').length;
  return { heads, twice: numbers.length - new Set(numbers).size, inapplicable: inapplicable.map(({ why }) => why.rule) };
}

describe('a household of whom anything is asked', () => {
  it('in the order in which it happened, keeps one head, no number twice, and nothing that does not fit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(asks, (asked) => {
        const { history, refused } = ran(asked, false, (so) => {
          expect(census(so)).toEqual({ heads: 1, twice: 0, inapplicable: [] });
        });
        for (const { type } of history) seen.add(type);
        for (const rule of refused) seen.add(rule);
      }),
      { seed, numRuns: 300 },
    );
    const met = ['MemberJoined', 'MemberLeft', 'HeadChanged', 'IncomeAssessed', 'GuaranteeChecked', 'CauseReclassified', 'HomeVisited'];
    const refused = [
      'citizen-number-twice',
      'one-head',
      'head-cannot-leave',
      'member-absent',
      'old-head-needs-relation',
      'already-on-record',
    ];
    expect([...seen]).toEqual(expect.arrayContaining([...met, ...refused.map((rule) => `identification.${rule}`)]));
  });

  it('in any order, has one head at most, and nothing that does not fit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(asks, (asked) => {
        const { refused } = ran(asked, true, (so) => {
          const { heads, inapplicable } = census(so);
          expect(heads).toBeLessThanOrEqual(1);
          expect(inapplicable).toEqual([]);
        });
        for (const rule of refused) seen.add(rule);
      }),
      { seed, numRuns: 300 },
    );
    expect(seen).toContain('desk.leaves-inapplicable');
  });

  it('can be looked at on any day, as known at any position', () => {
    fc.assert(
      fc.property(asks, fc.array(fc.record({ on: fc.integer({ min: -2, max: 22 }), known: fc.nat({ max: 60 }) })), (asked, moments) => {
        const { history } = ran(asked, true, () => undefined);
        for (const { on, known } of moments) {
          const { state } = asOf(household, history, { effective: daysAfter(first, on), known });
          expect(state.identification === null).toBe(on < 0 || known < 1);
        }
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('a household', () => {
  const { state: whole } = asOf(household, [start], everything);

  it('lies in its village, and in the one of the list that brings it', () => {
    const opening = TakeOverHousehold.from({ village: '610528100200' } as TakeOverHousehold);
    expect(household.regionsOf(household.initial, opening)).toEqual(['610528100200']);
    expect(household.regionsOf(household.initial)).toEqual([]);
    expect(household.regionsOf(whole)).toEqual(['610426101200']);
  });

  it('is opened by a list or without one, and asked each thing under a path of its own', () => {
    expect(household.routes.filter(({ opens }) => opens).map(({ path, command, fromList }) => [path, command.name, fromList])).toEqual([
      ['take-over-household', 'TakeOverHousehold', true],
      ['open-household', 'OpenHousehold', false],
    ]);
    const paths = lines.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('holds the events of every chapter', () => {
    expect(
      slices
        .flatMap(({ events }) => Object.values(events))
        .map(({ type }) => type)
        .sort(),
    ).toEqual(Object.keys(household.evolve).sort());
  });
});
