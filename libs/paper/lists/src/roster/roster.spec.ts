import { describe, expect, it } from '@jest/globals';
import { household as subject, listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { anySubject, routeOf } from '@lookback/office/desk';
import { circumstancesOf, countyOffice } from '@lookback/testing';
import fc from 'fast-check';
import { circumstances, commandsIn, recordingDesk } from '../recording-desk.fixture.js';
import { changed, citizenNumber, header, household, type Look, rosterOf, type Row } from './rosters.fixture.js';
import { importRoster } from './import-roster.js';

async function taken(rows: readonly Row[], look?: Look) {
  const { desk, asked } = recordingDesk();
  const report = await importRoster(await rosterOf(rows, look), { ...circumstances, desk });
  return { report, asked, commands: commandsIn(asked) };
}

/** What is the same wherever the rows stand. */
const apartFromPlace = ({ commands, asked }: Awaited<ReturnType<typeof taken>>) =>
  commands
    .map(({ source: _source, ...listed }, i) => ({ ...listed, id: asked[i]?.id, key: asked[i]?.key }))
    .sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

describe('a household', () => {
  it('is asked for as its rows have it', async () => {
    const { commands, asked, report } = await taken(household(1, 2));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatchObject({
      source: { file: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), sheet: 1, row: 3 },
      number: '610426001200000001',
      county: '610426',
      township: '610426001',
      village: '610426001200',
      standing: 'exited',
      attribute: 'general',
      mainCause: '06',
      incomePerPersonFen: 1180640,
      dangerousHouse: false,
      safeWater: true,
      waterDifficulty: false,
      members: [
        { relation: 'head', name: '张一', work: { place: 'other-province', months: 8 }, phone: '13000000000', asWritten: null },
        { relation: 'son', name: '张二', work: null, phone: null, schooling: 'primary', ethnicGroup: '01', asWritten: null },
      ],
    });
    expect(asked[0]).toMatchObject({ envelope: { effectiveOn: '2020-12-31' }, who: { process: 'setup' } });
    expect(report).toMatchObject({
      rows: 2,
      accepted: 1,
      refused: 0,
      entries: 1,
      households: 1,
      people: 2,
      lastPosition: 1,
      stopped: false,
    });
    expect(report.refusedWorkbook).toBeUndefined();
  });

  it('is one that the rules of the household accept', async () => {
    const { commands } = await taken([...household(1), ...household(2, 1)]);
    const events = commands.flatMap((command) => {
      const line = routeOf(anySubject(subject), command);
      return line.decide(subject.initial, command as never, circumstancesOf(countyOffice));
    });
    expect(events.map(({ type }) => type)).toEqual(['HouseholdTakenOver', 'HouseholdTakenOver']);
  });

  it('keeps what was written where it is kept otherwise, and only that', async () => {
    const number = citizenNumber(77, '19420415');
    const rows = changed(household(1, 1), 0, {
      姓名: ' 张　三',
      人数: '１',
      证件号码: `${number.slice(0, 6)}${number.slice(8, 17)}`,
      '务工时间（月）': '08',
    });
    const { commands } = await taken(rows);
    expect(commands[0]?.members[0]).toMatchObject({
      name: '张三',
      citizenNumber: number,
      work: { months: 8 },
      asWritten: { 姓名: ' 张　三', 人数: '１', 证件号码: `${number.slice(0, 6)}${number.slice(8, 17)}`, '务工时间（月）': '08' },
    });
  });

  it('has its members in the order of their numbers', async () => {
    const { commands } = await taken(changed(household(1, 4), 1, { 自然村: '9组' }).reverse());
    expect(commands[0]?.members.map(({ number }) => number?.slice(-2))).toEqual(['01', '02', '03', '04']);
  });

  it('has no work where there is no place and no month', async () => {
    const { commands } = await taken(household(1, 1, { 务工状况: '', '务工时间（月）': '0' }));
    expect(commands[0]?.members[0]).toMatchObject({ work: null, asWritten: { '务工时间（月）': '0' } });
  });

  it('takes what its county has otherwise: months beyond twelve, income of nothing, no schooling', async () => {
    const { commands } = await taken(household(1, 1, { '务工时间（月）': '13', 人均纯收入: '0', 文化程度: '' }));
    expect(commands[0]).toMatchObject({ incomePerPersonFen: 0, members: [{ work: { months: 13 }, schooling: null }] });
  });

  it.each(['=', '+', '-', '@'])('may have a name that begins with %s', async (sign) => {
    const { commands } = await taken(household(1, 1, { 姓名: `${sign}张` }));
    expect(commands[0]?.members[0]?.name).toBe(`${sign}张`);
  });
});

describe('the same households', () => {
  const rows = [...household(1), ...household(2, 1), ...household(3, 4)];

  it('come of columns and rows in any order, with columns that nobody knows, under a title or none', async () => {
    const straight = apartFromPlace(await taken(rows));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray([...header, '备注', '审核人'], { minLength: header.length + 2 }),
        fc.constantFrom([], [['一'], ['二', '三']]),
        async (shuffled, columns, title) => {
          expect(apartFromPlace(await taken(shuffled, { title, header: columns }))).toEqual(straight);
        },
      ),
      { seed: 20201231, numRuns: 20 },
    );
  });

  it('are asked under the same keys however they are written, and under others where they say something else', async () => {
    const keyOf = async (cells: Partial<Row>) => (await taken(household(1, 1, cells))).asked[0]?.key;
    const key = await keyOf({});
    expect(await keyOf({ 姓名: '张 一', 人均纯收入: '１１８０６．４０', 户编号: ' 610426001200000001' })).toBe(key);
    expect(await keyOf({ 人均纯收入: '11806.41' })).not.toBe(key);
    expect(await keyOf({ 联系电话: '' })).not.toBe(key);
  });
});

describe('a citizen number in two households', () => {
  const sheet = '贫困户信息';
  const twice = [...household(1, 2), ...household(2, 2, {}), ...household(3, 1)].map((row, i) =>
    i === 3 ? { ...row, 证件号码: citizenNumber(10) } : row,
  );
  const [one, two, three] = ['610426001200000001', '610426001200000002', '610426001200000003'] as const;
  const onFile = (number: string) => ({
    id: listedHouseholdId('610426' as RegionCode, number as HouseholdNumber),
    number: number as HouseholdNumber,
  });

  it('is taken and told, by its places alone', async () => {
    const { report } = await taken(twice);
    expect(report).toMatchObject({ accepted: 3, refused: 0, duplicates: 1 });
    expect(report.duplicatePlaces).toEqual([
      [
        { household: one, sheet, row: 3 },
        { household: two, sheet, row: 6 },
      ],
    ]);
    expect(JSON.stringify(report)).not.toContain(citizenNumber(10));
  });

  it('is told where the other household is on record already', async () => {
    const { desk } = recordingDesk();
    const knownNumbers = (numbers: readonly string[]) =>
      Promise.resolve(new Map(numbers.includes(citizenNumber(30)) ? [[citizenNumber(30), [three, '610426001200000099'].map(onFile)]] : []));
    const report = await importRoster(await rosterOf(twice), { ...circumstances, desk, knownNumbers });
    expect(report.duplicates).toBe(2);
    expect(report.duplicatePlaces[1]).toEqual([{ household: three, sheet, row: 7 }, { household: '610426001200000099' }]);
  });
});
