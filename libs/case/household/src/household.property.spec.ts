import { describe, expect, it } from '@jest/globals';
import { identificationCodes as codes, type MemberId, TakeOverHousehold } from '@lookback/case/identification';
import {
  History,
  asOf,
  type CalendarDate,
  Catalogue,
  type CommandContext,
  daysAfter,
  erased,
  everything,
  type EventOf,
  type Recorded,
  Refusal,
} from '@lookback/kernel';
import { anySubject, CommandDecider, SystemClock } from '@lookback/office/desk';
import { by, circumstancesOf, recordedAs, townshipCadre } from '@lookback/testing';
import fc from 'fast-check';
import { slices } from './household.js';
import { household } from './household.js';
import { numbered, takenOver } from './household.fixture.js';

const seed = 20200315;
const first: CalendarDate = '2020-01-01';
const today = new SystemClock().today();
const decided = new CommandDecider(new Catalogue(...slices.map(({ events }) => events)));
const standards = { 'cause-codes': { causes: [{ code: '01' }, { code: '02' }] } };
/** What only lists bring has no path; of such, the one that opens the household is asked. */
const lines = household.routes.filter(({ opens, fromList }) => opens || !fromList);
const classes = new Map(lines.map(({ path, command }) => [path, command]));

/** What is asked, given who ever was a member: it mostly speaks of somebody who is there, and mostly of what could be. */
type Ask = (members: readonly MemberId[]) => readonly [path: string, command: object];
const among = (members: readonly MemberId[], nth: number) => members[nth % (members.length + 1)] ?? ('nobody' as MemberId);
const small = fc.nat({ max: 9 });
const relation = fc.constantFrom(...codes.keysOf(codes.relations));

const joins: fc.Arbitrary<Ask> = fc
  .record({ nth: small, relation, reason: fc.constantFrom(...codes.keysOf(codes.joinReasons)) })
  .map(({ nth, ...said }) => () => [
    'join-member',
    {
      ...said,
      name: '张',
      citizenNumber: numbered(nth),
      ethnicGroup: '01',
      pupil: 'none',
      health: 'healthy',
      labour: 'none',
      seriousIllnessInsurance: true,
    },
  ]);
const leaves: fc.Arbitrary<Ask> = small.map((nth) => (members) => ['leave-member', { member: among(members, nth), reason: 'died' }]);
const headChanges: fc.Arbitrary<Ask> = fc
  .record({ nth: small, others: fc.array(fc.tuple(small, relation), { maxLength: 3 }) })
  .map(({ nth, others }) => (members) => [
    'change-head',
    { head: among(members, nth), relations: others.map(([other, is]) => ({ member: among(members, other), relation: is })) },
  ]);
const incomes: fc.Arbitrary<Ask> = fc
  .record({ wageFen: fc.nat(), persons: fc.integer({ min: 1, max: 6 }), off: fc.constantFrom(0, 0, 0, 1) })
  .map(({ wageFen, persons, off }) => () => [
    'assess-income',
    {
      from: '2019-01-01',
      to: '2019-12-31',
      lineYear: 2019,
      wageFen,
      businessFen: 0,
      transferFen: 0,
      propertyFen: 0,
      costsFen: 0,
      netFen: wageFen,
      persons,
      perPersonFen: Math.floor(wageFen / persons) + off,
    },
  ]);
const guarantees: fc.Arbitrary<Ask> = fc
  .record({
    kind: fc.constantFrom(...codes.keysOf(codes.guarantees)),
    met: fc.boolean(),
    grade: fc.constantFrom(undefined, ...codes.houseGrades),
  })
  .map((said) => () => ['check-guarantee', said]);
const causes: fc.Arbitrary<Ask> = fc
  .record({ main: fc.constantFrom('01', '02', '03'), others: fc.subarray(['01', '02']) })
  .map((said) => () => ['reclassify-cause', said]);
const visits: fc.Arbitrary<Ask> = fc
  .record({
    place: fc.constant('home'),
    checklist: fc.array(fc.record({ topic: fc.constantFrom('water', 'housing'), inOrder: fc.boolean() }), { maxLength: 2 }),
  })
  .map((said) => () => ['visit-home', said]);
const takesOver: fc.Arbitrary<Ask> = fc.constant(() => {
  const { data } = takenOver('again', { number: '610426101200000001', people: [{ name: '张', citizenNumber: numbered(90) }] });
  return ['', data as object];
});
const ask = fc.oneof(
  { weight: 4, arbitrary: joins },
  { weight: 3, arbitrary: leaves },
  { weight: 4, arbitrary: headChanges },
  incomes,
  guarantees,
  causes,
  visits,
  takesOver,
);
const asks = fc.array(fc.record({ ask, on: fc.nat({ max: 20 }) }), { minLength: 1, maxLength: 40, size: 'max' });

const start = recordedAs(
  by(
    townshipCadre,
    takenOver('start', { number: '610426101200000001', people: [1, 2, 3].map((nth) => ({ name: '张', citizenNumber: numbered(nth) })) }),
    { effectiveOn: first },
  ),
  0,
);

/** As the desk does, without a log: what was decided, or the rule that refused. Any other error fails the spec. */
function submitted(history: readonly Recorded[], path: string, command: object, effectiveOn: CalendarDate): readonly EventOf[] | string {
  const Command = classes.get(path);
  if (!Command) throw new Error(`no route ${path}`);
  const request = { subject: anySubject(household), command: Object.assign(new Command(), command) };
  const context: CommandContext = circumstancesOf(townshipCadre, {
    effectiveOn,
    today,
    standards,
    newId: (name) => `${name}-${history.length}`,
  });
  try {
    return decided.events(request as never, History.from(history), context);
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

const membersEver = (history: readonly Recorded[]): MemberId[] =>
  history.flatMap(
    ({ data }) =>
      (data as { members?: { member: MemberId }[] }).members?.map(({ member }) => member) ?? (data as { member?: MemberId }).member ?? [],
  );

interface Run {
  readonly history: readonly Recorded[];
  readonly refused: readonly string[];
}
function ran(
  asked: readonly { readonly ask: Ask; readonly on: number }[],
  mayBackdate: boolean,
  afterEach: (history: readonly Recorded[]) => void,
): Run {
  let history: readonly Recorded[] = [start];
  const refused: string[] = [];
  let last = 0;
  for (const { ask: say, on } of asked) {
    const nth = mayBackdate ? on : (last = Math.max(last, on));
    const effectiveOn = daysAfter(first, nth);
    const outcome = submitted(history, ...say(membersEver(history)), effectiveOn);
    if (typeof outcome === 'string') refused.push(outcome);
    else history = [...history, ...outcome.map((event, i) => recordedAs(by(townshipCadre, event, { effectiveOn }), history.length + i))];
    afterEach(history);
  }
  return { history, refused };
}

function census(history: readonly Recorded[]) {
  const { state, inapplicable } = asOf(household, history, everything);
  const members = state.identification?.members ?? [];
  const numbers = members.map(({ citizenNumber }) => citizenNumber?.value).filter((value) => value !== erased);
  const heads = members.filter(({ relation: is }) => is === 'head').length;
  return { heads, twice: numbers.length - new Set(numbers).size, inapplicable: inapplicable.map(({ why }) => why.rule) };
}

describe('a household of whom anything is asked', () => {
  it('in the order in which it happened, keeps one head, no number twice, and nothing that does not fit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(asks, (asked) => {
        const { history, refused } = ran(asked, false, (so) => {
          expect(census(so)).toEqual({ heads: 1, twice: 0, inapplicable: [] });
        });
        for (const { type } of history) seen.add(type);
        for (const rule of refused) seen.add(rule);
      }),
      { seed, numRuns: 300 },
    );
    const met = ['MemberJoined', 'MemberLeft', 'HeadChanged', 'IncomeAssessed', 'GuaranteeChecked', 'CauseReclassified', 'HomeVisited'];
    const refused = [
      'citizen-number-twice',
      'one-head',
      'head-cannot-leave',
      'member-absent',
      'old-head-needs-relation',
      'already-on-record',
    ];
    expect([...seen]).toEqual(expect.arrayContaining([...met, ...refused.map((rule) => `identification.${rule}`)]));
  });

  it('in any order, has one head at most, and nothing that does not fit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(asks, (asked) => {
        const { refused } = ran(asked, true, (so) => {
          const { heads, inapplicable } = census(so);
          expect(heads).toBeLessThanOrEqual(1);
          expect(inapplicable).toEqual([]);
        });
        for (const rule of refused) seen.add(rule);
      }),
      { seed, numRuns: 300 },
    );
    expect(seen).toContain('desk.leaves-inapplicable');
  });

  it('can be looked at on any day, as known at any position', () => {
    fc.assert(
      fc.property(asks, fc.array(fc.record({ on: fc.integer({ min: -2, max: 22 }), known: fc.nat({ max: 60 }) })), (asked, moments) => {
        const { history } = ran(asked, true, () => undefined);
        for (const { on, known } of moments) {
          const { state } = asOf(household, history, { effective: daysAfter(first, on), known });
          expect(state.identification === null).toBe(on < 0 || known < 1);
        }
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('a household', () => {
  const { state: whole } = asOf(household, [start], everything);

  it('lies in its village, and in the one of the list that brings it', () => {
    const opening = TakeOverHousehold.from({ village: '610528100200' } as TakeOverHousehold);
    expect(household.regionsOf(household.initial, opening)).toEqual(['610528100200']);
    expect(household.regionsOf(household.initial)).toEqual([]);
    expect(household.regionsOf(whole)).toEqual(['610426101200']);
  });

  it('is opened by a list alone, and asked each thing under a path of its own', () => {
    expect(household.routes.filter(({ opens }) => opens).map(({ path, command, fromList }) => [path, command.name, fromList])).toEqual([
      ['', 'TakeOverHousehold', true],
    ]);
    const paths = lines.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('holds the events of every chapter', () => {
    expect(
      slices
        .flatMap(({ events }) => Object.values(events))
        .map(({ type }) => type)
        .sort(),
    ).toEqual(Object.keys(household.evolve).sort());
  });
});
