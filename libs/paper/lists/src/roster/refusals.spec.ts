import { describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import fc from 'fast-check';
import { circumstances, commandsIn, recordingDesk } from '../recording-desk.fixture.js';
import { changed, citizenNumber, header, household, rosterOf, type Row } from './rosters.fixture.js';
import { listRules } from '../lists.rules.js';
import { importRoster } from './import-roster.js';
import type { RosterColumn } from './roster.columns.js';

async function imported(bytes: Uint8Array) {
  const { desk, asked } = recordingDesk();
  return { report: await importRoster(bytes, { ...circumstances, desk }), commands: commandsIn(asked) };
}

/** The second row of a household of three, with other cells. */
const second = (cells: Partial<Row>) => changed(household(1), 1, cells);
/** All three rows with other cells. */
const all = (cells: Partial<Row>) => household(1, 3, cells);
const sound = citizenNumber(1);

const byNumber = (a: { readonly number: string | null }, b: typeof a) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1);

type Case = readonly [rule: string, column: RosterColumn, rows: readonly Row[]];
const cases: readonly Case[] = [
  ['input.missing', '姓名', second({ 姓名: ' ' })],
  ['input.too-long', '自然村', second({ 自然村: '组'.repeat(101) })],
  ['list.word-unknown', '健康状况', second({ 健康状况: '很好' })],
  ['input.number-unreadable', '人均纯收入', all({ 人均纯收入: '一万' })],
  ['input.number-too-large', '务工时间（月）', second({ 务工状况: '省外务工', '务工时间（月）': '100' })],
  ['input.amount-negative', '人均纯收入', all({ 人均纯收入: '-1' })],
  ['input.digits-differ', '人编号', second({ 人编号: '6104260012000000010' })],
  ['input.citizen-number-length', '证件号码', second({ 证件号码: sound.slice(1) })],
  ['input.citizen-number-digits', '证件号码', second({ 证件号码: `A${sound.slice(1)}` })],
  ['input.citizen-number-birthday', '证件号码', second({ 证件号码: '610426197002300018' })],
  ['input.citizen-number-check-character', '证件号码', second({ 证件号码: sound.slice(0, 17) + (sound.endsWith('1') ? '2' : '1') })],
  ['list.born-after', '证件号码', second({ 证件号码: citizenNumber(1, '20350101') })],
  ['list.citizen-number-twice', '证件号码', second({ 证件号码: `${citizenNumber(10)}11` })],
  ['list.person-number-twice', '人编号', second({ 人编号: '61042600120000000101' })],
  ['list.person-number-of-another-household', '人编号', second({ 人编号: '61042600120000000902' })],
  ['input.missing', '人编号', second({ 人编号: '' })],
  ['list.no-head', '与户主关系', changed(household(1), 0, { 与户主关系: '配偶' })],
  ['list.heads-several', '与户主关系', second({ 与户主关系: '户主' })],
  ['list.members-differ', '人数', all({ 人数: '4' })],
  ['list.members-too-many', '户编号', Array.from({ length: 17 }, () => household(1)).flat()],
  ['list.rows-contradict', '饮水安全', second({ 饮水安全: '否' })],
  ['list.village-unknown', '行政村', all({ 行政村: '无名村' })],
  ['list.code-unknown', '主要致贫原因', all({ 主要致贫原因: '缺德' })],
];

/** Their own specs show these. */
const ofOtherLists = [
  ...['list.household-unknown', 'list.unit-unreadable', 'input.phone-unreadable', 'input.day-unreadable'],
  ...['list.helper-twice', 'list.helpers-too-many', 'list.village-not-one', 'list.household-of-head-unknown'],
  ...['list.files-alike', 'list.citizen-number-of-another-household', 'list.head-of-another-household'],
  ...[
    'list.problem-number-unreadable',
    'list.row-number-unreadable',
    'list.problem-twice',
    'list.cancelled-unfinished',
    'list.cancelled-not',
  ],
];

describe('a household is refused, and no other', () => {
  it.each(cases)('%s in %s', async (rule, column, rows) => {
    const { report, commands } = await imported(await rosterOf([...household(7, 1), ...rows, ...household(8, 2)]));
    expect(report).toMatchObject({ accepted: 2, refused: 1, households: 2, people: 3, entries: 2 });
    expect(commands.map(({ number }) => number)).toEqual(['610426001200000007', '610426001200000008']);
    const fault = report.faults.find((one) => one.rule === rule);
    const written = rows[(fault?.row ?? 0) - 4]?.[column];
    expect(fault).toMatchObject({ column, value: written, subject: '610426001200000001' });
    expect(new Set(report.faults.map((one) => one.rule))).toEqual(new Set([rule]));
  });

  it('for every rule of the book that a roster can break', () => {
    const ofTheDesk = ['list.outside-region'];
    const shown = new Set([...cases.map(([rule]) => rule), ...ofTheDesk, ...ofOtherLists]);
    expect([...shown].filter((rule) => !rule.startsWith('input.')).sort()).toEqual(Object.keys(listRules).sort());
  });

  it('with all its faults at once', async () => {
    const rows = changed(second({ 姓名: '', 证件号码: '1', 危房户: '是' }), 2, { 健康状况: '?', 人均纯收入: '-5' });
    const { report } = await imported(await rosterOf(rows));
    expect(report.faults.map(({ row, column, rule }) => `${String(row)} ${column} ${rule}`).sort()).toEqual([
      '4 危房户 list.rows-contradict',
      '4 姓名 input.missing',
      '4 证件号码 input.citizen-number-length',
      '5 人均纯收入 input.amount-negative',
      '5 健康状况 list.word-unknown',
    ]);
  });

  it('row by row where no household number says what belongs together', async () => {
    const { report } = await imported(await rosterOf(second({ 户编号: '' })));
    expect(report).toMatchObject({ refused: 2, accepted: 0 });
    expect(report.faults.map(({ rule }) => rule)).toEqual(['list.members-differ', 'list.members-differ', 'input.missing']);
  });
});

describe('the refusal workbook', () => {
  const look = { header: ['备注', ...header] };

  async function rowsIn(bytes: Uint8Array) {
    const { layout, rows } = await readSheet(bytes, { columns: header.map((name) => ({ name })) });
    const texts: (readonly string[])[] = [];
    for await (const row of rows) texts.push(row.texts);
    return { layout, texts };
  }

  it('holds all rows of what was refused as they were written, in the layout of the file', async () => {
    const bad = second({ 姓名: '', 自然村: '=1+1' });
    const before = await rowsIn(await rosterOf(bad, look));
    const { report } = await imported(await rosterOf([...household(5), ...bad], look));
    const back = await rowsIn(report.refusedWorkbook ?? new Uint8Array());
    expect(back).toEqual(before);
  });

  it('goes in once it is mended, as if it had been right from the start', async () => {
    const right = [...household(1), ...household(2, 2)];
    const apartFromPlace = async (bytes: Uint8Array) =>
      (await imported(bytes)).commands.map(({ source: _source, ...listed }) => listed).sort(byNumber);
    const wanted = await apartFromPlace(await rosterOf(right, look));
    const damage = fc.oneof(
      fc.record({ column: fc.constant('姓名'), wrong: fc.constantFrom('', '#N/A', '=9') }),
      fc.record({
        column: fc.constantFrom('人数', '户编号', '饮水困难'),
        wrong: fc.constantFrom('', '?', '否是', '=9'),
      }),
      fc.record({
        column: fc.constantFrom('证件号码', '健康状况', '民族', '劳动技能', '在校生状况'), // blank, they are taken
        wrong: fc.constantFrom('?', '否是', '=9'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(right.length - 1), damage, async (at, { column, wrong }) => {
        const first = await imported(await rosterOf(changed(right, at, { [column]: wrong }), look));
        expect(first.report.refused).toBeGreaterThan(0);
        const { layout, texts } = await rowsIn(first.report.refusedWorkbook ?? new Uint8Array());
        const mended = texts.map((row) =>
          row.map((text, i) => (layout.header[i] === column && text === wrong ? (right[at] as Row)[column as RosterColumn] : text)),
        );
        const rows = mended.map((row) => Object.fromEntries(layout.header.map((name, i) => [name, row[i]])) as Row);
        const second = await imported(await rosterOf(rows, look));
        const listed = [...first.commands, ...second.commands].map(({ source: _source, ...one }) => one);
        expect(listed.sort(byNumber)).toEqual(wanted);
      }),
      { seed: 20201231, numRuns: 40 },
    );
  });
});
