import { describe, expect, it } from '@jest/globals';
import { breachOf, collectingBreaches, Refusal, ruleBook, Inapplicable } from './index.js';

// Jest strips types unread: what must not compile is held by `npx tsc --noEmit`, which covers specs; there, to expect an error
// above a line that compiles is an error itself.

const { rules, refuse, refuseIf, inapplicable } = ruleBook({
  'roof.leaks': { kind: 'guard', en: 'Problem {problem} leaks since {day}.', zh: '自{day}起，问题{problem}漏水。' },
  'roof.absent': { kind: 'sense', en: 'There is no roof.', zh: '没有屋顶。' },
});
const facts = { problem: 'YS-1', day: '2020-03-15' };

describe('a rule book', () => {
  it('refuses by the name of the rule, with its facts and both sentences', () => {
    const refusal = refusalOf(() => {
      refuseIf(true, 'roof.leaks', facts);
    });
    expect(refusal).toMatchObject({ rule: 'roof.leaks', facts, message: 'roof.leaks: Problem YS-1 leaks since 2020-03-15.' });
    expect(refusal.in('en')).toBe('Problem YS-1 leaks since 2020-03-15.');
    expect(refusal.in('zh')).toBe('自2020-03-15起，问题YS-1漏水。');
  });

  it('refuses only if the rule is broken', () => {
    expect(() => {
      refuseIf(false, 'roof.absent');
    }).not.toThrow();
    expect(
      refusalOf(() => {
        refuseIf(true, 'roof.absent');
      }),
    ).toMatchObject({ rule: 'roof.absent', facts: {} });
  });

  it('says of an entry that it does not fit, without throwing', () => {
    const why = inapplicable('roof.leaks', facts);
    expect(why).toBeInstanceOf(Inapplicable);
    expect(why.in('zh')).toBe('自2020-03-15起，问题YS-1漏水。');
  });

  it('joins a list of facts, and knows guards from senses', () => {
    expect(inapplicable('roof.leaks', { problem: ['A', 'B'], day: 1 }).in('en')).toBe('Problem A、B leaks since 1.');
    expect(Object.entries(rules).map(([name, { kind }]) => [name, kind])).toEqual([
      ['roof.leaks', 'guard'],
      ['roof.absent', 'sense'],
    ]);
  });

  it('does not compile without a language, with differing facts, or with a kind that there is not', () => {
    // @ts-expect-error -- no Chinese
    ruleBook({ 'a.b': { kind: 'guard', en: 'No.' } });
    // @ts-expect-error -- the Chinese sentence names another fact
    ruleBook({ 'a.b': { kind: 'guard', en: 'No {one}.', zh: '无{two}。' } });
    // @ts-expect-error -- the Chinese sentence forgets a fact
    ruleBook({ 'a.b': { kind: 'guard', en: 'No {one}.', zh: '无。' } });
    // @ts-expect-error -- the English sentence forgets a fact
    ruleBook({ 'a.b': { kind: 'guard', en: 'No.', zh: '无{one}。' } });
    // @ts-expect-error -- neither guard nor sense
    ruleBook({ 'a.b': { kind: 'wish', en: 'No.', zh: '无。' } });
    expect(ruleBook({ 'a.b': { kind: 'guard', en: '{two} no {one}.', zh: '无{one}、{two}。' } }).rules).toHaveProperty(['a.b']);
  });

  it('does not compile where a rule is misspelt, or a fact forgotten or invented', () => {
    const inventive = () => [
      // @ts-expect-error -- an invented fact
      inapplicable('roof.leaks', { problem: 'YS-1', day: '2020-03-15', colour: 'red' }),
      // @ts-expect-error -- a fact for a rule that has none
      inapplicable('roof.absent', { problem: 'YS-1' }),
      // @ts-expect-error -- a forgotten fact
      inapplicable('roof.leaks', { problem: 'YS-1' }),
      // @ts-expect-error -- all forgotten
      inapplicable('roof.leaks'),
      // @ts-expect-error -- misspelt
      inapplicable('roof.leeks', facts),
      // @ts-expect-error -- misspelt
      () => refuse('roof.absence'),
      // @ts-expect-error -- a guard does not end a decision: a report collects it
      () => refuse('roof.leaks', facts),
      // @ts-expect-error -- forgotten
      () => refuseIf(true, 'roof.leaks'),
    ];
    expect(inventive()).toHaveLength(8);
  });
});

describe('what collects breaches', () => {
  const decide = (leaks: boolean, isAbsent = false) => {
    refuseIf(leaks, 'roof.leaks', facts);
    refuseIf(isAbsent, 'roof.absent');
    return 'decided';
  };

  it('gives what was decided, and every guard that was broken', () => {
    expect(collectingBreaches(() => decide(false))).toEqual({ result: 'decided', broken: [] });
    const { result, broken } = collectingBreaches(() => decide(true));
    expect([result, ...broken.map(({ rule }) => rule)]).toEqual(['decided', 'roof.leaks']);
  });

  it('lets a sense refuse as everywhere', () => {
    expect(refusalOf(() => collectingBreaches(() => decide(true, true)))).toMatchObject({ rule: 'roof.absent' });
  });

  it('is over when it returns, and when it throws', () => {
    collectingBreaches(() => decide(true));
    expect(refusalOf(() => decide(true))).toMatchObject({ rule: 'roof.leaks' });
    expect(() => collectingBreaches(() => decide(true, true))).toThrow(Refusal);
    expect(refusalOf(() => decide(true))).toMatchObject({ rule: 'roof.leaks' });
  });

  it('keeps to itself what is collected inside', () => {
    const { broken } = collectingBreaches(() => {
      expect(collectingBreaches(() => decide(true)).broken).toHaveLength(1);
    });
    expect(broken).toEqual([]);
  });

  it('keeps of a broken guard its name and its codes, days and numbers, and no words', () => {
    const { broken } = collectingBreaches(() => decide(true));
    expect(broken.map(breachOf)).toEqual([{ rule: 'roof.leaks', facts }]);
    const wordy = new Refusal('roof.leaks', { problem: { en: 'rain', zh: '雨' }, day: '2020-03-15' }, rules['roof.leaks'] as never);
    expect(() => breachOf(wordy)).toThrow('roof.leaks problem');
  });
});

function refusalOf(attempt: () => void): Refusal {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
