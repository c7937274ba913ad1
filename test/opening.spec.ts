import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdCounts, HouseholdPage } from '@lookback/application/queries';
import { Receipt } from '@lookback/office/desk';
import { SubjectHistory } from '@lookback/review/history';
import { FactsOf, income, visit } from './support/facts.js';
import { excerptBytes, imported, knownHousehold, knownId } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { citizenNumber } from './support/rosters.js';
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
const search = async (said: object, token = staff.operator.token) =>
  (await mustBe(200, office.ask('POST', '/households/search', said, token))).as(HouseholdPage);

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
      expect((await search({ text })).households.map((one) => one.id)).toEqual([id]);
    const all: HouseholdPage['households'] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await search({ limit: 2, ...(after && { after }) });
      all.push(...page.households);
      after = page.next;
    }
    const places = all.map((one) => `${one.village} ${one.id}`);
    expect(places).toEqual([...new Set(places)].sort());
    expect(all.filter(({ number }) => number === null).map((one) => one.id)).toEqual([id]);
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
    expect((await search({ text: knownHousehold })).households.map((one) => one.id)).toEqual([knownId]);
  });
});
