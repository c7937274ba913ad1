import { identificationCodes as codes, type MemberId } from '@lookback/case/identification';
import {
  History,
  type CalendarDate,
  Catalogue,
  type CommandContext,
  daysAfter,
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

/** The first day of every history. */
export const first: CalendarDate = '2020-01-01';
export const today = new SystemClock().today();
const decided = new CommandDecider(new Catalogue(...slices.map(({ events }) => events)));
/** What the commands read. */
const standards = { 'cause-codes': { causes: [{ code: '01' }, { code: '02' }] } };
/** What only lists bring has no path; of such, the one that opens the household is asked. */
export const lines = household.routes.filter(({ opens, fromList }) => opens || !fromList);
const classes = new Map(lines.map(({ path, command }) => [path, command]));

/** What is asked, given who ever was a member: it mostly speaks of somebody who is there, and mostly of what could be. */
export type Ask = (members: readonly MemberId[]) => readonly [path: string, command: object];
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
    grade: fc.constantFrom(undefined, ...codes.keysOf(codes.houseGrades)),
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
  return ['take-over-household', data as object];
});
/** What may be asked of a household's people and how they live. */
export const askOfPeople = fc.oneof(
  { weight: 4, arbitrary: joins },
  { weight: 3, arbitrary: leaves },
  { weight: 4, arbitrary: headChanges },
  incomes,
  guarantees,
  causes,
  visits,
);
const ask = fc.oneof({ weight: 15, arbitrary: askOfPeople }, takesOver);
/** Whatever may be asked of a household, one after another, each on a day. */
export const asks = fc.array(fc.record({ ask, on: fc.nat({ max: 20 }) }), { minLength: 1, maxLength: 40, size: 'max' });

/** The household with which every history begins. */
export const start = recordedAs(
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

/** What came of it: the history, and every rule that refused. */
export interface Run {
  readonly history: readonly Recorded[];
  readonly refused: readonly string[];
}
/** Asks one after another, as the desk does; on the days that are asked for, or in their order. */
export function ran(
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
