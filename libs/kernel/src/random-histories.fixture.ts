import fc from 'fast-check';
import {
  type Attribution,
  type CalendarDate,
  type Chapter,
  type Code,
  daysAfter,
  type Digest,
  type DocumentNumber,
  type EntryId,
  event,
  type EventIn,
  type EventOf,
  type HouseholdId,
  type MemberId,
  type Moment,
  type Owner,
  Quoted,
  type Recorded,
  ruleBook,
  says,
  sealedTo,
  type UnitId,
  type PersonId,
} from './index.js';
import * as told from './four-eyes.events.js';

/* A toy subject with its own kinds of events, and histories of it in which everything that can be asked of a second person goes wrong too. */

export const opened = event('Opened', 'fact', says<{ amount: number }>());
export const found = event('Found', 'fact', says<{ problem: number; amount: number }>());
export const closed = event('Closed', 'fact', says<{ problem: number }>());
type ToyEvent = EventIn<{ opened: typeof opened; found: typeof found; closed: typeof closed }>;

const { inapplicable } = ruleBook({ 'toy.problem-absent': { kind: 'sense', en: 'No problem {problem}.', zh: '没有问题 {problem}。' } });

interface Toy {
  readonly trail: readonly number[];
  readonly problems: Readonly<Record<number, number>>;
}

/** Its state depends on the order of what happened, and a problem that was never found cannot be closed. */
export const toy: Chapter<Toy, ToyEvent> = {
  initial: { trail: [], problems: {} },
  evolve: {
    Opened: (state, { amount }) => ({ ...state, trail: [...state.trail, amount] }),
    Found: (state, { problem, amount }) => ({ ...state, problems: { ...state.problems, [problem]: amount } }),
    Closed: (state, { problem }) =>
      problem in state.problems ? { ...state, trail: [...state.trail, -problem] } : inapplicable('toy.problem-absent', { problem }),
  },
};

const firstDay: CalendarDate = '2020-01-01';
const lastDay = 12; // few days, so that many entries share one
export const reason = sealedTo('household-1' as Owner)('');
export const answer = { dueOn: firstDay, level: null };

export const dayIn = (nth: number): CalendarDate => daysAfter(firstDay, nth);
export const id = (nth: number | string) => `e${nth}` as EntryId;

const householder = { household: 'h-1' as HouseholdId, member: 'm-1' as MemberId, how: 'thumb-print' as Code<'sign-method'> };
const breach = { rule: 'toy.guard' as Code<'rule'>, facts: { amount: 1 } };

const attribution = (nth: number, effectiveOn: CalendarDate): Attribution => ({
  effectiveOn,
  mode: nth % 4 === 0 ? 'report' : 'act',
  actedBy:
    nth % 5 === 0
      ? householder
      : { person: `p-${nth % 3}` as PersonId, post: 'cadre' as Code<'post'>, unit: 'u-1' as UnitId, level: 'township' },
  recordedBy: { process: 'setup' },
  reads: [],
  evidence: [],
  breaches: nth % 4 === 0 ? [breach] : [],
  ...(nth % 7 === 0 && { correlationId: id(1), causationId: id(nth - 1) }),
});

/** The nth entry of a stream whose entries lie `apart` positions apart in the log. */
export const entry = (nth: number, effectiveOn: CalendarDate, what: EventOf, position = nth): Recorded => ({
  ...what,
  id: id(nth),
  revision: nth,
  position,
  recordedAt: new Date(Date.UTC(2021, 0, 1, 0, 0, position)),
  by: attribution(nth, effectiveOn),
});

const day = fc.nat({ max: lastDay }).map(dayIn);
const toyEvent: fc.Arbitrary<ToyEvent> = fc.oneof(
  fc.record({ amount: fc.nat({ max: 9 }) }).map(opened),
  fc.record({ problem: fc.nat({ max: 2 }), amount: fc.nat({ max: 9 }) }).map(found),
  fc.record({ problem: fc.nat({ max: 2 }) }).map(closed),
);
const pick = fc.nat({ max: 999 });
/** By when and from which level a proposal is answered: facts, of which the resolver knows nothing. */
const answerNeeded = fc.record({ dueOn: day, level: fc.constantFrom(null, 'township' as const, 'county' as const) });
const authority = fc.option(fc.constant({ kind: 'document', number: 'D-1' as DocumentNumber } as const));
const evidence = fc.array(fc.constant('d1' as Digest), { maxLength: 1 });

/** What the next entry says, given the history so far: it refers to what is there, mostly. */
type Step = (history: readonly Recorded[]) => EventOf;
const among = (entries: readonly Recorded[], nth: number): EntryId => entries[nth % entries.length]?.id ?? id('unknown');
const ofType = (history: readonly Recorded[], ...types: string[]) => history.filter(({ type }) => types.includes(type));

const facts: fc.Arbitrary<Step> = toyEvent.map((what) => () => what);
const reports: fc.Arbitrary<Step> = fc.record({ what: toyEvent, needed: answerNeeded }).map(
  ({ what, needed }) =>
    () =>
      told.reportProposed({ event: new Quoted(what), answer: needed }),
);

const correctable = (history: readonly Recorded[]) => ofType(history, 'Opened', 'Found', 'Closed', 'ReportProposed').slice(0, 5); // few: long lines
const approvalsOf = (original: EntryId, history: readonly Recorded[]) =>
  ofType(history, 'EntryCorrected', 'EntryRetracted').filter((approval) =>
    history.some(
      (asked) =>
        asked.id === (approval.data as { proposal: EntryId }).proposal && (asked.data as { original?: EntryId }).original === original,
    ),
  );
const quotedType = ({ type, data }: Recorded) => (type === 'ReportProposed' ? (data as { event: Quoted }).event.event.type : type);

const corrections: fc.Arbitrary<Step> = fc
  .record({
    of: pick,
    stale: fc.nat({ max: 9 }),
    any: pick,
    wanted: fc.array(toyEvent, { minLength: 6, maxLength: 6 }),
    odd: fc.nat({ max: 9 }),
  })
  .chain((asked) =>
    fc.record({ asked: fc.constant(asked), effectiveOn: day, authority, evidence, strikes: fc.nat({ max: 3 }), needed: answerNeeded }),
  )
  .map(({ asked: { of, stale, any, wanted, odd }, strikes, needed, ...rest }) => (history) => {
    const originals = odd === 0 ? history : correctable(history);
    const original = among(originals, of);
    const type = originals.filter((o) => o.id === original).map(quotedType)[0];
    const what = (odd === 1 ? undefined : wanted.find((w) => w.type === type)) ?? opened({ amount: of % 10 });
    const newest = approvalsOf(original, history).at(-1)?.id ?? original;
    const supersedes = stale === 0 ? original : stale === 1 ? among(history, any) : newest;
    return told.correctionProposed({
      original,
      supersedes,
      reason,
      answer: needed,
      ...(any % 4 === 0 && { request: among(ofType(history, 'CorrectionRequested'), of) }),
      wanted: strikes === 0 ? null : { event: new Quoted(what), ...rest },
    });
  });

const answers: fc.Arbitrary<Step> = fc
  .record({ of: pick, any: pick, odd: fc.nat({ max: 11 }), no: fc.nat({ max: 5 }) })
  .map(({ of, any, odd, no }) => (history) => {
    const proposals = ofType(history, 'CorrectionProposed', 'ReportProposed');
    if (proposals.length === 0 && odd > 0) return opened({ amount: any % 10 });
    const open = proposals.filter((proposed) => !history.some((e) => (e.data as { proposal?: EntryId }).proposal === proposed.id));
    const asked = odd < 10 && open.length > 0 ? open : proposals;
    const proposal = odd === 0 ? among(history, of) : odd === 1 ? id('unknown') : among(asked, of);
    const { type, data } = history.find((e) => e.id === proposal) ?? { type: '', data: {} };
    const strikes = (data as { wanted?: unknown }).wanted === null;
    const yes = type === 'ReportProposed' ? told.reportConfirmed : strikes ? told.entryRetracted : told.entryCorrected;
    const declined = type === 'ReportProposed' ? told.reportDeclined : told.correctionDeclined;
    const wrong = [told.reportConfirmed, told.entryRetracted, told.entryCorrected][any % 3] ?? yes;
    return no === 0 ? declined({ proposal, reason }) : (odd === 2 ? wrong : yes)({ proposal });
  });

const requests: fc.Arbitrary<Step> = fc
  .record({ of: pick, odd: fc.nat({ max: 5 }), asks: fc.nat({ max: 3 }) })
  .map(({ of, odd, asks }) => (history) => {
    const asked = ofType(history, 'CorrectionRequested');
    if (asks === 0 || (asked.length === 0 && odd > 0))
      return told.correctionRequested({ entry: odd === 0 ? null : among(history, of), words: reason, dueOn: firstDay });
    return told.correctionRequestAnswered({ request: among(odd === 0 ? history : asked, of), outcome: 'not-upheld', words: reason });
  });

const step = fc.oneof(
  { weight: 8, arbitrary: facts },
  { weight: 2, arbitrary: reports },
  { weight: 2, arbitrary: requests },
  { weight: 9, arbitrary: corrections },
  { weight: 12, arbitrary: answers },
);

const recorded = (steps: readonly { says: Step; on: CalendarDate; gap: number }[]): Recorded[] =>
  steps.reduce<Recorded[]>((history, { says: what, on, gap }, i) => {
    const position = (history.at(-1)?.position ?? 0) + 1 + gap;
    return [...history, entry(i + 1, on, what(history), position)];
  }, []);

const historyOf = (steps: fc.Arbitrary<Step>) =>
  fc.array(fc.record({ says: steps, on: day, gap: fc.nat({ max: 2 }) }), { maxLength: 40, size: 'max' }).map(recorded);

/** Up to 40 entries: late facts, corrections of corrections, retractions, reports, and answers of every kind that counts for nothing. */
export const histories = historyOf(step);
/** Facts only, in whatever order of effect. */
export const plainHistories = historyOf(facts);

/** A point on the two clocks, before, within or beyond what is there. */
export const moments: fc.Arbitrary<Moment> = fc.record({ effective: day, known: fc.nat({ max: 90 }) });
