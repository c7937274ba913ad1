import { describe, expect, it } from '@jest/globals';
import { household as typedHousehold } from '@lookback/case/household';
import { asOf, type CalendarDate, daysAfter, type EventOf, fold, type Moment, Quoted, fourEyesEvents as second } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import fc from 'fast-check';
import { anySubject } from '@lookback/office/desk';
import { difference, explained as explainedOf } from './difference.js';
import { fieldsOf, wholeNameless, written } from './fields.js';
import { changesOf } from './field-changes.js';
import { provenance } from './provenance.js';
import { corrects, entry, happened, historyOf } from './entry-narrative.fixture.js';

const household = anySubject(typedHousehold);
const runs = { seed: 20_180_630, numRuns: 60 };
const day = fc.integer({ min: 0, max: 40 }).map((days) => daysAfter('2020-01-01', days));

/** Something that happens to a household of two, and who joins it. */
const fact: fc.Arbitrary<EventOf> = fc.oneof(
  fc.integer({ min: 2, max: 4 }).map((nth) => happened.MemberJoined(nth)),
  fc.integer({ min: 1, max: 4 }).map((nth) => happened.MemberLeft(nth)),
  fc.integer({ min: 1, max: 4 }).map((nth) => happened.HeadChanged(nth)),
  fc.integer({ min: 1, max: 3 }).map((fen) => happened.IncomeAssessed(fen)),
  fc.boolean().map((met) => happened.GuaranteeChecked(met)),
  fc.constantFrom('01', '02').map((cause) => happened.CauseReclassified(cause)),
  fc.constantFrom('dry', 'wet').map((findings) => happened.HomeVisited(findings)),
);

/** Corrections and strikings-out that some of them meet: each proposed and approved at once. */
const corrections = (events: readonly EventOf[]): fc.Arbitrary<(readonly [CalendarDate, EventOf])[]> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: events.length - 1 }), day, fc.boolean()), { maxLength: 3 }).map((wanted) =>
    wanted.flatMap(([nth, on, struck], i) => {
      const proposal = events.length + 1 + 2 * i;
      const original = events[nth] as EventOf;
      const approval = { proposal: entry(proposal) };
      return [
        [on, corrects(nth + 1, struck ? null : original, on)] as const,
        [on, struck ? second.entryRetracted(approval) : second.entryCorrected(approval)] as const,
      ];
    }),
  );

const history: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(day, fact), { minLength: 1, maxLength: 14 })
  .map((facts) => [['2020-01-01', happened.HouseholdTakenOver()] as const, ...facts])
  .chain((facts) => corrections(facts.map(([, event]) => event)).map((more) => historyOf(...facts, ...more)));
const moment: fc.Arbitrary<Moment> = fc.record({ effective: day, known: fc.integer({ min: 0, max: 24 }) });

const explained = (of: readonly Entry[], at: Moment) => explainedOf(household, of, at, wholeNameless);

describe('what set a field', () => {
  it('the last entry named gives it the value that it shows, and no other entry touches it', () => {
    fc.assert(
      fc.property(history, moment, (of, at) => {
        const { entries } = asOf(household, of, at);
        const valueAfter = (upTo: number, field: string) =>
          written(fieldsOf(household.file, fold(household, entries.slice(0, upTo)).state, wholeNameless)).get(field);
        for (const [field, setBy] of provenance(household, entries)) {
          const changedAt = entries.filter((_, i) => valueAfter(i, field) !== valueAfter(i + 1, field));
          expect(setBy.map(({ id }) => id)).toEqual(changedAt.map(({ id }) => id));
          const last = entries.findIndex(({ id }) => id === setBy.at(-1)?.id);
          expect(valueAfter(last + 1, field)).toBe(valueAfter(entries.length, field));
        }
      }),
      runs,
    );
  });

  it('every field that a file shows was set by somebody', () => {
    fc.assert(
      fc.property(history, moment, (of, at) => {
        const { shown, setBy } = explained(of, at);
        for (const field of shown.keys()) if (shown.get(field)?.value !== null) expect(setBy.get(field)?.length ?? 0).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('what two moments differ in', () => {
  it('is nothing where they are one, and the same from either side', () => {
    fc.assert(
      fc.property(history, moment, moment, (of, one, other) => {
        const [a, b] = [explained(of, one), explained(of, other)];
        expect(difference(a, a)).toEqual([]);
        const there = difference(a, b).map(({ field, before, after }) => [field, before, after]);
        const back = difference(b, a).map(({ field, before, after }) => [field, after, before]);
        expect(new Set(there.map((one) => JSON.stringify(one)))).toEqual(new Set(back.map((one) => JSON.stringify(one))));
      }),
      runs,
    );
  });

  it('is each explained by entries that count at one of them only, or differently', () => {
    fc.assert(
      fc.property(history, moment, moment, (of, one, other) => {
        for (const { setBy } of difference(explained(of, one), explained(of, other))) expect(setBy.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('a report counts from its confirmation, and the difference names both', () => {
    const report = second.reportProposed({
      event: new Quoted(happened.GuaranteeChecked(true)),
      answer: { dueOn: '2020-12-31', level: null },
    });
    const confirmed = historyOf(happened.HouseholdTakenOver(), report, second.reportConfirmed({ proposal: entry(2) }));
    const at = (known: number) => explained(confirmed, { effective: '2020-12-31', known });
    const [changed, ...others] = difference(at(2), at(3));
    expect([changed?.field, changed?.setBy.map(({ id, setBy }) => [id, setBy]), others]).toEqual([
      ...['guarantees.housing', [['entry-2', 'entry-3']], []],
    ]);
  });
});

describe('when a field changed', () => {
  const field = fc.constantFrom('standing', 'income', 'causes', 'guarantees.housing', 'visits', 'members', 'members.m-2');
  const valueIn = (state: unknown, of: string) => written(fieldsOf(household.file, state, wholeNameless)).get(of);
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

  it('by what happened: at the entries that set it, each from what the one before it left', () => {
    fc.assert(
      fc.property(history, moment, field, (of, at, one) => {
        const changes = changesOf(household, of, at, { field: one, clock: 'happened' });
        const { state, entries } = asOf(household, of, at);
        expect(ids(changes.map(({ entry: by }) => by))).toEqual(ids(provenance(household, entries).get(one) ?? []));
        changes.forEach(({ before }, i) => expect(valueIn(before, one)).toBe(valueIn(changes[i - 1]?.after ?? household.initial, one)));
        expect(valueIn(changes.at(-1)?.after ?? household.initial, one)).toBe(valueIn(state, one));
      }),
      runs,
    );
  });

  it('by what was recorded: at the entries that made the day look otherwise', () => {
    fc.assert(
      fc.property(history, moment, field, (of, at, one) => {
        const seen = (known: number) => valueIn(asOf(household, of, { ...at, known }).state, one);
        const expected = of.filter(({ position }) => position <= at.known && seen(position) !== seen(position - 1));
        const changes = changesOf(household, of, at, { field: one, clock: 'recorded' });
        expect(ids(changes.map(({ entry: by }) => by))).toEqual(ids(expected));
        for (const { entry: by, after } of changes) expect(valueIn(after, one)).toBe(seen(by.position));
      }),
      runs,
    );
  });
});
