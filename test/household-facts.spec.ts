import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identificationEvents as did } from '@lookback/case/identification';
import { differingPaths } from './support/differences.js';
import { causes, type Fact, FactsOf, guarantee, heads, income, joins, leaves, living, visit } from './support/facts.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { correct } from './support/corrections.js';
import { everyLog } from './support/logs.js';
import { type Office, openOffice } from './support/office.js';
import { citizenNumber } from './support/rosters.js';
import { type Staff, staffed } from './support/staff.js';

/** An answer as it was given, of the day on which the fact before it took effect, and of today. */
interface Kept {
  readonly effectiveOn: string;
  readonly then: string;
  readonly today: string;
}

describe.each(everyLog)('a household’s facts, recorded over HTTP in %s,', (where) => {
  let office: Office;
  let staff: Staff;
  let facts: FactsOf;
  const kept: Kept[] = [];

  beforeAll(async () => {
    office = await openOffice(where);
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, excerptBytes(), staff.operator.token);
    facts = new FactsOf(office.ask, staff.operator.token, knownId);
  });
  afterAll(() => office.close());

  it('are each in the answer after them, which names the position that it reflects', async () => {
    const { members } = (await facts.file()).said;
    const [old, son, grandson] = members.map(({ member }) => String(member)) as [string, string, string];
    const script: readonly Fact[] = [
      income('2017-02-01', 2016, 3, 4_000),
      guarantee('2017-03-01', 'housing', false, 'C'),
      living('2017-04-01', 60),
      visit('2017-05-01', '屋顶漏水，老人独居。'),
      joins('2017-06-01', '阎小满', citizenNumber(50_001), { phone: '13900009999', hamlet: '10组' }),
      heads('2017-07-01', son, old),
      causes('2017-08-01', '02', '06'),
      guarantee('2017-09-01', 'housing', true, 'B'),
      income('2018-02-01', 2017, 4, 5_000),
      leaves('2018-03-01', grandson),
      visit('2018-06-01', '住房已修缮。'),
    ];
    for (const fact of script) {
      const { position, events } = await facts.recorded(fact);
      expect(events).toHaveLength(1);
      const today = await facts.file();
      const then = await facts.file(`?at=${fact.effectiveOn}`);
      expect([today.said.asOf.known, then.said.asOf]).toEqual([`@${position}`, { at: fact.effectiveOn, known: `@${position}` }]);
      kept.push({ effectiveOn: fact.effectiveOn, then: then.text, today: today.text });
    }
    const { said } = await facts.file();
    expect(said.members.map(({ name, relation }) => [name, relation])).toEqual([
      ['阎奕泽', 'father'],
      ['耿依诺', 'head'],
      ['阎小满', 'grandson'],
    ]);
    expect(said).toMatchObject({ causes: { main: '02', others: ['06'] }, visits: 2, income: { lineYear: 2017, perPersonFen: 507_500 } });
    expect(said.guarantees).toMatchObject({ housing: { met: true, grade: 'B', stated: false } });
  });

  it('stand as they were known, byte by byte, after three back-dated facts and two corrections', async () => {
    await facts.recorded(visit('2017-04-15', '补记：村干部陪同。'));
    await facts.recorded(guarantee('2017-06-15', 'education', true));
    await facts.recorded(joins('2017-10-01', '耿念', citizenNumber(50_002)));
    const stream = `household-${knownId}`;
    const [assessed, surveyed] = [income('2017-02-01', 2016, 3, 3_000).command as never, living('2017-05-15', 75).command as never];
    const { from, to, ...figures } = assessed as { from: never; to: never };
    await correct(
      office.system.log,
      stream,
      'IncomeAssessed',
      '2017-02-01',
      did.incomeAssessed({ period: { from, to }, ...figures } as never),
    );
    await correct(office.system.log, stream, 'LivingConditionsSurveyed', '2017-05-15', did.livingConditionsSurveyed(surveyed));
    for (const { then, today } of kept) for (const text of [then, today]) expect((await facts.file(moment(text))).text).toBe(text);
  });

  it('differ, as known now, in exactly the fields that those changed', async () => {
    for (const { effectiveOn, then } of kept) {
      const now = (await facts.file(`?at=${effectiveOn}`)).said;
      expect([effectiveOn, differingPaths(JSON.parse(then), now).filter((path) => path !== 'asOf.known')]).toEqual([
        effectiveOn,
        changedBy(effectiveOn),
      ]);
    }
  });

  it('give the lists what a rebuild gives', async () => {
    await office.system.projector.reached(await office.system.log.head(), { timeoutMs: 20_000 });
    const { rows, differing } = await office.system.projector.rebuild(undefined, { compare: true });
    expect([rows > 30, differing]).toEqual([true, []]);
  });
});

const moment = (text: string) => {
  const { asOf } = JSON.parse(text) as { asOf: { at: string; known: string } };
  return `?at=${asOf.at}&known=${encodeURIComponent(asOf.known)}`;
};

/** By hand, from what was recorded late: from when until when each of its fields shows. */
const late: readonly { readonly from: string; readonly before?: string; readonly paths: readonly string[] }[] = [
  { from: '2017-04-15', paths: ['visits'] },
  { from: '2017-04-15', before: '2017-05-01', paths: ['lastVisit'] },
  { from: '2017-06-15', paths: ['guarantees.education'] },
  { from: '2017-10-01', before: '2018-03-01', paths: ['members.4'] },
  { from: '2018-03-01', paths: ['members.3'] },
  { from: '2017-02-01', before: '2018-02-01', paths: ['income.netFen', 'income.perPersonFen', 'income.wageFen'] },
  { from: '2017-04-01', before: '2017-05-15', paths: ['living'] },
  { from: '2017-05-15', paths: ['living.housingSquareMetres'] },
];

const changedBy = (day: string): string[] =>
  late
    .filter(({ from, before = '9999' }) => from <= day && day < before)
    .flatMap(({ paths }) => paths)
    .sort();
