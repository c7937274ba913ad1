import { describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { type RegionCode, Refusal } from '@lookback/kernel';
import { anySubject, type CommandRequest, routeOf, RightMissing } from '@lookback/office/desk';
import { circumstancesOf, countyOffice } from '@lookback/testing';
import { cancelled, ledgerTaken, problem } from './ledgers.fixture.js';
import type { Answer } from '../recording-desk.fixture.js';
import { idOf, numberOf } from '../pairing/pairings.fixture.js';

const none = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0 };

describe('a problem', () => {
  it('is asked for as its row has it, once those who have the duties are on record', async () => {
    const { report, asked, requestsFor, problems } = await ledgerTaken([problem(1)]);
    expect(asked.map(({ subject }) => subject.name)).toEqual(['unit', 'person', 'person', 'household']);
    const [unit, [leader, staff]] = [requestsFor('unit')[0], requestsFor('person')];
    expect(leader?.command).toEqual({ name: '施语桐', phone: null, county: '610426' });
    expect(requestsFor('household')[0]).toMatchObject({ id: idOf(1), envelope: { effectiveOn: '2020-12-31' } });
    expect(problems[0]).toEqual({
      number: 'ZG-2017-0001',
      list: { file: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), sheet: 1, row: 3, number: '1' },
      status: 'in-progress',
      source: 'self-check',
      class: 'assistance',
      words: '帮扶手册填写不规范',
      measure: '补充完善资料',
      leader: leader?.id,
      unit: unit?.id,
      staff: staff?.id,
      foundOn: '2017-04-29',
      dueOn: '2017-05-22',
      cancelledOn: null,
      cancelNumber: null,
      asWritten: null,
    });
    expect(report).toMatchObject({
      ...none,
      rows: 1,
      accepted: 1,
      problems: 1,
      officials: 2,
      peopleRegistered: 2,
      unitsRegistered: 1,
      entries: 5,
    });
  });

  it('is one that the rules of the household accept', async () => {
    const { problems } = await ledgerTaken([problem(1), problem(2, cancelled)]);
    const onRecord = { ...household.initial, identification: {} };
    const events = problems.flatMap((command) =>
      routeOf(anySubject(household), command).decide(onRecord, command as never, circumstancesOf(countyOffice)),
    );
    expect(events.map(({ type }) => type)).toEqual(['ProblemTakenOver', 'ProblemTakenOver']);
  });

  it('has the status that its row states', async () => {
    const finished = { 整改进展: '已完成整改' };
    const rows = [problem(1), problem(2, { 整改进展: '未启动' }), problem(3, cancelled), problem(4, finished)];
    const { problems, report } = await ledgerTaken(rows);
    expect(problems.map(({ status }) => status)).toEqual(['in-progress', 'not-started', 'cancelled', 'in-progress']);
    expect(problems[2]).toMatchObject({ cancelledOn: '2017-06-19', cancelNumber: 'XH-00003' });
    expect(problems[3]).toMatchObject({ asWritten: finished });
    expect(report.stated).toEqual({ 'in-progress': 2, 'not-started': 1, cancelled: 1 });
  });

  it('may lack who has the duty, a measure and a limit', async () => {
    const { problems, requestsFor } = await ledgerTaken([
      problem(1, { 责任领导: '', 责任单位: '', 责任人: '', 整改措施: '', 整改时限: '' }),
    ]);
    expect(problems[0]).toMatchObject({ leader: null, unit: null, staff: null, measure: null, dueOn: null });
    expect([...requestsFor('unit'), ...requestsFor('person')]).toEqual([]);
  });

  it('is told in the words of the ledger, with all their signs', async () => {
    const { problems } = await ledgerTaken([problem(1, { 问题描述: ' 应纳未纳，边缘户（２户）未开展评议　' })]);
    expect(problems[0]).toMatchObject({
      words: '应纳未纳，边缘户（２户）未开展评议',
      asWritten: { 问题描述: ' 应纳未纳，边缘户（２户）未开展评议　' },
    });
  });

  it('has a number whose letters keep their case', async () => {
    const rows = [problem(1, { 问题编号: 'zg－１ ' }), problem(2, { 问题编号: 'ZG-1', 户编号: numberOf(1) })];
    expect((await ledgerTaken(rows)).problems.map(({ number }) => number)).toEqual(['zg-1', 'ZG-1']);
  });

  it('may be told in more words than any other cell has', async () => {
    const { problems } = await ledgerTaken([problem(1, { 问题描述: '漏'.repeat(4_000) }), problem(2, { 问题描述: '漏'.repeat(4_001) })]);
    expect(problems).toHaveLength(1);
  });

  it('may be one of several of its household: they are asked one after the other', async () => {
    const [one, two] = [{ 户编号: numberOf(1) }, { 户编号: numberOf(2) }];
    const { report, batches, requestsFor } = await ledgerTaken([problem(1, one), problem(2, one), problem(3, two), problem(4, one)]);
    expect(requestsFor('household').map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(1), idOf(1)]);
    expect(batches.slice(-3)).toEqual([2, 1, 1]);
    expect(report).toMatchObject({ accepted: 4, problems: 4 });
  });
});

describe('those who have the duties', () => {
  it('are those on record by name and unit, where there is just one; the others are registered', async () => {
    const knownOfficials = {
      units: () => Promise.resolve(new Map([['县卫生健康局', 'u-health']])) as never,
      people: (_: string, asked: readonly { name: string; unit: string }[]) =>
        Promise.resolve(asked.map(({ name, unit }) => (name === '施语桐' && unit === '县卫生健康局' ? 'p-shi' : null))) as never,
    };
    const { problems, requestsFor, report } = await ledgerTaken([problem(1), problem(2, { 责任单位: '县教育局' })], { knownOfficials });
    expect(problems[0]).toMatchObject({ leader: 'p-shi', unit: 'u-health' });
    expect(problems[1]?.leader).not.toBe('p-shi');
    expect(requestsFor('person').map(({ command }) => command)).toMatchObject([{ name: '彭立诚' }, { name: '施语桐' }, { name: '彭立诚' }]);
    expect(report).toMatchObject({ officials: 4, officialsMatched: 1, peopleRegistered: 3, unitsRegistered: 1 });
  });
});

describe('a row is refused', () => {
  it.each<[Parameters<typeof problem>[1], string, string]>([
    [{ 序号: '见附件，第三页' }, '序号', 'list.row-number-unreadable'],
    [{ 问题编号: '见附件，第三页' }, '问题编号', 'list.problem-number-unreadable'],
    [{ 问题来源: '听说' }, '问题来源', 'list.code-unknown'],
    [{ 发现时间: '' }, '发现时间', 'input.missing'],
    [{ 户编号: '61042' }, '户编号', 'input.digits-differ'],
    [{ 问题类别: '其他' }, '问题类别', 'list.code-unknown'],
    [{ 问题描述: ' ' }, '问题描述', 'input.missing'],
    [{ 责任单位: '' }, '责任单位', 'input.missing'],
    [{ 整改时限: '尽快' }, '整改时限', 'input.day-unreadable'],
    [{ 整改进展: '不详' }, '整改进展', 'list.word-unknown'],
    [{ 是否销号: '' }, '是否销号', 'input.missing'],
    [{ ...cancelled, 整改进展: '整改中' }, '整改进展', 'list.cancelled-unfinished'],
    [{ 销号编号: 'XH-1' }, '是否销号', 'list.cancelled-not'],
  ])('for %j', async (cells, column, rule) => {
    const { report } = await ledgerTaken([problem(1, cells), problem(2)]);
    expect(report).toMatchObject({ ...none, accepted: 1, refused: 1 });
    expect(report.faults).toMatchObject([{ row: 3, column, rule }]);
  });

  it('that speaks of a household not on record, in a dry run too', async () => {
    for (const dryRun of [false, true]) {
      const { report, requestsFor } = await ledgerTaken([problem(1), problem(1_001)], { dryRun });
      expect(report).toMatchObject({ ...none, accepted: 1, refused: 1, faults: [{ row: 4, rule: 'list.household-unknown' }], dryRun });
      expect(requestsFor('household')).toHaveLength(dryRun ? 0 : 1);
    }
  });

  it.each<[Parameters<typeof problem>[1], Parameters<typeof problem>[1], string]>([
    [{}, { 问题类别: '资金使用' }, '序号'],
    [{ 问题编号: 'ZG-1' }, { 问题编号: 'zg－1'.toUpperCase(), 序号: '9', 发现时间: '2017-04-30' }, '问题编号'],
    [{ 问题编号: 'ZG-1' }, { 问题描述: '漏登一户' }, '序号'],
    [{ 序号: '' }, { 序号: '', 发现时间: '2017年4月29日' }, '问题描述'],
  ])('that is of the same problem as another: %j and %j', async (one, another, column) => {
    for (const dryRun of [false, true]) {
      const { report } = await ledgerTaken([problem(1, one), problem(2), problem(1, another)], { dryRun });
      expect(report).toMatchObject({ accepted: 1, refused: 1, faults: [{ row: 5, column, rule: 'list.problem-twice' }] });
    }
  });

  it('and no other, where its county gives no numbers to who brings it', async () => {
    const reserve = () => Promise.reject(new RightMissing(['record'], '610426' as RegionCode));
    const { report } = await ledgerTaken([problem(1), problem(2, { 问题编号: 'ZG-1' })], { reserve });
    expect(report).toMatchObject({ accepted: 1, refused: 1, faults: [{ row: 3, rule: 'list.outside-region' }] });
  });
});

describe('the same problem', () => {
  it('is asked under the same key however it is written', async () => {
    const keyOf = async (cells: Parameters<typeof problem>[1]) => (await ledgerTaken([problem(1, cells)])).requestsFor('household')[0]?.key;
    const key = await keyOf({});
    expect(await keyOf({ 发现时间: '2017年4月29日', 问题描述: ' 帮扶手册填写不规范', 户主姓名: '李四' })).toBe(key);
    expect(await keyOf({ 问题描述: '帮扶手册填写不规范。' })).not.toBe(key);
  });
});

describe('the number of a problem', () => {
  const wording = { kind: 'sense', en: 'no', zh: '否' } as const;
  const numbersIn = ({ problems }: Awaited<ReturnType<typeof ledgerTaken>>) => problems.map(({ number }) => number);

  it('is the list’s own where it has one; the others are of the series of the year in which they were found', async () => {
    const rows = [problem(1), problem(2, { 问题编号: 'ZG-2017-0007' }), problem(3, { 发现时间: '2018-01-02' }), problem(4)];
    const taken = await ledgerTaken(rows);
    expect(numbersIn(taken)).toEqual(['ZG-2017-0001', 'ZG-2017-0007', 'ZG-2018-0001', 'ZG-2017-0002']);
    expect(taken.reserved).toEqual([
      { county: '610426', kind: 'problem', year: 2017, count: 2, besides: new Set(['ZG-2017-0007']) },
      { county: '610426', kind: 'problem', year: 2018, count: 1, besides: new Set(['ZG-2017-0007']) },
    ]);
  });

  it('is reserved beside every number that the list has anywhere, so that none of it is given twice', async () => {
    const last = problem(1, { 序号: '999', 问题编号: 'ZG-2017-0300' });
    const { reserved } = await ledgerTaken([...Array.from({ length: 300 }, (_, i) => problem(i + 1)), last]);
    expect(reserved[0]?.besides).toEqual(new Set(['ZG-2017-0300']));
  });

  it('is no number of the list’s rows, which may lack that column, and any of its cells', async () => {
    const rows = [problem(1, { 序号: '' }), problem(2, { 序号: '１' })];
    const { problems } = await ledgerTaken(rows);
    expect(problems.map(({ list }) => list.number)).toEqual([null, '1']);
    const without = await ledgerTaken([problem(1)], { without: ['序号', '问题编号'] });
    expect(without.problems).toMatchObject([{ number: 'ZG-2017-0001', list: { number: null } }]);
  });

  it('is reserved for what the desk would record, and for nothing that is there, differs or is refused', async () => {
    const listed = new Refusal('rectification.problem-listed', { problem: 'ZG-2017-0001' }, wording);
    const said = new Map<string, Answer>([
      [idOf(1), { alreadyThere: true, id: idOf(1) }],
      [idOf(2), listed],
      [idOf(3), new Refusal('desk.not-yet', {}, wording)],
    ]);
    const answer = ({ id }: CommandRequest) => said.get(id);
    const rows = [1, 2, 3, 4].map((nth) => problem(nth));
    const { report, reserved } = await ledgerTaken(rows, { answer });
    expect(report).toMatchObject({ accepted: 1, alreadyThere: 1, differing: 1, refused: 1 });
    expect(report.differingSubjects).toMatchObject([{ subject: `${numberOf(2)} 2`, rows: [4] }]);
    expect(reserved).toMatchObject([{ count: 1 }]);
    expect((await ledgerTaken(rows.slice(0, 3), { answer })).reserved).toEqual([]);
    const tried = await ledgerTaken(rows, { answer, dryRun: true });
    expect([tried.report, tried.reserved]).toMatchObject([{ accepted: 1, alreadyThere: 1, differing: 1, refused: 1, entries: 0 }, []]);
  });

  it('counts as differing also where a list of a later date has brought the problem', async () => {
    const answer = () => new Refusal('desk.leaves-inapplicable', { rules: ['rectification.problem-listed'] }, wording);
    expect((await ledgerTaken([problem(1)], { answer })).report).toMatchObject({ differing: 1, refused: 0 });
  });
});
