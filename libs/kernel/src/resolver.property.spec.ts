import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOf, byEffect, type Chapter, type EventOf, everything, fold, History, type Recorded, resolve } from './index.js';
import { answer, dayIn, entry, histories, id, moments, plainHistories, reason, toy } from './random-histories.fixture.js';
import { correctionProposed, entryRetracted } from './four-eyes.events.js';
import { resolverEqualsTheNaiveOne } from './resolver-law.fixture.js';

const seed = 20200315;
resolverEqualsTheNaiveOne(300);

describe('a history that grows entry by entry', () => {
  const chapter = toy as unknown as Chapter<unknown, EventOf>;
  it('says at every length what is resolved at once, of everything and of a day', () => {
    fc.assert(
      fc.property(histories, moments, (history, { effective }) => {
        const growing = new History();
        history.forEach((entry, i) => {
          growing.take([entry]);
          const whole = asOf(toy, history.slice(0, i + 1), everything);
          const { state, inapplicable } = growing.folded(chapter);
          expect({ entries: growing.entries, state, inapplicable }).toEqual({ ...whole });
          expect(growing.on(effective, chapter)).toEqual(asOf(toy, history.slice(0, i + 1), { ...everything, effective }).state);
        });
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('an event that counts on every day', () => {
  const always: Chapter<unknown, EventOf> = { ...(toy as unknown as Chapter<unknown, EventOf>), onEveryDay: ['Found'] };
  it('goes before all others, whatever day it states; of these the day decides; and a history that grows says the same', () => {
    fc.assert(
      fc.property(histories, moments, (history, moment) => {
        const { entries: all } = resolve(history, { ...moment, effective: everything.effective });
        const others = all.filter(({ type, by }) => type !== 'Found' && by.effectiveOn <= moment.effective);
        const expected = [...all.filter(({ type }) => type === 'Found'), ...others];
        const found = asOf(always, history, moment);
        expect([found.entries, found.state]).toEqual([expected, fold(always, expected).state]);
        const growing = new History();
        for (const entry of history.filter(({ position }) => position <= moment.known)) {
          growing.take([entry]);
          growing.folded(always);
        }
        const whole = asOf(always, history, { ...moment, effective: everything.effective });
        expect(growing.folded(always)).toEqual({ state: whole.state, inapplicable: whole.inapplicable });
        expect(growing.on(moment.effective, always)).toEqual(found.state);
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('its laws', () => {
  const check = <Given>(law: fc.IPropertyWithHooks<Given>) => {
    fc.assert(law, { numRuns: 300, seed });
  };

  it('resolves any sequence of entries, however shuffled, repeated or cut short', () => {
    const scraps = histories.chain((history) =>
      fc.array(fc.constantFrom(...history, entry(99, '2020-01-05', { type: 'Elsewhere', data: {} }))),
    );
    check(fc.property(scraps, moments, (history, moment) => void asOf(toy, history, moment)));
  });

  it('forgets what came after the position: known = R equals the history cut at R', () => {
    check(
      fc.property(histories, moments, (history, { effective, known }) => {
        const cut = history.filter((e) => e.position <= known);
        expect(asOf(toy, history, { effective, known })).toEqual(asOf(toy, cut, { ...everything, effective }));
      }),
    );
  });

  it('is the plain fold where no second person speaks and everything is told in order', () => {
    check(
      fc.property(plainHistories, (unordered) => {
        const days = unordered.map(({ by }) => by.effectiveOn).sort();
        const inOrder = unordered.map((e, i) => ({ ...e, by: { ...e.by, effectiveOn: days[i] ?? e.by.effectiveOn } }));
        expect(asOf(toy, inOrder, everything).state).toEqual(fold(toy, inOrder).state);
      }),
    );
  });

  it('gives the initial state once everything is struck out', () => {
    check(
      fc.property(histories, moments, (history, { effective }) => {
        const resolved = asOf(toy, strickenOut(history), { ...everything, effective });
        expect(resolved.entries).toEqual([]);
        expect(resolved.state).toEqual(toy.initial);
      }),
    );
  });

  it('gives its entries in order of effect, each once, and none after the day', () => {
    check(
      fc.property(histories, moments, (history, moment) => {
        const { entries } = resolve(history, moment);
        expect([...entries].sort(byEffect)).toEqual(entries);
        expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length);
        expect(entries.every((e) => e.by.effectiveOn <= moment.effective)).toBe(true);
      }),
    );
  });
});

/** The history, and after it for each entry that counts a proposal to strike it out, approved. */
function strickenOut(history: readonly Recorded[]): readonly Recorded[] {
  const counting = resolve(history, everything).entries;
  const end = history.at(-1) ?? { revision: 0, position: 0, by: { effectiveOn: '2020-01-01' as const } };
  return counting.reduce<readonly Recorded[]>((longer, { id: original, setBy, revision }, i) => {
    const own = history.find((e) => e.id === setBy)?.type === 'ReportConfirmed' ? original : setBy;
    const nth = end.revision + 2 * i + 1;
    const proposed = correctionProposed({ original, supersedes: own, wanted: null, reason, answer });
    const [a, b] = [proposed, entryRetracted({ proposal: id(nth) })];
    const position = end.position + 2 * i + 1;
    return [...longer, entry(nth, dayIn(revision), a, position), entry(nth + 1, dayIn(0), b, position + 1)];
  }, history);
}
