import { describe, expect, it } from '@jest/globals';
import {
  type Attribution,
  type Chapter,
  compose,
  event,
  type EventIn,
  type EventOf,
  fold,
  ruleBook,
  says,
  step,
  type Attributed,
} from './index.js';

const opened = event('Opened', 'fact', says<{ amount: number }>());
const paid = event('Paid', 'fact', says<{ amount: number }>());
const visited = event('Visited', 'fact', says<{ visits: number }>());
const { inapplicable } = ruleBook({ 'debt.absent': { kind: 'sense', en: 'There is no debt.', zh: '没有债务。' } });

const debt: Chapter<{ owed: number }, EventIn<{ opened: typeof opened; paid: typeof paid }>> = {
  initial: { owed: 0 },
  evolve: {
    Opened: ({ owed }, { amount }) => ({ owed: owed + amount }),
    Paid: ({ owed }, { amount }) => (owed < amount ? inapplicable('debt.absent') : { owed: owed - amount }),
  },
};
const visits: Chapter<number, EventIn<{ visited: typeof visited }>> = {
  initial: 0,
  evolve: { Visited: (so, { visits: more }) => so + more },
};

const by: Attribution = {
  effectiveOn: '2020-03-15',
  mode: 'act',
  recordedBy: { process: 'setup' },
  reads: [],
  evidence: [],
  breaches: [],
};
const told = <Event extends EventOf>(what: Event): Attributed<Event> => ({ ...what, by });

describe('a chapter', () => {
  it('folds a history', () => expect(fold(debt, [told(opened({ amount: 5 })), told(paid({ amount: 2 }))]).state).toEqual({ owed: 3 }));

  it('is left as it was by what does not fit, which is listed', () => {
    const early = told(paid({ amount: 1 }));
    const { state, skipped: listed } = fold(debt, [early, told(opened({ amount: 5 }))]);
    expect(state).toEqual({ owed: 5 });
    expect(listed.map(([entry, why]) => [entry, why.rule])).toEqual([[early, 'debt.absent']]);
  });

  it('skips the events of others', () => expect(step(debt, debt.initial, told(visited({ visits: 1 })))).toBe(debt.initial));

  it('goes on from a state', () => expect(fold(visits, [told(visited({ visits: 1 }))], 4).state).toBe(5));

  it('does not compile with a line missing (held by `npx tsc --noEmit`; Jest strips types unread)', () => {
    const { Opened } = debt.evolve;
    // @ts-expect-error -- no line for Paid
    const half: typeof debt = { initial: { owed: 0 }, evolve: { Opened } };
    expect(half.evolve).not.toHaveProperty('Paid');
  });
});

describe('chapters side by side', () => {
  const whole = compose({ debt, visits });

  it('start from the initial state of each', () => expect(whole.initial).toEqual({ debt: { owed: 0 }, visits: 0 }));

  it('fold each their own events into their own part', () => {
    const { state } = fold(whole, [told(opened({ amount: 5 })), told(visited({ visits: 2 })), told(paid({ amount: 5 }))]);
    expect(state).toEqual({ debt: { owed: 0 }, visits: 2 });
  });

  it('list what does not fit in one of them, and keep the whole', () => {
    const { state, skipped: listed } = fold(whole, [told(visited({ visits: 2 })), told(paid({ amount: 5 }))]);
    expect(state).toEqual({ debt: { owed: 0 }, visits: 2 });
    expect(listed.map(([, why]) => why.rule)).toEqual(['debt.absent']);
  });

  describe('that know one event', () => {
    const receipts: Chapter<readonly number[], EventIn<{ paid: typeof paid }>> = {
      initial: [],
      evolve: { Paid: (so, { amount }) => [...so, amount] },
    };

    it('move each their own part on it', () => {
      const { state } = fold(compose({ receipts, debt }), [told(opened({ amount: 5 })), told(paid({ amount: 2 }))]);
      expect(state).toEqual({ receipts: [2], debt: { owed: 3 } });
    });

    it.each([
      ['after', compose({ receipts, debt })],
      ['before', compose({ debt, receipts })],
    ])('leave the whole as it was where it does not fit in one of them, which is asked %s the others', (_, both) => {
      const { state, skipped: listed } = fold(both, [told(paid({ amount: 1 })), told(opened({ amount: 5 })), told(paid({ amount: 9 }))]);
      expect(state).toEqual({ receipts: [], debt: { owed: 5 } });
      expect(listed.map(([, why]) => why.rule)).toEqual(['debt.absent', 'debt.absent']);
    });

    it('do not compile with a line missing for what only one of them knows (held by `npx tsc --noEmit`)', () => {
      const both = compose({ debt, receipts });
      const { Opened, Paid } = both.evolve;
      // @ts-expect-error -- no line for Paid
      const half: typeof both = { initial: both.initial, evolve: { Opened } };
      expect([half.evolve.Opened, both.evolve.Paid]).toEqual([Opened, Paid]);
    });
  });
});
