import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CodesShown, HouseholdCounts, ProposalsShown } from '@lookback/application/queries';
import { FormShown } from '@lookback/office/desk';
import { cellsOf, registersOf, subjectsOf } from './support/asking-registers.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { ledgerIn, ledgerRowsIn, problemRow } from './support/ledgers.js';
import { type Office, openOffice } from './support/office.js';
import { householdRows, rosterOf } from './support/rosters.js';
import { type Colleague, county, mustBe, newcomer, type Staff, staffed } from './support/staff.js';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const cause = (code: string, zh: string, en: string, national: string) => ({ code, zh, en, national });
/** Two of the nation's codes, called otherwise, and three of the county's own. */
const own = [
  cause('01', '病残类', 'illness and disability', '01'),
  cause('06', '水利类', 'water works', '06'),
  cause('c3', '发展类', 'development', '07'),
  cause('c4', '灾害类', 'calamities', '04'),
  cause('c5', '其他类', 'other reasons', '12'),
];

describe('a county with five causes of its own', () => {
  let office: Office;
  let staff: Staff;
  let holders: Colleague[];
  const get = async (path: string, who: Colleague) => mustBe(200, office.ask('GET', path, undefined, who.token));
  const ask = (who: Colleague, path: string, command: object) =>
    mustBe(201, office.ask('POST', `${path}?wait=projected`, { command, envelope: { effectiveOn: today } }, who.token));
  const adopted = async (standard: string, value: object) => {
    const [one, other] = holders as [Colleague, Colleague];
    await ask(one, `/standards/${county}/propose-standard`, { standard, value, document: '永政发〔2026〕9号' });
    const { proposals } = (await get(`/standards/proposed?region=${county}`, other)).as(ProposalsShown);
    await ask(other, `/standards/${county}/adopt-standard`, { proposal: proposals[0]?.proposal });
  };
  const taken = async (bytes: Uint8Array, list: string, dated: string) =>
    (await imported(office.ask, bytes, staff.operator.token, '', list, dated)).report;
  const counts = async () => (await get(`/households/counts?region=${county}`, staff.operator)).as(HouseholdCounts).byCause;
  const registers = () => registersOf(office.ask, staff.operator);
  const having = (mainCause: string, at = today) => registers().page('households', { mainCause, at, columns: 'mainCause' });
  const causesIn = (page: Awaited<ReturnType<typeof having>>) => cellsOf(page, 'mainCause').map((cell) => cell?.said?.zh);

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, excerptBytes(), staff.operator.token);
    holders = await Promise.all(
      ['first.holder', 'second.holder'].map((login) => newcomer(office.ask, staff, { login, rights: ['standards'] })),
    );
    await adopted('cause-codes', { causes: own });
  });
  afterAll(() => office.close());

  it('offers them in forms from their day on, and the nation’s before', async () => {
    const act = async (on: string) => {
      const { fields } = (await get(`/households/${knownId}/acts/reclassify-cause?on=${on}`, staff.operator)).as(FormShown);
      return fields.map(({ field, setIn, choices }) => [field, setIn, choices.length]);
    };
    expect(await act(today)).toEqual([
      ['main', county, 5],
      ['others', county, 5],
    ]);
    expect(await act('2020-01-01')).toEqual([
      ['main', 'CN', 12],
      ['others', 'CN', 12],
    ]);
    await mustBe(404, office.ask('GET', `/households/${knownId}/acts/reclassify-cause`, undefined, staff.stranger.token));
  });

  it('tells, counts and finds households by them, and those of before by the words of before', async () => {
    const before = await counts();
    const water = before.find(({ zh }) => zh === '缺水');
    expect(water).toMatchObject({ setIn: 'CN', since: '2014-01-01' });
    await ask(staff.operator, `/households/${knownId}/reclassify-cause`, { main: '06', others: ['c5'] });
    const now = await counts();
    expect(now.find(({ zh }) => zh === '水利类')).toMatchObject({
      key: `06~${county}~${today}`,
      setIn: county,
      since: today,
      households: 1,
    });
    const found = await having(`06~${county}~${today}`);
    expect([subjectsOf(found), causesIn(found)]).toEqual([[knownId], ['水利类']]);
    const old = await having('06~CN~2014-01-01');
    expect(old.total).toBe(now.find(({ zh }) => zh === '缺水')?.households ?? 0);
    const oldThen = await having('06~CN~2014-01-01', '2019-12-31');
    expect([subjectsOf(oldThen), causesIn(oldThen)]).toEqual([[knownId], ['缺水']]);
    const byCause = (await registers().counts('households', 'mainCause')).counts;
    expect(byCause.map(({ cells, rows }) => [cells['mainCause']?.said?.zh, rows]).sort()).toEqual(
      now.map(({ zh, households }) => [zh, households]).sort(),
    );
    const { codes } = (await get(`/standards/codes?list=cause-codes&region=${county}`, staff.operator)).as(CodesShown);
    expect(codes.filter(({ key }) => key.startsWith('06'))).toMatchObject([
      { zh: '缺水', setIn: 'CN' },
      { zh: '水利类', setIn: county },
    ]);
    const { text } = await get(`/households/${knownId}/history`, staff.operator);
    expect(text).toContain('主要致贫原因：水利类；其他原因：其他类');
    const file = await get(`/households/${knownId}`, staff.operator);
    expect(file.text).toContain(`"cause-codes 06 ${today}":{"en":"water works","zh":"水利类"}`);
  });

  it('refuses a code that only the nation’s list has', async () => {
    const asked = { command: { main: '05', others: [] }, envelope: { effectiveOn: today } };
    const { problem } = await mustBe(409, office.ask('POST', `/households/${knownId}/reclassify-cause`, asked, staff.operator.token));
    expect(problem.type).toBe('urn:lookback:rule:identification.cause-unknown');
  });

  it('takes a roster in its own words over, dated since they hold, and refuses the nation’s', async () => {
    const inOwn = householdRows(3_201).map((row) => ({ ...row, 主要致贫原因: '灾害类' }));
    const rows = await rosterOf([...inOwn, ...householdRows(3_202, 1)]);
    const refused = { rule: 'list.code-unknown', column: '主要致贫原因' };
    expect(await taken(rows, 'roster', today)).toMatchObject({ accepted: 1, refused: 1, faults: [{ ...refused, row: 6 }] });
    expect(causesIn(await having(`c4~${county}~${today}`))).toEqual(['灾害类']);
    expect((await counts()).find(({ zh }) => zh === '灾害类')).toMatchObject({ key: 'c4', households: 1, people: 3 });
    expect((await taken(rows, 'roster', '2016-12-31'))?.faults).toMatchObject([3, 4, 5].map((row) => ({ ...refused, row })));
  });

  it('keeps its ledger in words of its own: taken over, found, counted, and written out again', async () => {
    const [source, kind] = ['县长热线', '庭院整治'];
    await adopted('problem-sources', { sources: [{ code: 'mayor', zh: source, en: 'line of the mayor' }] });
    await adopted('problem-classes', { classes: [{ code: 'yards', zh: kind, en: 'yards', blocksExit: false, asksPeople: true }] });
    const rows = [
      problemRow(1, { 问题来源: source, 问题类别: kind, 发现时间: today, 整改时限: '', 问题编号: 'YS-1' }),
      problemRow(2, { 问题编号: 'YS-2' }),
    ];
    const report = await taken(await ledgerIn(rows), 'ledger', today);
    expect(report).toMatchObject({ accepted: 1, refused: 1 });
    expect(report?.faults.map(({ rule, column }) => [rule, column])).toEqual([
      ['list.code-unknown', '问题来源'],
      ['list.code-unknown', '问题类别'],
    ]);
    const own = { source: `mayor~${county}~${today}`, class: `yards~${county}~${today}` };
    expect((await registers().page('problems', own)).rows).toMatchObject([
      { key: 'YS-1', cells: { source: { said: { zh: source } }, class: { said: { en: 'yards' } } } },
    ]);
    const { counts: bySource } = await registers().counts('problems', 'source', { county });
    expect(bySource).toMatchObject([{ cells: { source: { said: { zh: source } } }, rows: 1 }]);
    const headers = { authorization: `Bearer ${staff.operator.token}` };
    const out = new Uint8Array(await (await fetch(`${office.url}/problems/ledger.xlsx`, { headers })).arrayBuffer());
    expect((await ledgerRowsIn(out)).map((row) => [row['问题来源'], row['问题类别']])).toEqual([[source, kind]]);
    expect(await taken(out, 'ledger', today)).toMatchObject({ accepted: 0, refused: 0, entries: 0 });
  });
});
