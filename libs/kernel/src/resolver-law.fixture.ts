import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOf, everything, fourEyesRules, Inapplicable, type Moment, type Recorded } from './index.js';
import { naivelyResolved } from './naive-resolver.fixture.js';
import { histories, moments, toy } from './random-histories.fixture.js';

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
    take: (history: readonly Recorded[], { entries, lines, inapplicable }: ReturnType<typeof naivelyResolved>) => {
      const typeOf = (id: string) => history.find((entry) => entry.id === id)?.type;
      const reports = entries.filter(({ id }) => typeOf(id) === 'ReportProposed');
      if (reports.length > 0) count('reported');
      if (reports.some(({ setBy }) => typeOf(setBy) === 'EntryCorrected')) count('a report corrected');
      for (const declined of ['ReportDeclined', 'CorrectionDeclined'])
        if (history.some(({ id, type }) => type === declined && inapplicable.every(({ entry }) => entry !== id))) count(declined);
      if (lines.some((line) => line.includes('EntryRetracted'))) count('retracted');
      if (lines.some((line) => line.filter((type) => type === 'EntryCorrected').length > 1)) count('corrected again');
      if (lines.some((line) => line.lastIndexOf('EntryCorrected') > line.indexOf('EntryRetracted') && line.includes('EntryRetracted')))
        count('revived');
      new Set(inapplicable.map(({ rule }) => rule)).forEach(count);
    },
  };
}

const kinds = ['retracted', 'corrected again', 'revived', 'reported', 'a report corrected', 'ReportDeclined', 'CorrectionDeclined'];

/** The law of the resolver, on so many random histories: late facts, corrections of corrections, retractions, reports, and answers of every kind. */
export function resolverEqualsTheNaiveOne(runs: number): void {
  describe('the resolver', () => {
    const { met, take } = tally();

    it(`equals the naive one on ${String(runs)} random histories, on both clocks`, () => {
      fc.assert(
        fc.property(histories, moments, (history, moment) => {
          for (const at of [moment, everything]) {
            const { expected, resolved } = bothWays(history, at);
            expect(resolved).toEqual(expected);
          }
          take(history, naivelyResolved(history, everything.effective, everything.known));
        }),
        { numRuns: runs, seed },
      );
    }, 600_000);

    it.each([...kinds, ...Object.keys(fourEyesRules)])('met %s in one history of fifty at least', (what) => {
      expect(met.get(what)).toBeGreaterThanOrEqual(runs / 50);
    });
  });
}
