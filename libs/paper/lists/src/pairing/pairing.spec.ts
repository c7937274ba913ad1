import { describe, expect, it } from '@jest/globals';
import type { PersonId, UnitId } from '@lookback/kernel';
import { WrongExpectedRevision } from '@lookback/log/event-log';
import { RightMissing } from '@lookback/office/desk';
import { readSheet } from '@lookback/paper/workbook';
import { idOf, numberOf, pairing, pairingTaken } from './pairings.fixture.js';
import { recordingDesk } from '../recording-desk.fixture.js';

const none = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0 };

describe('a household’s helper', () => {
  it('is asked for as the row has it, once the official and the unit are on record', async () => {
    const { report, asked, pairings } = await pairingTaken([pairing(1)]);
    expect(asked.map(({ subject }) => subject.name)).toEqual(['unit', 'person', 'household']);
    const [unit, person, household] = asked;
    expect(unit?.command).toEqual({ name: '县自然资源局', county: '610426' });
    expect(person?.command).toEqual({ name: '慕容国平', phone: '13277266182', county: '610426' });
    expect(household).toMatchObject({ id: idOf(1), envelope: { effectiveOn: '2020-12-31' }, who: { process: 'setup' } });
    expect(pairings[0]).toEqual({
      source: { file: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), sheet: 1 },
      helpers: [
        {
          row: 3,
          person: person?.id as PersonId,
          unit: unit?.id as UnitId,
          rank: 'department-leader',
          affiliation: 'county',
          startedOn: '2015-03-15',
          asWritten: null,
        },
      ],
    });
    expect(report).toMatchObject({ ...none, rows: 1, accepted: 1, households: 1, helpers: 1, peopleRegistered: 1, unitsRegistered: 1 });
    expect(report).toMatchObject({ entries: 3, lastPosition: 3, stopped: false, dryRun: false });
  });

  it('is a name, phone and unit: another of them, another person', async () => {
    const others = [{}, { 帮扶责任人: '李敏' }, { 联系电话: '13277266183' }, { 帮扶单位: '县教育局' }, { 职级: '一般干部' }];
    const { pairings, report, requestsFor } = await pairingTaken(others.map((other, i) => pairing(i + 1, other)));
    const people = pairings.map(({ helpers }) => helpers[0]?.person);
    expect(new Set(people).size).toBe(4);
    expect(people[4]).toBe(people[0]);
    expect([requestsFor('person').length, requestsFor('unit').length]).toEqual([4, 2]);
    expect(report).toMatchObject({ helpers: 4, namesSeveral: 1 });
  });

  it('has an id that says nothing of the person', async () => {
    const { requestsFor } = await pairingTaken([pairing(1)]);
    expect(requestsFor('person')[0]?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(JSON.stringify(requestsFor('household'))).not.toMatch(/慕容国平|13277266182/);
  });

  it('keeps what was written where it is kept otherwise', async () => {
    const written = { 帮扶责任人: ' 慕容　国平', 联系电话: '１３２７７２６６１８２', 帮扶开始时间: '2015年3月15日' };
    const { pairings, requestsFor } = await pairingTaken([pairing(1), pairing(2, written)]);
    expect(pairings[1]?.helpers[0]).toMatchObject({ startedOn: '2015-03-15', asWritten: written });
    expect(requestsFor('person')).toHaveLength(1);
  });

  it('may lack a start and an affiliation', async () => {
    const { pairings } = await pairingTaken([pairing(1, { 帮扶开始时间: '', 单位隶属关系: '' })]);
    expect(pairings[0]?.helpers[0]).toMatchObject({ startedOn: null, affiliation: null });
  });

  it('may be one of several, in rows that stand apart; the household goes in whole', async () => {
    const rows = [pairing(1), pairing(2), pairing(1, { 帮扶责任人: '李敏' })];
    const { pairings, report } = await pairingTaken(rows);
    expect(pairings.map(({ helpers }) => helpers.map(({ row }) => row))).toEqual([[3, 5], [4]]);
    expect(report).toMatchObject({ rows: 3, accepted: 2, rowsOnRecord: 3 });
  });
});

describe('the same list', () => {
  it('is asked under the same keys, however its columns and rows stand and are written', async () => {
    const rows = [pairing(1), pairing(2, { 帮扶责任人: '李敏' }), pairing(1, { 帮扶责任人: '王刚' })];
    const keysOf = ({ asked }: Awaited<ReturnType<typeof pairingTaken>>) => new Set(asked.map(({ id, key }) => `${id} ${key}`));
    const straight = await pairingTaken(rows);
    const turned = [...rows].reverse().map((row) => ({ ...row, 帮扶开始时间: '2015/3/15', 职级: ` ${row.职级}` }));
    const header = [...Object.keys(pairing(1)).reverse(), '备注'];
    expect(keysOf(await pairingTaken(turned, { header }))).toEqual(keysOf(straight));
    const later = await pairingTaken([pairing(1, { 帮扶开始时间: '2015-03-16' })]);
    expect(straight.requestsFor('household').map(({ key }) => key)).not.toContain(later.requestsFor('household')[0]?.key);
  });

  it('adds nothing where the desk has it all', async () => {
    const there = recordingDesk(({ id }) => ({ alreadyThere: true, id }));
    const { report } = await pairingTaken([pairing(1), pairing(2)], { recording: there });
    expect(report).toMatchObject({
      ...none,
      alreadyThere: 2,
      households: 2,
      helpers: 1,
      peopleRegistered: 0,
      entries: 0,
      lastPosition: null,
    });
  });

  it('names each official and unit once, in however many batches', async () => {
    const { requestsFor, report } = await pairingTaken(Array.from({ length: 1_000 }, (_, i) => pairing(i + 1)));
    expect([requestsFor('unit').length, requestsFor('person').length, requestsFor('household').length]).toEqual([1, 1, 1_000]);
    expect(report).toMatchObject({ accepted: 1_000, entries: 1_002 });
  });
});

describe('a dry run', () => {
  it('records nothing, and tells what is not on record', async () => {
    const { report, asked } = await pairingTaken([pairing(1), pairing(1_001)], { dryRun: true });
    expect(asked).toEqual([]);
    expect(report).toMatchObject({ ...none, accepted: 1, refused: 1, dryRun: true, entries: 0, lastPosition: null });
  });
});

describe('a row is refused', () => {
  it.each<[Parameters<typeof pairing>[1], string, string]>([
    [{ 户编号: '61042600120000001' }, '户编号', 'input.digits-differ'],
    [{ 帮扶责任人: '' }, '帮扶责任人', 'input.missing'],
    [{ 帮扶单位: '' }, '帮扶单位', 'input.missing'],
    [{ 帮扶单位: '某单位，联系人 张三' }, '帮扶单位', 'list.unit-unreadable'],
    [{ 单位隶属关系: '中央' }, '单位隶属关系', 'list.word-unknown'],
    [{ 职级: '处级干部' }, '职级', 'list.code-unknown'],
    [{ 联系电话: '' }, '联系电话', 'input.missing'],
    [{ 联系电话: '见名册' }, '联系电话', 'input.phone-unreadable'],
    [{ 帮扶开始时间: '2015-02-30' }, '帮扶开始时间', 'input.day-unreadable'],
    [{ 帮扶开始时间: '去年' }, '帮扶开始时间', 'input.day-unreadable'],
  ])('for %j', async (cells, column, rule) => {
    const { report, pairings } = await pairingTaken([pairing(1, cells), pairing(2)]);
    expect(report).toMatchObject({ ...none, accepted: 1, refused: 1 });
    expect(report.faults).toMatchObject([{ row: 3, column, rule, value: Object.values(cells ?? {})[0] }]);
    expect(pairings).toHaveLength(1);
  });

  it('that speaks of a household not on record, and nobody is registered for it', async () => {
    const { report, requestsFor } = await pairingTaken([pairing(1_001, { 帮扶责任人: '李敏' }), pairing(1)]);
    expect(report.faults).toMatchObject([{ subject: numberOf(1_001), row: 3, column: '', rule: 'list.household-unknown' }]);
    expect(requestsFor('person')).toHaveLength(1);
  });

  it('that names the same helper again for one household, with all rows of the household', async () => {
    const { report } = await pairingTaken([pairing(1), pairing(2), pairing(1, { 职级: '一般干部' })]);
    expect(report).toMatchObject({ accepted: 1, refused: 1, faults: [{ row: 5, column: '帮扶责任人', rule: 'list.helper-twice' }] });
    const { rows } = await readSheet(report.refusedWorkbook ?? new Uint8Array(), { columns: [{ name: '户编号' }] });
    const refused: string[] = [];
    for await (const row of rows) refused.push(row.text('户编号'));
    expect(refused).toEqual([numberOf(1), numberOf(1)]);
  });

  it('where a household has more rows than helpers are had', async () => {
    const rows = Array.from({ length: 21 }, (_, i) => pairing(1, { 联系电话: `1327726${String(i).padStart(4, '0')}` }));
    const { report } = await pairingTaken(rows);
    expect(report.faults).toMatchObject([{ column: '户编号', rule: 'list.helpers-too-many' }]);
  });

  it('whose official may not be registered by the importing account', async () => {
    const refusing = recordingDesk(({ subject }) =>
      subject.name === 'person' ? new RightMissing(['record'], '610426' as never) : undefined,
    );
    const { report, requestsFor } = await pairingTaken([pairing(1)], { recording: refusing });
    expect(report.faults).toMatchObject([{ rule: 'list.outside-region' }]);
    expect(requestsFor('household')).toEqual([]);
  });
});

describe('an official whom another importer brings at the same time', () => {
  it('is asked for again', async () => {
    const moved = new WrongExpectedRevision('person-1' as never, 0, 1);
    const recording = recordingDesk(({ subject }, nth) => (subject.name === 'person' && nth === 1 ? moved : undefined));
    const { report } = await pairingTaken([pairing(1)], { recording });
    expect(report).toMatchObject({ accepted: 1, refused: 0 });
  });
});

describe('contradictions are taken and told by their places', () => {
  it('a phone of several affiliations, a name of several phones, a head called otherwise', async () => {
    const rows = [
      pairing(1),
      pairing(2, { 单位隶属关系: '省直' }),
      pairing(3, { 联系电话: '13277266183' }),
      pairing(4, { 户主姓名: '李四' }),
    ];
    const { report } = await pairingTaken(rows);
    const [one, two, three, four] = [1, 2, 3, 4].map((nth) => ({ household: numberOf(nth), row: nth + 2 }));
    expect(report).toMatchObject({ accepted: 4, refused: 0, affiliationsDiffering: 1, namesSeveral: 1, headsDiffering: 1 });
    expect(report).toMatchObject({ affiliationPlaces: [[one, two]], namePlaces: [[one, three]], headPlaces: [four] });
    expect(JSON.stringify(report)).not.toMatch(/慕容国平|13277266183|李四/);
  });

  it('but no head that is erased, or that the list leaves blank', async () => {
    const heads = new Map([
      [idOf(1), null],
      [idOf(2), '张一'],
    ]);
    const { report } = await pairingTaken([pairing(1), pairing(2, { 户主姓名: '' })], { heads });
    expect(report).toMatchObject({ accepted: 2, headsDiffering: 0 });
  });
});
