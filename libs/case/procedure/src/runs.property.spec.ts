import { expect, it } from '@jest/globals';
import { type CalendarDate, daysAfter, type EventOf, fold, Refusal } from '@lookback/kernel';
import { by, circumstancesOf, townshipCadre } from '@lookback/testing';
import { type GateKind, gateKinds, type Gates } from '@lookback/office/standards';
import fc from 'fast-check';
import { type Run, runCode } from './run.codes.js';
import { begin, complete, pass, refuseRun, sendBack, toyRuns } from './toy.fixture.js';

const some = Object.keys(gateKinds).slice(0, 5) as GateKind[];
const gate = fc.constantFrom(...some);
const of = 'exit' as const;

/** A list in which every gate stands once, some beside each other, some that may be left out. */
const list: fc.Arbitrary<Gates> = fc
  .tuple(fc.shuffledSubarray(some, { minLength: 1 }), fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 5, maxLength: 5 }))
  .map(([gates, how]) => ({
    gates: gates.map((one, i) => ({ of, gate: one, step: 1 + (how[i]?.[0] ?? 0), optional: how[i]?.[1] ?? false })),
    limits: [],
  }));
const run = fc.nat(3).map((number) => runCode(of, number));
const asked = fc.oneof(
  fc.record({ decide: fc.constant(begin), said: gate.map((one) => ({ of, gate: one })) }),
  { weight: 6, arbitrary: fc.record({ decide: fc.constant(pass), said: fc.record({ run, gate }) }) },
  fc.record({ decide: fc.constant(sendBack), said: fc.record({ run, returnTo: gate }) }),
  fc.record({ decide: fc.constant(complete), said: fc.record({ run }) }),
  fc.record({ decide: fc.constant(refuseRun), said: run.map((one) => ({ run: one, of })) }),
);

interface Said {
  readonly run: Run;
  readonly gate?: GateKind;
  readonly returnTo?: GateKind;
  readonly outcome?: string;
}

/** What stands of each run, told from the events alone, another way than the fold does. */
function standing(events: readonly EventOf[], run: Run): GateKind[] {
  const gates: GateKind[] = [];
  for (const { data } of events as readonly { data: Said }[]) {
    if (data.run !== run) continue;
    if (data.returnTo && gates.includes(data.returnTo)) gates.length = gates.indexOf(data.returnTo);
    if (data.gate) gates.push(data.gate);
  }
  return gates;
}

it('no gate stands twice in a run, all stand in the order of the list that it froze, and a complete one lacks none', () => {
  const property = fc.property(list, list, fc.array(asked, { maxLength: 60 }), (first, later, commands) => {
    let day: CalendarDate = '2020-01-01';
    let state = toyRuns.initial;
    const events: EventOf[] = [];
    const frozen = new Map<Run, Gates>();
    commands.forEach(({ decide, said }, i) => {
      day = daysAfter(day, 1);
      const now = i < 30 ? first : later; // the standard changes: runs that are open keep theirs
      const gates = 'run' in said ? (frozen.get(said.run) ?? now) : now;
      try {
        const decided = decide(state, said as never, circumstancesOf(townshipCadre, { effectiveOn: day, standards: { gates } }));
        for (const event of decided) {
          events.push(event);
          state = fold(toyRuns, [by(townshipCadre, event as never, { effectiveOn: day })], state).state;
          const { run } = event.data as Said;
          frozen.set(run, frozen.get(run) ?? gates);
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    });
    for (const [code, { passed, outcome }] of state) {
      const stands = standing(events, code);
      expect(passed.map(({ gate: one }) => one)).toEqual(stands);
      expect(new Set(stands).size).toBe(stands.length);
      const steps = stands.map((one) => frozen.get(code)?.gates.find(({ gate: listed }) => listed === one)?.step ?? 0);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      if (outcome === 'completed')
        for (const { gate: needed, optional } of frozen.get(code)?.gates ?? []) expect(optional || stands.includes(needed)).toBe(true);
    }
    expect([...state.values()].filter(({ outcome }) => outcome === null).length).toBeLessThanOrEqual(1);
  });
  fc.assert(property, { numRuns: 500, seed: 17 });
});
