import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdCounts, type RegisterPage } from '@lookback/application/queries';
import { Receipt } from '@lookback/office/desk';
import { SubjectHistory } from '@lookback/review/history';
import { registersOf, subjectsOf } from './support/asking-registers.js';
import { FactsOf, income, visit } from './support/facts.js';
import { excerptBytes, imported, knownHousehold, knownId } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { ledgerIn, ledgerRowsIn, problemRow } from './support/ledgers.js';
import { changedRow, citizenNumber, householdRows, rosterOf, type Row, unnumberedRows } from './support/rosters.js';
import { mustBe, newcomer, type Staff, staffed } from './support/staff.js';

const village = '610426001200';
let office: Office;
let staff: Staff;
const envelope = { effectiveOn: '2018-02-01' };
const member = (nth: number, otherwise: object = {}) => ({
  relation: 'head',
  name: '钱多多',
  citizenNumber: citizenNumber(60_000 + nth),
  ethnicGroup: '01',
  pupil: 'none',
  health: 'healthy',
  labour: 'ordinary',
  seriousIllnessInsurance: true,
  ...otherwise,
});
const household = (...members: readonly object[]) => ({ basis: 'clue', village, hamlet: '一组', residence: 'both', members });
const open = (command: object, key: string, token = staff.operator.token) =>
  office.ask('POST', '/households/open-household?wait=projected', { command, envelope }, token, { 'idempotency-key': key });
const opened = async (command: object, key: string) => (await mustBe(201, open(command, key))).as(Receipt);
const search = (said: Readonly<Record<string, string>>) => registersOf(office.ask, staff.operator).search('households', said);
const only = async (text: string) => subjectsOf(await search({ text }));

beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  await imported(office.ask, excerptBytes(), staff.operator.token);
});
afterAll(() => office.close());

describe('a household without a number', () => {
  let id: string;

  it('comes on record, once under one key, and its file tells what is known', async () => {
    const asked = household(member(1), member(2, { relation: 'spouse', name: '孙小小' }));
    const receipt = await opened(asked, 'first');
    ({ id } = receipt);
    expect(await opened(asked, 'first')).toEqual(receipt);
    const { said } = await new FactsOf(office.ask, staff.operator.token, id).file();
    expect(said).toMatchObject({
      id,
      fileCode: id.slice(0, 8),
      number: null,
      numbers: [],
      standing: 'ordinary',
      attribute: null,
      income: null,
    });
    expect(said).toMatchObject({ basis: 'clue', residence: 'both', hamlet: '一组', village: { code: village }, takenOverOn: null });
    expect(said.members.map(({ name, relation, number }) => [name, relation, number])).toEqual([
      ['钱多多', 'head', null],
      ['孙小小', 'spouse', null],
    ]);
  });

  it('has a history that begins with its opening, and takes facts like any other', async () => {
    const facts = new FactsOf(office.ask, staff.operator.token, id);
    await facts.recorded(visit('2018-03-01', '缺水'));
    await facts.recorded(income('2018-03-02', 2017, 2, 3_000));
    const history = (await mustBe(200, office.ask('GET', `/households/${id}/history`, undefined, staff.auditor.token))).as(SubjectHistory);
    expect(history.entries.map(({ type, zh }) => [type, zh])).toMatchObject([
      ['HouseholdOpened', '建立档案（风险线索）：2 人。'],
      ['HomeVisited', expect.anything()],
      ['IncomeAssessed', expect.anything()],
    ]);
    expect((await facts.file()).said.income).toMatchObject({ perPersonFen: 315_000 });
  });

  it('is found by its file code, by name and by a member’s citizen number, and stands in the lists in its place', async () => {
    for (const text of [id.slice(0, 8), id.slice(0, 8).toUpperCase(), '钱多多', citizenNumber(60_001)])
      expect(await only(text)).toEqual([id]);
    const all: RegisterPage['rows'] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: RegisterPage = await search({ limit: '2', ...(after && { after }) });
      all.push(...page.rows);
      after = page.next;
    }
    const places = all.map(({ cells }) => `${String(cells['village']?.value)} ${String(cells['number']?.value ?? 'none')}`);
    expect(places).toEqual([...new Set(places)].sort());
    expect(all.filter(({ cells }) => cells['number']?.value === null).map(({ subject }) => subject.id)).toEqual([id]);
    expect((await search({ standing: 'ordinary' })).total).toBe(1);
    const counts = (await mustBe(200, office.ask('GET', '/households/counts', undefined, staff.auditor.token))).as(HouseholdCounts);
    expect(counts.byStanding.find(({ key }) => key === 'ordinary')).toMatchObject({ households: 1, people: 2, zh: '一般农户（档外）' });
  });

  it('is not opened again for somebody who stands in a file: that file is told', async () => {
    const { status, problem } = await open(household(member(3), member(2, { relation: 'spouse' })), 'again');
    expect([status, problem.titleZh]).toEqual([409, `成员已在档案 ${id.slice(0, 8)} 中登记。`]);
  });

  it('is opened only by who records there', async () => {
    const asked = household(member(4));
    expect((await open(asked, 'auditor', staff.auditor.token)).status).toBe(403);
    const other = await newcomer(office.ask, staff, { login: 'other.village', rights: ['record'], regions: ['610426003'] });
    expect((await open(asked, 'other', other.token)).status).toBe(403);
    expect((await open({ ...asked, village: '610426' }, 'county')).status).toBe(400);
    expect((await open({ ...asked, members: [] }, 'nobody')).status).toBe(400);
  });

  it('is asked for by id alone: a number is looked for, and is no id', async () => {
    const byNumber = await office.ask('GET', `/households/${knownHousehold}`, undefined, staff.operator.token);
    expect(byNumber.status).toBe(404);
    expect(await only(knownHousehold)).toEqual([knownId]);
  });
});

describe('a household of a list that has no number for it', () => {
  const rows: Row[] = [...unnumberedRows(3_001), ...unnumberedRows(3_002, 1).map((row) => ({ ...row, 证件号码: '' }))];
  const [name = '', other = ''] = [rows[0]?.['姓名'], rows[3]?.['姓名']];
  const upload = async (list: readonly Row[], options = '') =>
    (await imported(office.ask, await rosterOf(list), staff.operator.token, options)).report;

  it('comes on record without one, once: a list that comes again adds nothing, nor does a dry run', async () => {
    expect(await upload(rows, '&dryRun=true')).toMatchObject({ accepted: 2, refused: 0, entries: 0 });
    expect(await upload(rows)).toMatchObject({ accepted: 2, refused: 0, people: 4, entries: 2, duplicates: 0 });
    const head = await office.system.log.head();
    for (const options of ['', '&dryRun=true'])
      expect(await upload(rows, options)).toMatchObject({ accepted: 0, alreadyThere: 2, refused: 0, entries: 0, duplicates: 0 });
    expect(await office.system.log.head()).toBe(head);
    const [found] = (await search({ text: name })).rows;
    expect(found?.called).toBe(found?.subject.id.slice(0, 8));
    expect(found?.cells).toMatchObject({ number: { value: null }, standing: { value: 'exited' }, people: { value: 3 } });
  });

  it('is known again by a member, or by its head in its village where nobody has stated a number; what differs is told', async () => {
    const differing = [...changedRow(unnumberedRows(3_001), 1, { 联系电话: '13900000000' }), { ...rows[3], 自然村: '9组' }];
    const head = await office.system.log.head();
    expect(await upload(differing)).toMatchObject({ accepted: 0, differing: 2, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('is refused where it may be that of two files, and both are named', async () => {
    const [first] = unnumberedRows(3_001, 1);
    const joined = changedRow(unnumberedRows(3_003, 2), 1, { 证件号码: first?.['证件号码'] ?? '' });
    const members = [{ ...joined[0], 证件号码: citizenNumber(60_001) }, joined[1] ?? {}];
    const report = await upload(members);
    const [one, two] = [(await only('钱多多'))[0]?.slice(0, 8), (await only(name))[0]?.slice(0, 8)];
    expect(report).toMatchObject({ accepted: 0, refused: 1, faults: [{ rule: 'list.files-alike', row: 3 }] });
    for (const code of [one, two]) expect(report?.faults[0]?.zh).toContain(code);
  });

  it('is named beside one of the list that has a number and somebody of it: number says one household, a member another', async () => {
    const numbered = householdRows(3_301);
    expect(await upload(numbered)).toMatchObject({ accepted: 1, duplicates: 0 });
    const [id = ''] = await only('钱多多');
    const report = await upload(changedRow(numbered, 2, { 证件号码: citizenNumber(60_001) }));
    expect(report).toMatchObject({ accepted: 0, differing: 1, entries: 0, duplicates: 1 });
    expect(report?.duplicatePlaces).toMatchObject([[{ household: '610426001200003301', row: 5 }, { household: id.slice(0, 8) }]]);
  });

  it('may get a number, by which it is found; the list without it still finds its file', async () => {
    const [id = ''] = await only(name);
    const number = '610426001200993001';
    const command = { number, persons: [] };
    await mustBe(
      201,
      office.ask('POST', `/households/${id}/give-registry-number?wait=projected`, { command, envelope }, staff.operator.token),
    );
    expect(await only(number)).toEqual([id]);
    expect(await upload(rows)).toMatchObject({ alreadyThere: 2, accepted: 0, entries: 0 });
  });

  it('has the problems of a ledger’s rows that name its village and its head, and they go out and in again', async () => {
    const problems = [other, other, '无名氏'].map((head, i) =>
      problemRow(i + 1, { 户编号: '', 户主姓名: head, 问题编号: `W-${String(i)}` }),
    );
    const take = async (bytes: Uint8Array) => (await imported(office.ask, bytes, staff.operator.token, '', 'ledger')).report;
    const report = await take(await ledgerIn(problems));
    expect(report).toMatchObject({ rows: 3, accepted: 2, refused: 1, faults: [{ rule: 'list.household-of-head-unknown', row: 5 }] });
    const headers = { authorization: `Bearer ${staff.operator.token}` };
    const out = new Uint8Array(await (await fetch(`${office.url}/problems/ledger.xlsx`, { headers })).arrayBuffer());
    const back = (await ledgerRowsIn(out)).filter((row) => row['户编号'] === '');
    expect(back.map((row) => [row['户主姓名'], row['行政村'], row['问题编号']]).sort()).toEqual(
      [other, other].map((head, i) => [head, '永安村委会', `W-${String(i)}`]).sort(),
    );
    const head = await office.system.log.head();
    expect(await take(out)).toMatchObject({ accepted: 0, refused: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });
});
