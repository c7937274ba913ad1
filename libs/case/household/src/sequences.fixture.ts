import { expect, it } from '@jest/globals';
import { asOf, type CalendarDate, daysAfter, type EntryId, everything, fourEyesEvents as did, History, isAmendment, type Owner, Quoted, type Recorded, sealedTo } from '@lookback/kernel'; // prettier-ignore
import fc from 'fast-check';
import { household } from './household.js';
import { first } from './random-commands.fixture.js';
import { lived, lives } from './whole-lives.fixture.js';

const answer = { dueOn: first, level: null };
const reason = sealedTo('household-1' as Owner)('填错了');

interface Pick {
  readonly of: number;
  readonly other: number;
  readonly kind: number;
  readonly day: number;
}
const picks = fc.array(
  fc.record({ of: fc.nat({ max: 999 }), other: fc.nat({ max: 999 }), kind: fc.nat({ max: 9 }), day: fc.nat({ max: 30 }) }),
  { maxLength: 40, size: 'max' },
);

/** What is said next: something of a life, whatever came before it; a report of it; a correction or a striking-out; or an answer, the right one mostly. */
function next(life: readonly Recorded[], before: readonly Recorded[], { of, other, kind }: Pick) {
  const among = (some: readonly Recorded[], nth: number) => some[nth % (some.length || 1)];
  const said = among(life, of) as Recorded;
  const [original, proposed] = [
    among(
      before.filter((entry) => !isAmendment(entry)),
      other,
    ),
    among(
      before.filter(({ type }) => /Proposed$/.test(type)),
      other,
    ),
  ];
  if (kind === 4) return did.reportProposed({ event: new Quoted(said), answer });
  if (kind < 4 || !original) return { type: said.type, data: said.data };
  const same = life.find(({ type }, i) => type === original.type && i >= of % life.length) ?? original;
  const wanted = of % 3 === 0 ? null : { event: new Quoted(same), effectiveOn: daysAfter(first, of % 30), authority: null, evidence: [] };
  if (kind < 7 || !proposed) return did.correctionProposed({ original: original.id, supersedes: original.id, wanted, reason, answer });
  const proposal = proposed.id;
  if (of % 5 === 0) return did.correctionDeclined({ proposal, reason });
  if (proposed.type === 'ReportProposed') return did.reportConfirmed({ proposal });
  return (proposed.data as { wanted: unknown }).wanted === null ? did.entryRetracted({ proposal }) : did.entryCorrected({ proposal });
}

/** What may stand in a household’s stream: a life in any order, with reports, corrections and answers. */
export const sequences = fc.tuple(lives, picks).map(([life, some]): Recorded[] => {
  const { history } = lived(life);
  return some.reduce<Recorded[]>((before, pick, i) => {
    const { by, recordedAt } = history[pick.of % history.length] as Recorded;
    const effectiveOn: CalendarDate = daysAfter(first, pick.day);
    const place = { id: `s-${String(i + 1)}` as EntryId, revision: i + 1, position: i + 1, recordedAt };
    return [...before, { ...next(history, before, pick), ...place, by: { ...by, effectiveOn } }];
  }, []);
});

/** Whatever stands in a household's stream, in whatever order: it folds, and entry by entry to the same as at once. */
export function anySequenceFolds(runs: number): void {
  it(`any of ${String(runs)} sequences of what a household says, with corrections, reports and answers, folds entry by entry as at once`, () => {
    const met = { entries: 0, inapplicable: 0, amended: 0 };
    fc.assert(
      fc.property(sequences, fc.nat({ max: 30 }), (sequence, day) => {
        const growing = new History();
        for (const entry of sequence) {
          growing.take([entry]);
          growing.folded(household);
        }
        const { state, inapplicable, entries } = asOf(household, sequence, everything);
        expect(growing.folded(household)).toEqual({ state, inapplicable });
        const effective = daysAfter(first, day);
        expect(growing.on(effective, household)).toEqual(asOf(household, sequence, { ...everything, effective }).state);
        met.entries += entries.length;
        met.inapplicable += inapplicable.length;
        met.amended += entries.filter(({ id, setBy }) => id !== setBy).length;
      }),
      { seed: 20200315, numRuns: runs },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(runs / 2);
  }, 1_200_000);
}
