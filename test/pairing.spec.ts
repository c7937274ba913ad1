import { todays } from '@lookback/log/read-model';
import { helpersRegister, householdsRegister } from '@lookback/case/household';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet, writeSheet } from '@lookback/paper/workbook';
import { SubjectHistory } from '@lookback/review/history';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HelperCountsShown, PersonHouseholds, UnderQuotaPage, UnitHouseholds, WithoutPostPage } from '@lookback/application/queries';
import { excerptBytes, imported, knownHousehold, knownId, listedOn } from './support/importing.js';
import { expectNothingStored, Secrets } from './support/leaks.js';
import { type Office, openOffice } from './support/office.js';
import { Running } from './support/running.js';
import { county, mustBe, type Staff, staffed } from './support/staff.js';

const excerpt = new URL('./data/pairing-excerpt.xlsx', import.meta.url);
const pairings = readFileSync(excerpt);
const columns = '乡(镇) 行政村 户编号 户主姓名 帮扶责任人 帮扶单位 单位隶属关系 职级 联系电话 帮扶开始时间'.split(' ');

async function cellsIn(workbook: Uint8Array): Promise<string[][]> {
  const { rows } = await readSheet(workbook, { columns: columns.map((name) => ({ name })) });
  const all: string[][] = [];
  for await (const row of rows) all.push(columns.map((name) => row.text(name)));
  return all;
}

const listOf = (rows: readonly (readonly string[])[]) => writeSheet({ name: '结对帮扶花名册', header: columns, rows });
const withCell = (row: readonly string[], column: string, text: string) => row.map((cell, i) => (columns[i] === column ? text : cell));

describe('a pairing list over HTTP', () => {
  let office: Office;
  let staff: Staff;
  let cells: string[][];

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    cells = await cellsIn(pairings);
  });
  afterAll(() => office.close());

  const upload = (bytes: Uint8Array, options?: string, token = staff.operator.token) =>
    imported(office.ask, bytes, token, options, 'pairing');
  const get = (path: string, token = staff.operator.token) => mustBe(200, office.ask('GET', path, undefined, token));
  const counts = async () => (await get('/helpers/counts')).as(HelperCountsShown);
  const under = async () => (await get('/helpers/under-quota')).as(UnderQuotaPage);

  it('is refused whole before its households are on record, and registers nobody', async () => {
    const head = await office.system.log.head();
    const { report } = await upload(pairings);
    expect(report).toMatchObject({ rows: 11, accepted: 0, refused: 11, peopleRegistered: 0, entries: 0 });
    expect(new Set(report?.faults.map(({ rule }) => rule))).toEqual(new Set(['list.household-unknown']));
    expect(await office.system.log.head()).toBe(head);
  });

  it('in a dry run records nothing', async () => {
    await imported(office.ask, excerptBytes(), staff.operator.token);
    const head = await office.system.log.head();
    expect((await upload(pairings, '&dryRun=true')).report).toMatchObject({ dryRun: true, accepted: 11, refused: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('is taken but for three wrong rows, whose workbook is mended and taken', async () => {
    const wrong = cells.map((row, i) =>
      i === 0
        ? withCell(row, '职级', '处级')
        : i === 4
          ? withCell(row, '帮扶开始时间', '去年')
          : i === 7
            ? withCell(row, '户编号', '610426001200999999')
            : row,
    );
    const { id, report } = await upload(await listOf(wrong));
    expect(report).toMatchObject({ rows: 11, accepted: 8, refused: 3 });
    expect(report?.faults.map(({ rule, row, column }) => [row, column, rule]).sort()).toEqual([
      [2, '职级', 'list.code-unknown'],
      [6, '帮扶开始时间', 'input.day-unreadable'],
      [9, '', 'list.household-unknown'],
    ]);
    const file = await fetch(`${office.url}/imports/${id}/refused.xlsx`, { headers: { authorization: `Bearer ${staff.operator.token}` } });
    const refused = await cellsIn(new Uint8Array(await file.arrayBuffer()));
    expect(refused).toHaveLength(3);
    const mended = [0, 4, 7].map((at) => cells[at] ?? []);
    expect((await upload(await listOf(mended))).report).toMatchObject({
      rows: 3,
      accepted: 3,
      refused: 0,
      peopleRegistered: 0,
      entries: 3,
    });
  });

  it('adds nothing when it comes again, whoever brings it, and tells what differs', async () => {
    const head = await office.system.log.head();
    expect((await upload(pairings, '', staff.desk.token)).report).toMatchObject({ accepted: 0, alreadyThere: 11, entries: 0, helpers: 6 });
    const changed = cells.map((row, i) => (i === 0 ? withCell(row, '帮扶开始时间', '2016-01-01') : row));
    expect((await upload(await listOf(changed))).report).toMatchObject({ alreadyThere: 10, differing: 1, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('tells its contradictions, and heads that are called otherwise', async () => {
    const otherwise = cells.map((row, i) => (i === 2 ? withCell(row, '户主姓名', '郝无名') : row));
    const { report } = await upload(await listOf(otherwise));
    expect(report).toMatchObject({ alreadyThere: 11, affiliationsDiffering: 2, headsDiffering: 1 });
  });

  it('is not for whoever records in another county', async () => {
    expect((await upload(pairings, '', staff.stranger.token)).report).toMatchObject({ accepted: 0, entries: 0 });
    expect(
      (await mustBe(403, office.ask('POST', `/imports/pairing?dated=${listedOn}`, pairings, staff.auditor.token))).problem.needed,
    ).toEqual(['record']);
  });

  it('gives every household its helper, and says who is under quota', async () => {
    expect(await counts()).toMatchObject({ households: 11, withHelper: 11, withoutHelper: 0, helpers: 6 });
    expect((await counts()).byRank).toEqual([
      { key: 'cadre', en: 'cadre', zh: '一般干部', helpers: 2, households: 3 },
      { key: 'county-leader', en: 'county leader', zh: '县级领导', helpers: 1, households: 1 },
      { key: 'department-leader', en: 'department leader', zh: '科级干部', helpers: 3, households: 7 },
    ]);
    const { total, helpers } = await under();
    expect(total).toBe(3);
    expect(helpers.map(({ name, households, quota, units }) => [name, households, quota, units[0]?.name]).sort()).toEqual([
      ['曾慧', 1, 5, '县扶贫开发局'],
      ['贾鸿煊', 1, 3, '县商务局'],
      ['邢修杰', 1, 2, '县交通运输局'],
    ]);
    const second = helpers[1]?.person ?? '';
    expect((await get(`/helpers/under-quota?limit=1&after=${helpers[0]?.person ?? ''}`)).as(UnderQuotaPage).helpers[0]?.person).toBe(
      second,
    );
  });

  it('says who helps without holding a post, and what each unit helps', async () => {
    const without = async () => (await get('/helpers/without-post')).as(WithoutPostPage);
    const { total, helpers } = await without();
    expect([total, helpers.length]).toEqual([6, 6]);
    const [one] = helpers;
    const [unit] = one?.units ?? [];
    const post = { post: 'other', unit: staff.units.office, level: 'county', region: county };
    const posting = { command: post, envelope: { effectiveOn: listedOn } };
    await mustBe(201, office.ask('POST', `/people/${one?.person ?? ''}/post-person`, posting, staff.admin.token));
    expect((await without()).helpers.map(({ person }) => person)).toEqual(helpers.slice(1).map(({ person }) => person));
    const helpersWith = async (query = '', token = staff.operator.token) =>
      (await get(`/units/${unit?.unit ?? ''}/households${query}`, token)).as(UnitHouseholds);
    const { name, households } = await helpersWith();
    expect(name).toBe(unit?.name);
    expect(households.filter((line) => line.helpers.some(({ person }) => person === one?.person))).toHaveLength(one?.households ?? 0);
    expect(households[0]?.helpers[0]).toMatchObject({ name: expect.any(String), rank: expect.any(String), from: listedOn });
    const first = await helpersWith('?limit=1');
    const rest = first.next === null ? [] : (await helpersWith(`?after=${first.next}`)).households;
    expect([...first.households, ...rest]).toEqual(households);
    for (const [id, { token }] of [
      ['nobody', staff.operator],
      [unit?.unit ?? '', staff.stranger],
    ] as const)
      await mustBe(404, office.ask('GET', `/units/${id}/households`, undefined, token));
  });

  it('shows nothing of the county to whoever looks after another', async () => {
    expect((await get('/helpers/under-quota', staff.stranger.token)).as(UnderQuotaPage)).toMatchObject({ total: 0, helpers: [] });
    expect((await get('/helpers/counts', staff.stranger.token)).as(HelperCountsShown)).toMatchObject({ households: 0, helpers: 0 });
    await mustBe(404, office.ask('GET', '/people/nobody/households', undefined, staff.operator.token));
  });

  it('is the beginning: a helper is handed over, paired and released', async () => {
    const ask = (path: string, effectiveOn: string, command: object) =>
      office.ask('POST', `/households/${knownId}/${path}?wait=projected`, { command, envelope: { effectiveOn } }, staff.operator.token);
    const [from] = (await under()).helpers;
    const helper = (await get(`/people/${from?.person ?? ''}/households`)).as(PersonHouseholds);
    const unit = helper.households[0]?.unit ?? '';
    const known = (await helpersOf(knownHousehold))[0] ?? '';
    const to = { person: helper.person, unit, rank: 'cadre' };
    await mustBe(201, ask('hand-over-helper', '2018-03-01', { from: known, to }));
    expect((await mustBe(409, ask('hand-over-helper', '2018-04-01', { from: known, to: { ...to, person: known } }))).problem.type).toBe(
      'urn:lookback:rule:assistance.helper-not-helping',
    );
    expect((await mustBe(409, ask('pair-helper', '2018-04-01', to))).problem.facts).toEqual({ person: to.person, since: '2018-03-01' });
    await mustBe(201, ask('release-helper', '2018-05-01', { person: to.person }));
    expect(await counts()).toMatchObject({ withHelper: 10, withoutHelper: 1 });
    const [ended] = (await get(`/people/${to.person}/households`)).as(PersonHouseholds).households.filter(({ id }) => id === knownId);
    expect(ended).toMatchObject({ number: knownHousehold, from: '2018-03-01', to: '2018-05-01', statedFrom: null, rank: 'cadre' });
    const { entries } = (await get(`/households/${knownId}/history`)).as(SubjectHistory);
    expect(entries.map(({ type }) => type)).toEqual(['HouseholdTakenOver', 'HelperTakenOver', 'HelperHandedOver', 'HelperReleased']);
    expect(entries[1]?.zh).toBe('由名册接收帮扶责任人（第 2 行）：慕容国平（县自然资源局，科级干部），填报自 2015-03-15 起。');
    expect(entries[2]?.en).toContain(`${helper.name ?? ''} of`);
  });

  it('leaves no helper’s name or phone in any stored byte, and rows that a rebuild gives again', async () => {
    const secrets = await Secrets.read(excerptBytes());
    for (const row of cells) secrets.add(row[columns.indexOf('帮扶责任人')] ?? '', row[columns.indexOf('联系电话')] ?? '');
    expect(await expectNothingStored(office.owner, secrets)).toBeGreaterThan(30);
    expect((await office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });

  it('asks the command line to sign in first, once others have accounts', async () => {
    const cli = Running.cli(['import', 'pairing', fileURLToPath(excerpt), '--dated', listedOn, '--json'], office.env);
    expect([await cli.ended(), cli.stderr]).toEqual([2, expect.stringContaining('Sign in first')]);
  });

  /** Who helps a household now, as its stream says. */
  async function helpersOf(number: string): Promise<string[]> {
    const { rows } = await office.owner.query<{ person: string }>(
      `SELECT r.person FROM ${todays(helpersRegister)} r JOIN ${todays(householdsRegister)} h USING (stream) WHERE h.number = $1 AND r.lasts`,
      [number],
    );
    return rows.map(({ person }) => person);
  }
});
