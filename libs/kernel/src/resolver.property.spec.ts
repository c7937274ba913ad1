import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asOf,
  byEffect,
  type Chapter,
  type EventOf,
  everything,
  fold,
  History,
  type Moment,
  type Recorded,
  resolve,
  fourEyesRules,
  Inapplicable,
} from './index.js';
import { naivelyResolved } from './naive-resolver.fixture.js';
import { answer, dayIn, entry, histories, id, moments, plainHistories, reason, toy } from './random-histories.fixture.js';
import { correctionProposed, entryRetracted } from './four-eyes.events.js';

const seed = 20200315;
type Entry = Pick<Recorded, 'id' | 'type' | 'data' | 'by' | 'revision'> & { readonly setBy: string };

const shown = ({ id, type, data, by, revision, setBy }: Entry) => ({ id, type, data, by, revision, setBy });
const named = ({ entry, why }: { entry: string; why: Inapplicable }) => ({ entry, rule: why.rule });

/** Rule 5, said again: an entry that does not fit leaves the state as it was, and is listed. */
function naivelyFolded(entries: readonly Entry[]) {
  let state = toy.initial;
  const inapplicable: { entry: string; rule: string }[] = [];
  for (const { id, type, data, by } of entries) {
    const evolve = toy.evolve[type as keyof typeof toy.evolve] as (
      s: typeof state,
      d: unknown,
      by: Recorded['by'],
    ) => typeof state | Inapplicable;
    const next = evolve(state, data, by);
    if (next instanceof Inapplicable) inapplicable.push({ entry: id, rule: next.rule });
    else state = next;
  }
  return { state, inapplicable };
}

function bothWays(history: readonly Recorded[], moment: Moment) {
  const { entries, inapplicable } = naivelyResolved(history, moment.effective, moment.known);
  const folded = naivelyFolded(entries);
  const found = asOf(toy, history, moment);
  return {
    expected: { entries: entries.map(shown), inapplicable: [...inapplicable, ...folded.inapplicable], state: folded.state },
    resolved: { entries: found.entries.map(shown), inapplicable: found.inapplicable.map(named), state: found.state },
  };
}

/** What a run of the property has met, so that a generator that dries up is seen. */
function tally() {
  const met = new Map<string, number>();
  const count = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  return {
    met,
    take: ({ lines, inapplicable }: ReturnType<typeof naivelyResolved>) => {
      if (lines.some((line) => line.includes('EntryRetracted'))) count('retracted');
      if (lines.some((line) => line.filter((type) => type === 'EntryCorrected').length > 1)) count('corrected again');
      if (lines.some((line) => line.lastIndexOf('EntryCorrected') > line.indexOf('EntryRetracted') && line.includes('EntryRetracted')))
        count('revived');
      new Set(inapplicable.map(({ rule }) => rule)).forEach(count);
    },
  };
}

describe('the resolver', () => {
  const runs = 10_000;
  const { met, take } = tally();

  it('equals the naive one on ten thousand random histories with late facts, corrections, corrections of corrections and retractions', () => {
    fc.assert(
      fc.property(histories, moments, (history, moment) => {
        for (const at of [moment, everything]) {
          const { expected, resolved } = bothWays(history, at);
          expect(resolved).toEqual(expected);
        }
        take(naivelyResolved(history, everything.effective, everything.known));
      }),
      { numRuns: runs, seed },
    );
  });

  it.each(['retracted', 'corrected again', 'revived', ...Object.keys(fourEyesRules)])('met %s in one history of fifty at least', (what) => {
    expect(met.get(what)).toBeGreaterThan(runs / 50);
  });
});

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
      { numRuns: 1_000, seed },
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
      { numRuns: 1_000, seed },
    );
  });
});

describe('its laws', () => {
  const check = <Given>(law: fc.IPropertyWithHooks<Given>) => {
    fc.assert(law, { numRuns: 1_000, seed });
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
