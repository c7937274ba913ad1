import { describe, expect, it } from '@jest/globals';
import {
  History,
  asOf,
  byEffect,
  type CalendarDate,
  Catalogue,
  type CommandContext,
  daysAfter,
  type EventOf,
  everything,
  type Holder,
  holderIn,
  type Recorded,
  Refusal,
  type RegionCode,
} from '@lookback/kernel';
import { anySubject, byRegion, CommandDecider, type Subject } from '@lookback/office/desk';
import { accountOf, circumstancesOf, recordedAs } from '@lookback/testing';
import fc from 'fast-check';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { rectification } from './rectification.evolve.js';
import { rectificationRoutes } from './rectification.routes.js';
import * as of from './rectification.fixture.js';
import type { RectificationView } from './rectification.state.js';

const seed = 4;
const first: CalendarDate = '2020-01-01';
const decided = new CommandDecider(new Catalogue(did));
const subject: Subject<RectificationView, RectificationEvent> = {
  ...of.seenAs(true),
  name: 'household',
  plural: 'households',
  actsInPost: true,
  amendable: null,
  visible: byRegion(['record']),
  title: () => null,
  file: [],
  regionsOf: () => ['610426' as RegionCode],
  routes: rectificationRoutes,
};
const classes = new Map(rectificationRoutes.map(({ path, command }) => [path, command]));

interface Act {
  readonly path: string;
  readonly command: object;
  readonly who: Holder;
  readonly typist: Holder;
  readonly day: number;
}
const people = [of.countyOffice, of.townshipCadre, of.colleague, of.villageOfficer, of.verifier, of.inspector];
const numbers = fc.constantFrom(of.number, of.other);
/** Mostly what could come next: a command of each kind, its holder mostly the one who may. */
const saying = (path: string, who: Holder, said: fc.Arbitrary<object>): fc.Arbitrary<Act> =>
  fc.record({
    path: fc.constant(path),
    command: said,
    day: fc.nat({ max: 30 }),
    who: fc.oneof({ weight: 4, arbitrary: fc.constant(who) }, fc.constantFrom(...people)),
    typist: fc.constantFrom(...people),
  });
const about = (more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) => fc.record({ problem: numbers, ...more });
const yes = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false));
const words = fc.constant('屋顶漏雨');
const acts = fc.oneof(
  saying(
    'record-problem',
    of.inspector,
    numbers.map((number) => ({ ...of.record, number })),
  ),
  saying(
    'hand-over-problem',
    of.countyOffice,
    about({ measure: words }).map((said) => ({ ...said, responsible: of.responsible, dueOn: of.dueOn })),
  ),
  saying('accept-handover', of.townshipCadre, about()),
  saying('dispute-handover', of.townshipCadre, about({ reason: words })),
  saying('take-measure', of.townshipCadre, about({ done: words })),
  saying('report-rectification', of.townshipCadre, about({ done: words })),
  saying('verify-rectification', of.verifier, about({ inPlace: yes, onSite: yes, reason: words })),
  saying(
    'ask-people',
    of.villageOfficer,
    about({ who: fc.constant('household'), answer: fc.constantFrom('satisfied', 'satisfied', 'not-satisfied'), reason: words }),
  ),
  saying(
    'cancel-number',
    of.countyOffice,
    about({ cancelNumber: fc.constantFrom('XH-1', 'XH-2', 'XH-3'), identified: yes, meetsRequirement: yes }),
  ),
  saying('reopen-number', of.inspector, about({ words })),
);
const lives = fc.array(acts, { minLength: 20, maxLength: 90, size: 'max' });

function asked(
  { path, command, who, typist, day }: Act,
  history: readonly Recorded[],
): { events: readonly EventOf[]; by: CommandContext } | string {
  const Command = classes.get(path);
  if (!Command) throw new Error(`no route ${path}`);
  const by = circumstancesOf(who, {
    effectiveOn: daysAfter(first, day),
    today: daysAfter(first, 60),
    recordedBy: accountOf(typist),
    standards: { ...of.standards, ...of.calendar },
  });
  try {
    const question = { subject: anySubject(subject), command: Object.assign(new Command(), command) };
    return { events: decided.events(question as never, History.from(history), by), by };
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

type Entered = Recorded<RectificationEvent>;
const problemIn = ({ data }: Entered) => ('problem' in data ? data.problem : data.number);

/** What a problem's history says at the moment of a decision, told by rules written here alone. */
function lastOf(
  history: readonly Recorded[],
  problem: string,
  until: CalendarDate,
  ...types: readonly RectificationEvent['type'][]
): Entered | undefined {
  return (history as readonly Entered[])
    .filter((entry) => problemIn(entry) === problem && types.includes(entry.type) && entry.by.effectiveOn <= until)
    .sort(byEffect)
    .at(-1);
}

function expectFourConditions(history: readonly Recorded[], event: EventOf, by: CommandContext): void {
  const { problem, identified, meetsRequirement } = event.data as { problem: string; identified: boolean; meetsRequirement: boolean };
  const last = (...types: readonly RectificationEvent['type'][]) => lastOf(history, problem, by.effectiveOn, ...types);
  const gate = last(
    'ProblemHandedOver',
    'RectificationReported',
    'RectificationVerified',
    'RectificationReturned',
    'NumberCancelled',
    'NumberReopened',
  );
  const answer = last('RectificationReported', 'PeopleAsked');
  expect([identified, meetsRequirement, gate?.type]).toEqual([true, true, 'RectificationVerified']);
  expect((answer?.data as { answer?: string }).answer).toBe('satisfied');
  expect(holderIn(by.actedBy)?.level).toBe(holderIn(last('ProblemHandedOver')?.by.actedBy)?.level);
}

function expectApart(history: readonly Recorded[], event: EventOf, by: CommandContext): void {
  const { problem } = event.data as { problem: string };
  const report = lastOf(history, problem, by.effectiveOn, 'RectificationReported');
  const handed = lastOf(history, problem, by.effectiveOn, 'ProblemHandedOver');
  const hands = [holderIn(by.actedBy), by.recordedBy as Holder];
  const reporters = [holderIn(report?.by.actedBy)?.person, (report?.by.recordedBy as Holder).person];
  for (const hand of hands) {
    expect(reporters).not.toContain(hand?.person);
    expect(hand?.unit).not.toBe((handed?.data as { responsible: { unit: string } }).responsible.unit);
  }
}

/** Days that go on from act to act; where some may be told late, one in five lies before the last. */
function dated(life: readonly Act[], mayBackdate: boolean): Act[] {
  let latest = 0;
  return life.map((act) => {
    const back = mayBackdate && act.day < 6;
    return { ...act, day: back ? Math.max(0, latest - act.day) : (latest = Math.min(60, latest + (act.day % 3))) };
  });
}

function live(life: readonly Act[], seen: Set<string>): Recorded[] {
  const history: Recorded[] = [];
  for (const act of life) {
    const outcome = asked(act, history);
    if (typeof outcome === 'string') {
      seen.add(outcome);
      continue;
    }
    for (const event of outcome.events) {
      seen.add(event.type);
      if (event.type === 'NumberCancelled') expectFourConditions(history, event, outcome.by);
      if (event.type === 'RectificationVerified' || event.type === 'RectificationReturned') expectApart(history, event, outcome.by);
      history.push(recordedAs({ ...event, by: outcome.by }, history.length));
    }
    const { state, inapplicable } = asOf(rectification, history, everything);
    expect(inapplicable).toEqual([]);
    for (const [number, { relapses }] of state) {
      const again = (history as Entered[]).filter((entry) => entry.type === 'NumberReopened' && problemIn(entry) === number);
      expect(relapses).toBe(again.length);
    }
  }
  return history;
}

describe('whatever is asked of two problems of one household', () => {
  it.each([
    ['in the order in which it happened', false],
    ['on any day, late facts and all', true],
  ])('%s, none is cancelled without the four, verified by its own unit, or loses a relapse', (_, mayBackdate) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(lives, (life) => {
        live(dated(life, mayBackdate), seen);
      }),
      { seed, numRuns: 300 },
    );
    const refusals = [
      'verified-by-reporter',
      'verified-by-own-unit',
      'not-identified',
      'requirement-not-met',
      'people-not-satisfied',
      'not-in-place',
    ];
    const met = [
      'HandoverAccepted',
      'HandoverDisputed',
      'RectificationReturned',
      'NumberCancelled',
      ...refusals.map((rule) => `rectification.${rule}`),
    ];
    expect([...seen]).toEqual(expect.arrayContaining(mayBackdate ? [...met, 'desk.before-last-gate'] : [...met, 'NumberReopened']));
  });

  it('the gates of one do not hold up the other', () => {
    const seen = new Set<string>();
    const act = (path: string, command: object, day: number): Act => ({
      path,
      command,
      who: of.countyOffice,
      typist: of.countyOffice,
      day,
    });
    const cancel = { cancelNumber: of.cancelNumber, identified: true, meetsRequirement: true };
    const handOver = { measure: '修缮屋顶', responsible: of.responsible, dueOn: of.dueOn };
    const told = [
      act('record-problem', of.record, 20),
      act('hand-over-problem', { ...handOver, problem: of.number }, 25),
      act('record-problem', { ...of.record, number: of.other }, 10),
      act('hand-over-problem', { ...handOver, problem: of.other }, 12),
    ];
    expect(live(told, seen).map(({ type }) => type)).toEqual(['ProblemFound', 'ProblemHandedOver', 'ProblemFound', 'ProblemHandedOver']);
    live([...told, act('cancel-number', { ...cancel, problem: of.other }, 11)], seen);
    expect([...seen]).toEqual(['ProblemFound', 'ProblemHandedOver', 'rectification.not-in-place']);
  });
});

describe('any sequence of entries', () => {
  const events: readonly ((problem: typeof of.number) => RectificationEvent)[] = [
    ...[of.found, of.handedOver, of.reported, of.verified, of.returned, of.cancelled, of.reopened],
    ...[(problem: typeof of.number) => of.takenOver({ number: problem }), (problem: typeof of.number) => of.asked('satisfied', problem)],
    (problem) => did.handoverAccepted({ problem }),
    (problem) => did.extensionGranted({ problem, dueOn: '2020-08-31', reason: of.sealed('汛期') }),
    (problem) => did.measureTaken({ problem, done: of.sealed('换瓦') }),
    (problem) => did.problemPrioritised({ problem, priority: 'urgent' }),
    (problem) => did.handoverDisputed({ problem, reason: of.sealed('非本单位') }),
    (problem) => did.reminderSent({ problem, step: 7, dueOn: of.dueOn, to: [] }),
  ];

  it('folds: what speaks of no known problem is listed, and all else counts', () => {
    const told = fc.record({
      make: fc.constantFrom(...events),
      problem: numbers,
      day: fc.nat({ max: 9 }),
      who: fc.constantFrom(...people),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), (sequence) => {
        const history = sequence.map(({ make, problem, day, who }, i) =>
          recordedAs({ ...make(problem), by: of.attributionOf(who, { effectiveOn: daysAfter(first, day) }) }, i),
        );
        const { state, inapplicable } = asOf(rectification, history, everything);
        for (const { why } of inapplicable) expect(['rectification.problem-absent', 'rectification.number-taken']).toContain(why.rule);
        expect(state.size).toBe(new Set(history.filter(({ type }) => /Found|TakenOver/.test(type)).map(problemIn)).size);
      }),
      { seed, numRuns: 500 },
    );
    expect(new Set(events.map((make) => make(of.number).type)).size).toBe(Object.keys(rectification.evolve).length);
  });
});
