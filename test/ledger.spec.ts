import { todays } from '@lookback/log/read-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import { HouseholdFileShown, helpersRegister } from '@lookback/case/household';
import { SubjectHistory } from '@lookback/review/history';
import { readFileSync } from 'node:fs';
import { NumberReserved } from '@lookback/application/queries';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode, StreamName } from '@lookback/kernel';
import { Receipt } from '@lookback/office/desk';
import { ledgerHeader } from '@lookback/paper/lists';
import { keysOf, registersOf, rowsBy } from './support/asking-registers.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { expectNothingStored, Secrets } from './support/leaks.js';
import { type Office, openOffice } from './support/office.js';
import { ledgerIn, problemRow } from './support/ledgers.js';
import { householdRows, rosterOf } from './support/rosters.js';
import { type Colleague, colleague, county, mustBe, official, postedOn, type Staff, staffed, township } from './support/staff.js';

const inData = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));
const ledger = inData('ledger-excerpt.xlsx');

describe('a ledger over HTTP', () => {
  let office: Office;
  let staff: Staff;
  let known: { unit: string; person: string };

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    const { token } = staff.operator;
    const education = {
      command: { name: '县教育局', kind: 'department', level: 'county', region: county },
      envelope: { effectiveOn: postedOn },
    };
    const unit = (await mustBe(201, office.ask('POST', '/units/register-unit', education, staff.admin.token))).as(Receipt).id;
    const post = { post: 'department-leader', unit, level: 'county', region: county };
    known = { unit, person: await official(office.ask, staff.admin.token, '牛聪健', '13900000004', post) };
    await imported(office.ask, excerptBytes(), token);
    await imported(office.ask, inData('pairing-excerpt.xlsx'), token, '', 'pairing');
  });
  afterAll(() => office.close());

  const upload = (options = '') => imported(office.ask, ledger, staff.operator.token, options, 'ledger');
  const get = (path: string) => mustBe(200, office.ask('GET', path, undefined, staff.operator.token));

  it('in a dry run records nothing', async () => {
    const head = await office.system.log.head();
    expect((await upload('&dryRun=true')).report).toMatchObject({ dryRun: true, accepted: 10, refused: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('is taken whole, three problems of one household among the others', async () => {
    const { report } = await upload();
    expect(report).toMatchObject({ rows: 10, accepted: 10, refused: 0, headsDiffering: 0 });
    expect(report).toMatchObject({ problems: 10, stated: { cancelled: 5, 'in-progress': 3, 'not-started': 2 }, officials: 20 });
    expect(report).toMatchObject({ officialsMatched: 2, peopleRegistered: 18 });
    const counts = await registersOf(office.ask, staff.operator).counts('problems', 'status');
    expect(counts.total.rows).toBe(10);
    expect(rowsBy(counts, 'status')).toEqual({ cancelled: 5, 'in-progress': 3, 'not-started': 2 });
    const { entries } = (await get(`/households/${knownId}/history`)).as(SubjectHistory);
    expect(entries.map(({ type }) => type)).toEqual([
      'HouseholdTakenOver',
      'HelperTakenOver',
      ...Array<string>(3).fill('ProblemTakenOver'),
    ]);
  });

  it('adds nothing when it comes again', async () => {
    const head = await office.system.log.head();
    expect((await upload()).report).toMatchObject({ accepted: 0, alreadyThere: 10, differing: 0, peopleRegistered: 0, entries: 0 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('finds who has the duties by name and unit: whoever holds a post there, or helps a household for it', async () => {
    const problems = (await registersOf(office.ask, staff.operator).page('problems')).rows;
    const numbers = new Map<string | null, string>();
    for (const { subject } of problems)
      for (const { number, list } of (await get(`/households/${subject.id}`)).as(HouseholdFileShown).problems)
        numbers.set(list?.number ?? null, number);
    const dutiesIn = (listed: string) => problems.find(({ key }) => key === numbers.get(listed))?.cells;
    expect(dutiesIn('7')).toMatchObject({
      leader: { value: known.person, said: { zh: '牛聪健' } },
      unit: { value: known.unit, said: { zh: '县教育局' } },
    });
    const { rows } = await office.owner.query<{ person: string }>(`SELECT person FROM ${todays(helpersRegister)} r WHERE stream = $1`, [
      `household-${knownId}`,
    ]);
    expect(dutiesIn('1')?.['leader']).toMatchObject({ value: rows[0]?.person, said: { zh: '慕容国平' } });
    expect(dutiesIn('27')).toMatchObject({ unit: { value: known.unit }, leader: { said: { zh: '肖伟' } } });
  });

  it('leaves no name in any stored byte, and rows that a rebuild gives again', async () => {
    const secrets = await Secrets.read(excerptBytes());
    const { rows } = await readSheet(ledger, { columns: [{ name: '责任领导' }, { name: '责任人' }] });
    for await (const row of rows) for (const column of ['责任领导', '责任人'] as const) secrets.add(row.text(column));
    expect(await expectNothingStored(office.owner, secrets)).toBeGreaterThan(50);
    expect((await office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });
});

describe('ledgers of several hands over HTTP', () => {
  let office: Office;
  let staff: Staff;
  /** Records in one township of the county, and nowhere else. */
  let clerk: Colleague;
  const household = householdRows(1, 1)[0]?.['户编号'] ?? '';
  const id = listedHouseholdId(county as RegionCode, household as HouseholdNumber);
  const leak = { 发现时间: '2020-03-01', 问题描述: '屋顶漏雨' };
  const nobody = { 责任领导: '', 责任单位: '', 责任人: '' };
  const unpaid = { 发现时间: '2020-04-01', 问题描述: '补助未兑现' };

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    clerk = await colleague(office.ask, staff.admin.token, { login: 'clerk', rights: ['record'], regions: [township] });
    await imported(office.ask, await rosterOf(householdRows(1, 4).concat(householdRows(2, 1), householdRows(3, 1))), clerk.token);
  });
  afterAll(() => office.close());

  const take = async (bytes: Uint8Array, { token } = staff.operator, options = '') =>
    (await imported(office.ask, bytes, token, options, 'ledger')).report;
  const numbers = async () =>
    (await mustBe(200, office.ask('GET', `/households/${id}`, undefined, clerk.token)))
      .as(HouseholdFileShown)
      .problems.map(({ number, list }) => `${number} (${list?.number ?? '-'})`);
  const head = () => office.system.log.head();
  const reserved = async () => (await office.system.log.readStream('series-610426-problem-2020' as StreamName)).length;

  it('say beforehand what they will do, and reserve nothing', async () => {
    const bytes = await ledgerIn([problemRow(1, leak), problemRow(2), problemRow(77)]);
    const before = await head();
    const tried = await take(bytes, staff.operator, '&dryRun=true');
    expect([await head(), tried]).toEqual([before, expect.objectContaining({ accepted: 2, refused: 1, entries: 0, dryRun: true })]);
    const { entries: _entries, dryRun: _dryRun, ...did } = (await take(bytes)) ?? {};
    expect(tried).toMatchObject(comparable(did));
    expect([await reserved(), await numbers()]).toEqual([1, ['ZG-2020-0001 (1)']]);
  });

  it('that call different problems of one household by one 序号 both go in', async () => {
    const unlike = await ledgerIn([problemRow(1, unpaid)]);
    expect(await take(unlike)).toMatchObject({ accepted: 1, refused: 0, differing: 0 });
    expect(await numbers()).toEqual(['ZG-2020-0001 (1)', 'ZG-2020-0003 (1)']);
    const { entries } = (await mustBe(200, office.ask('GET', `/households/${id}/history`, undefined, clerk.token))).as(SubjectHistory);
    expect(entries.at(-1)?.zh).toBe('由台账接收问题 ZG-2020-0003（第 3 行，序号 1）：整改中（台账）。');
  });

  it('add nothing where the next month’s calls its rows otherwise, and tell those that differ', async () => {
    const shifted = [problemRow(2, { 序号: '1' }), problemRow(1, { ...unpaid, 序号: '2' }), problemRow(1, { ...leak, 序号: '3' })];
    const before = await head();
    const report = await take(await ledgerIn(shifted));
    expect(report).toMatchObject({ accepted: 0, alreadyThere: 0, differing: 3, refused: 0, entries: 0 });
    const again = await ledgerIn([problemRow(1, unpaid), problemRow(2), problemRow(1, { ...leak, 整改进展: '未启动' })]);
    expect(await take(again)).toMatchObject({ accepted: 0, alreadyThere: 2, differing: 1, entries: 0 });
    expect(await head()).toBe(before);
  });

  it('pass by numbers that somebody typed, and those that they have themselves', async () => {
    const command = { number: 'ZG-2020-0040', source: 'self-check', class: 'exit', level: 'county', words: '房屋开裂' };
    const asked = { command, envelope: { effectiveOn: '2020-05-01' } };
    await mustBe(201, office.ask('POST', `/households/${id}/record-problem?wait=projected`, asked, staff.operator.token));
    const rows = [problemRow(1, { 发现时间: '2020-05-02' }), problemRow(3, { 问题编号: 'ZG-2020-0041' })];
    expect(await take(await ledgerIn(rows))).toMatchObject({ accepted: 2 });
    expect(await numbers()).toContain('ZG-2020-0042 (1)');
  });

  it('may lack both columns of numbers, and be brought by who records in a part of the county alone', async () => {
    const header = ledgerHeader.filter((column) => column !== '序号' && column !== '问题编号');
    const bytes = await ledgerIn([problemRow(1, { 发现时间: '2019-06-01', ...nobody })], header);
    expect(await take(bytes, clerk)).toMatchObject({ accepted: 1 });
    expect(await numbers()).toContain('ZG-2019-0001 (-)');
  });

  it('are numbered apart from whoever asks for a number meanwhile', async () => {
    const rows = Array.from({ length: 20 }, (_, nth) => problemRow((nth % 3) + 1, { 序号: String(nth), 发现时间: `2021-06-${String(nth + 1).padStart(2, '0')}` })); // prettier-ignore
    const ask = async () =>
      (await mustBe(201, office.ask('POST', '/numbers/problem', { region: township, year: 2021 }, staff.operator.token))).as(
        NumberReserved,
      );
    const [report, ...asked] = await Promise.all([take(await ledgerIn(rows)), ...Array.from({ length: 8 }, ask)]);
    expect(report).toMatchObject({ accepted: 20 });
    const listed = keysOf(await registersOf(office.ask, clerk).page('problems'));
    const given = [...listed, ...asked.map(({ number }) => number)].filter((number) => number.startsWith('ZG-2021'));
    expect([given.length, new Set(given).size]).toEqual([28, 28]);
  });

  /** What a run and a dry one have in common. */
  function comparable(report: object) {
    const { seconds: _seconds, lastPosition: _lastPosition, ...rest } = report as { seconds?: number; lastPosition?: number };
    return rest;
  }
});
