import type { MemberId } from '@lookback/case/identification';
import { type CalendarDate, Catalogue, daysAfter, fourEyesEvents, type Holder, History, type PersonId, type Recorded, Refusal, type UnitId } from '@lookback/kernel'; // prettier-ignore
import { anySubject, CommandDecider } from '@lookback/office/desk';
import { by, circumstancesOf, countyOffice, inspector, recordedAs, townshipCadre } from '@lookback/testing';
import fc from 'fast-check';
import { household, slices } from './household.js';
import { numbered } from './household.fixture.js';
import { type Ask, askOfPeople, first, today } from './random-commands.fixture.js';

/* Lives of a household in which everything is asked of it that anybody or any list may ask. */

export const catalogue = new Catalogue(...slices.map(({ events }) => events), fourEyesEvents);
/** What the commands read. */
export const standards = {
  'cause-codes': { causes: [{ code: '01' }, { code: '02' }] },
  'problem-classes': { classes: [{ code: 'exit', asksPeople: true }] },
  'problem-sources': { sources: [{ code: 'self-check' }] },
  'handover-acceptance': { within: { days: 5, counted: 'working' } },
  extension: { times: 1, byHigherLevel: true },
  'work-calendar': { years: [2020, 2021].map((year) => ({ year, daysOff: [], makeUpDays: [] })) },
};

const decided = new CommandDecider(catalogue);
const verifier: Holder = { ...countyOffice, person: 'p-verifier' as PersonId, unit: 'u-industry' as UnitId };
const village = '610426101200';
const number = `${village}000001`;
const file = `sha256:${'f'.repeat(64)}`;

/** One thing that is asked: the name of its command, what it says given who ever was a member, and who asks. */
interface Step {
  readonly name: string;
  readonly says: (members: readonly MemberId[]) => object;
  readonly who: Holder;
}
const step = (name: string, said: object | Step['says'], who = townshipCadre): Step => ({
  name,
  says: typeof said === 'function' ? (said as Step['says']) : () => said,
  who,
});

const person = (nth: number, relation: string) => ({
  ...{ relation, name: '张三', phone: '13812345678', hamlet: '一组', citizenNumber: numbered(nth), ethnicGroup: '01' },
  ...{ schooling: 'primary', pupil: 'none', health: 'healthy', labour: 'ordinary', seriousIllnessInsurance: true },
});
const listed = (nth: number, relation: string) => ({
  ...{ ...person(nth, relation), number: `${number}0${String(nth)}`, work: { place: 'county', months: 6 } },
  asWritten: { 姓名: '张 三' },
});
const takenOver = step('TakeOverHousehold', {
  ...{ source: { file, sheet: 1, row: 3 }, number, county: '610426', township: '610426101', village },
  ...{ standing: 'registered', attribute: 'general', mainCause: '01', incomePerPersonFen: 250_000 },
  ...{ dangerousHouse: false, safeWater: true, waterDifficulty: false },
  members: [listed(1, 'head'), listed(2, 'son'), { ...listed(3, 'son'), citizenNumber: null, withoutNumber: 'newborn' }],
});
const opened = step('OpenHousehold', {
  ...{ basis: 'application', village, hamlet: '二组', residence: 'both' },
  members: [person(1, 'head'), { ...person(2, 'son'), citizenNumber: undefined, document: { kind: 'passport', number: 'E12345678' } }],
});

const registry: readonly Step[] = [
  step('GiveRegistryNumber', ([member]: readonly MemberId[]) => ({
    number: `${village}000099`,
    persons: member === undefined ? [] : [{ member, number: `${village}00009901` }],
  })),
  step('SurveyLivingConditions', {
    ...{ electricity: true, fuel: 'coal', sanitaryToilet: false, accessRoad: 'gravel', roadMetres: 800, housingSquareMetres: 90 },
    ...{ waterDifficulty: false, safeWater: true, arableCentimu: 450, forestCentimu: 0, cooperative: false },
  }),
];
const helper = (nth: number) => ({ person: `p-helper-${String(nth)}`, unit: 'u-township', rank: 'cadre' });
const row = (nth: number) => ({ ...helper(nth), row: nth, affiliation: null, startedOn: '2019-01-01', asWritten: { 姓名: '李 四' } });
const helpers: readonly Step[] = [
  step('TakeOverHelpers', { source: { file, sheet: 1 }, helpers: [row(1), row(2)] }),
  step('PairHelper', helper(3)),
  step('HandOverHelper', { from: 'p-helper-3', to: helper(4) }),
  step('ReleaseHelper', { person: 'p-helper-4' }),
];

/** A problem as it goes, from its start to its reopening. */
const problem = (of: string, start: Step, cancelNumber: string): readonly Step[] => {
  const responsible = { leader: countyOffice.person, unit: townshipCadre.unit, staff: townshipCadre.person };
  const handedOver = step('HandOverProblem', { problem: of, responsible, measure: '修缮屋顶', dueOn: '2021-06-30' }, countyOffice);
  const reported = step('ReportRectification', { problem: of, done: '屋顶已修好' });
  const look = { problem: of, onSite: true };
  return [
    start,
    step('PrioritiseProblem', { problem: of, priority: 'urgent' }, countyOffice),
    handedOver,
    step('DisputeHandover', { problem: of, reason: '不属本单位' }),
    handedOver,
    step('AcceptHandover', { problem: of }),
    step('GrantExtension', { problem: of, dueOn: '2021-12-31', reason: '材料未到' }, inspector),
    step('TakeMeasure', { problem: of, done: '材料已到' }),
    reported,
    step('VerifyRectification', { ...look, inPlace: false, reason: '仍漏雨' }, verifier),
    reported,
    step('VerifyRectification', { ...look, inPlace: true }, verifier),
    step('AskPeople', { problem: of, who: 'household', answer: 'satisfied' }, verifier),
    step('CancelNumber', { problem: of, cancelNumber, identified: true, meetsRequirement: true }, countyOffice),
    step('ReopenNumber', { problem: of, words: '又漏雨' }, inspector),
  ];
};
const recorded = { number: 'ZG-1', source: 'self-check', class: 'exit', level: 'county', words: '屋顶漏雨' };
const ledger = {
  ...{ number: 'ZG-2', list: { file, sheet: 1, row: 4, number: '17' }, status: 'in-progress', source: 'self-check', class: 'exit' },
  ...{ words: '手册填写不规范', measure: '补充资料', leader: null, unit: 'u-township', staff: null, foundOn: '2019-04-29' },
  ...{ dueOn: '2019-05-22', cancelledOn: null, cancelNumber: null, asWritten: { 问题: '手册 填写不规范' } },
};

const byPath = new Map(household.routes.filter(({ fromList }) => !fromList).map(({ path, command }) => [path, command.name]));
const ofPeople: fc.Arbitrary<Step> = askOfPeople.map((ask: Ask) => {
  const [path] = ask([]);
  return step(byPath.get(path) ?? path, (members: readonly MemberId[]) => ask(members)[1]);
});
/** Most of some steps, in their order. */
const mostOf = (steps: readonly Step[]): fc.Arbitrary<Step[]> =>
  fc.array(fc.nat({ max: 14 }), { minLength: steps.length, maxLength: steps.length }).map((luck) => steps.filter((_, i) => luck[i] !== 0));
/** All of some sequences, each in its order, taking turns at random. */
const turns = (sequences: readonly (readonly Step[])[], picks: readonly number[]): Step[] => {
  const left = sequences.map((steps) => [...steps]);
  const taken = picks.flatMap((pick) => left[pick % left.length]?.shift() ?? []);
  return [...taken, ...left.flat()];
};

export const lives: fc.Arbitrary<readonly Step[]> = fc
  .record({
    start: fc.constantFrom(takenOver, takenOver, opened),
    sequences: fc.tuple(
      fc.array(ofPeople, { maxLength: 12 }),
      mostOf(registry),
      mostOf(helpers),
      mostOf(problem('ZG-1', step('RecordProblem', recorded, inspector), 'XH-1')),
      mostOf(problem('ZG-2', step('TakeOverProblem', ledger), 'XH-2')),
    ),
    picks: fc.array(fc.nat({ max: 4 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ start, sequences, picks }) => [start, ...turns(sequences, picks)]);

const commands = new Map(household.routes.map(({ command }) => [command.name, command]));
const membersIn = (history: readonly Recorded[]): MemberId[] =>
  history.flatMap(({ data }) => {
    const { members, member } = data as { members?: readonly { member: MemberId }[]; member?: MemberId };
    return members?.map((one) => one.member) ?? member ?? [];
  });

/** What of a life no rule refuses, with the key of each entry's command. */
export function lived(steps: readonly Step[]): { readonly history: readonly Recorded[]; readonly keys: readonly string[] } {
  const [history, keys]: [Recorded[], string[]] = [[], []];
  steps.forEach(({ name, says, who }, nth) => {
    const Command = commands.get(name);
    if (!Command) throw new Error(`a household cannot be asked to ${name}`);
    const effectiveOn: CalendarDate = daysAfter(first, Math.floor(nth / 4));
    const request = { subject: anySubject(household), command: Object.assign(new Command(), says(membersIn(history))) };
    const context = circumstancesOf(who, { effectiveOn, today, standards, newId: (id) => `new-${String(nth)}-${id}` });
    try {
      for (const event of decided.events(request as never, History.from(history), context)) {
        history.push(recordedAs(by(who, event, { effectiveOn }), history.length));
        keys.push(`account/${String(nth)}`);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  });
  return { history, keys };
}
