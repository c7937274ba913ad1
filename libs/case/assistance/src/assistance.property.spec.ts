import { describe, expect, it } from '@jest/globals';
import { asOf, type CalendarDate, everything, type PersonId, Refusal } from '@lookback/kernel';
import { by, circumstancesOf, recordedAs, townshipCadre } from '@lookback/testing';
import fc from 'fast-check';
import { assistance, handOverHelper, pairHelper, releaseHelper } from './assistance.decider.js';
import * as did from './assistance.events.js';
import type { AssistanceEvent } from './assistance.events.js';
import { brought, fangWei, liMin, wangGang } from './assistance.fixture.js';
import { type Assistance, isHelping } from './assistance.state.js';

const helper = fc.constantFrom(liMin, fangWei, wangGang);
const day = fc.integer({ min: 1, max: 28 }).map((n): CalendarDate => `2019-03-${String(n).padStart(2, '0') as `${number}`}`);
const told = fc.tuple(
  day,
  fc.oneof(
    helper.map((one): AssistanceEvent => did.helperPaired(one)),
    helper.map((one): AssistanceEvent => brought(one)),
    helper.map(({ person }): AssistanceEvent => did.helperReleased({ person })),
    fc.tuple(helper, helper).map(([{ person }, to]): AssistanceEvent => did.helperHandedOver({ from: person, to })),
    fc.constant<AssistanceEvent>(did.homeVisited({ place: 'home', checklist: [], findings: null, capturedAt: null })),
  ),
);
const seed = { seed: 20190301, numRuns: 400 };

/** Nobody helps twice at once, no time ends before it began, and times follow each other in the order of their first days. */
function expectSound({ helpers }: Assistance): void {
  for (const person of new Set<PersonId>(helpers.map((one) => one.person))) {
    const times = helpers.filter((one) => one.person === person);
    times.slice(0, -1).forEach(({ to }, i) => expect(to !== null && to <= (times[i + 1]?.from ?? '')).toBe(true));
  }
  for (const { from, to } of helpers) expect(to === null || from <= to).toBe(true);
  expect(helpers.map(({ from }) => from)).toEqual(helpers.map(({ from }) => from).sort());
}

describe('any sequence of entries', () => {
  it('folds, in whatever order it was recorded', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (all) => {
        const history = all.map(([effectiveOn, event], i) => recordedAs(by(townshipCadre, event, { effectiveOn }), i));
        expectSound(asOf(assistance, history, everything).state);
      }),
      seed,
    );
  });
});

const act = fc.oneof(
  helper.map((one) => (view: View) => pairHelper(view, one, circumstancesOf(townshipCadre))),
  helper.map(
    ({ person }) =>
      (view: View) =>
        releaseHelper(view, { person }, circumstancesOf(townshipCadre)),
  ),
  fc.tuple(helper, helper).map(
    ([{ person: from }, to]) =>
      (view: View) =>
        handOverHelper(view, { from, to }, circumstancesOf(townshipCadre)),
  ),
);
type View = Assistance & { readonly onRecord: boolean };

describe('any sequence of acts', () => {
  it('leaves nothing that does not fit, and a hand-over leaves no day without a helper', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), act), { maxLength: 25 }), (acts) => {
        const history: ReturnType<typeof recordedAs<AssistanceEvent>>[] = [];
        let passed = 0;
        for (const [days, ask] of acts) {
          passed += days;
          const effectiveOn = new Date(Date.UTC(2019, 0, 1 + passed)).toISOString().slice(0, 10) as CalendarDate;
          const { state } = asOf(assistance, history, everything);
          const before = state.helpers.filter(isHelping).length;
          const events = decided(() => ask({ ...state, onRecord: true }));
          for (const event of events) history.push(recordedAs(by(townshipCadre, event, { effectiveOn }), history.length));
          const after = asOf(assistance, history, everything);
          expect(after.inapplicable).toEqual([]);
          expectSound(after.state);
          if (events.some(({ type }) => type === 'HelperHandedOver')) {
            expect(after.state.helpers.filter(isHelping)).toHaveLength(before);
            expect(after.state.helpers.at(-1)?.from).toBe(after.state.helpers.find(({ to }) => to === effectiveOn)?.to);
          }
        }
      }),
      seed,
    );
  });
});

function decided(ask: () => readonly AssistanceEvent[]): readonly AssistanceEvent[] {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
