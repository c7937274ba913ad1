import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Attributed, type Chapter, compose, event, type EventIn, fold, Inapplicable, ruleBook, says, step } from './index.js';

const seed = 20200315;
const runs = { seed, numRuns: 500 };

const first = event('First', 'fact', says<{ amount: number }>());
const second = event('Second', 'fact', says<{ amount: number }>());
const third = event('Third', 'fact', says<{ amount: number }>());
const kinds = { first, second, third };
type Toy = EventIn<typeof kinds>;
const { inapplicable } = ruleBook({ 'toy.full': { kind: 'sense', en: 'It is full.', zh: '已满。' } });

/** Takes what it is told until it would hold more than `limit`. */
const holds = (so: number, amount: number, limit: number) => (so + amount > limit ? inapplicable('toy.full') : so + amount);

/** Of three chapters each event but one is known to two, and each refuses at another height. */
const low: Chapter<number, Exclude<Toy, { type: 'Third' }>> = {
  initial: 0,
  evolve: { First: (so, { amount }) => holds(so, amount, 12), Second: (so, { amount }) => holds(so, amount, 12) },
};
const middle: Chapter<number, Exclude<Toy, { type: 'First' }>> = {
  initial: 0,
  evolve: { Second: (so, { amount }) => holds(so, amount, 9), Third: (so, { amount }) => holds(so, amount, 9) },
};
const high: Chapter<number, Extract<Toy, { type: 'Second' }>> = {
  initial: 0,
  evolve: { Second: (so, { amount }) => holds(so, amount, 7) },
};
const apart = { low, middle, high };
type State = { readonly [Name in keyof typeof apart]: number };

const by: Attributed['by'] = {
  effectiveOn: '2020-03-15',
  mode: 'act',
  recordedBy: { process: 'setup' },
  reads: [],
  evidence: [],
  breaches: [],
};
const histories = fc.array(
  fc
    .tuple(fc.constantFrom('first', 'second', 'third'), fc.integer({ min: 0, max: 4 }))
    .map(([kind, amount]): Attributed<Toy> => ({ ...kinds[kind]({ amount }), by })),
  { maxLength: 12 },
);

/** The rule, said again: every chapter is asked, and the whole moves where all take it. */
function naively(history: readonly Attributed<Toy>[]) {
  let state: State = { low: 0, middle: 0, high: 0 };
  let skipped = 0;
  for (const entry of history) {
    const next = { low: step(low, state.low, entry), middle: step(middle, state.middle, entry), high: step(high, state.high, entry) };
    if (Object.values(next).some((part) => part instanceof Inapplicable)) skipped += 1;
    else state = next as State;
  }
  return { state, skipped };
}

const folded = (history: readonly Attributed<Toy>[], chapters: typeof apart) => {
  const { state, skipped } = fold(compose(chapters), history);
  return { state, skipped: skipped.length };
};

describe('chapters that know the same events', () => {
  it('move all on an event, or none', () => {
    let met = 0;
    fc.assert(
      fc.property(histories, (history) => {
        const { state, skipped } = folded(history, apart);
        met += skipped;
        expect({ state, skipped }).toEqual(naively(history));
      }),
      runs,
    );
    expect(met).toBeGreaterThan(100);
  });

  it('come to the same whole in whatever order they are named', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(folded(history, { high, low, middle })).toEqual(folded(history, apart));
      }),
      runs,
    );
  });

  it('are each where they would be alone, after the entries that count for the whole', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { state, skipped } = fold(compose(apart), history);
        const left = new Set(skipped.map(([entry]) => entry));
        const counting = history.filter((entry) => !left.has(entry));
        expect(state).toEqual({
          low: fold(low, counting).state,
          middle: fold(middle, counting).state,
          high: fold(high, counting).state,
        });
      }),
      runs,
    );
  });

  it('change nothing of the state that one of them refuses', () => {
    const whole = compose(apart);
    const full = { low: 0, middle: 0, high: 7 };
    expect(step(whole, full, { ...second({ amount: 1 }), by })).toBeInstanceOf(Inapplicable);
    expect(full).toEqual({ low: 0, middle: 0, high: 7 });
  });
});
