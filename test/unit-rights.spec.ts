import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsPage, CodesShown, EntriesPage, HouseholdCounts, ProblemDesk, RegionsShown } from '@lookback/application/queries';
import { Receipt } from '@lookback/office/desk';
import { cellsOf, registersOf, subjectsOf } from './support/asking-registers.js';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { colleague, type Colleague, county, elsewhere, mustBe, newcomer, postedOn, Session, township } from './support/staff.js';

let near: ProblemOffice;
let chief: Colleague;
/** Records for the township's unit, which answers for one problem of one household, and has no right in any region. */
let ofUnit: Colleague;
let counting: Colleague;
let another: string;

const envelope = { effectiveOn: postedOn };
const ask = (method: string, path: string, who: Colleague, body?: unknown) => near.office.ask(method, path, body, who.token);
const grant = (to: Colleague, command: object, by = near.staff.admin) =>
  ask('POST', `/accounts/${to.account}/grant-right?wait=projected`, by, { command, envelope });

beforeAll(async () => {
  near = await ProblemOffice.open();
  await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
  ({ chief } = near.staff);
  ofUnit = await newcomer(near.office.ask, near.staff, { login: 'of.unit', rights: [] });
  await mustBe(201, grant(ofUnit, { right: 'record', units: [near.staff.units.township] }));
  counting = await colleague(near.office.ask, near.staff.admin.token, { login: 'counting', rights: ['statistics'] });
  const all = subjectsOf(await registersOf(near.office.ask, near.staff.operator).page('households'));
  another = all.find((id) => id !== knownId) ?? '';
}, 120_000);
afterAll(() => near.close());

describe('a right for a unit', () => {
  it('is told to its holder, and shown to those who administer', async () => {
    const { rights } = (await mustBe(200, ask('GET', '/session', ofUnit))).as(Session);
    expect(rights).toEqual([{ right: 'record', regions: [], units: [near.staff.units.township] }]);
    const { accounts } = (await mustBe(200, ask('GET', '/accounts?login=of.unit', chief))).as(AccountsPage);
    expect(accounts[0]?.rights).toEqual([
      { right: 'record', regions: [], units: [{ unit: near.staff.units.township, name: '监军街道办事处' }] },
    ]);
  });

  it('opens what lies with the unit, and answers of all else as of what is absent', async () => {
    expect((await ask('GET', `/households/${knownId}`, ofUnit)).status).toBe(200);
    expect((await ask('GET', `/households/${another}`, ofUnit)).status).toBe(404);
    const visit = { command: { place: 'home', checklist: [], findings: '屋顶已修' }, envelope: { effectiveOn: '2018-06-01' } };
    expect((await ask('POST', `/households/${knownId}/visit-home`, ofUnit, visit)).status).toBe(201);
    expect((await ask('POST', `/households/${another}/visit-home`, ofUnit, visit)).status).toBe(404);
  });

  it('lists entries of that alone', async () => {
    const { entries } = (await mustBe(200, ask('GET', '/entries?limit=200', ofUnit))).as(EntriesPage);
    expect(new Set(entries.map(({ kind, subject }) => `${kind}-${subject}`))).toEqual(new Set([`household-${knownId}`]));
  });

  it('fills the desk of its holder, who works for that unit', async () => {
    const desk = (await mustBe(200, ask('GET', '/problems/desk', ofUnit))).as(ProblemDesk);
    expect(desk.overdue.map(({ id }) => id)).toEqual([knownId]);
  });

  it('tells the divisions in which the unit lies, and the lists of codes that rule there', async () => {
    const { regions } = (await mustBe(200, ask('GET', '/regions', ofUnit))).as(RegionsShown);
    expect(regions.map(({ code }) => code)).toEqual(expect.arrayContaining(['61', county, township]));
    expect(regions.filter(({ code }) => !code.startsWith(township) && !township.startsWith(code))).toEqual([]);
    const { codes } = (await mustBe(200, ask('GET', '/standards/codes?list=cause-codes', ofUnit))).as(CodesShown);
    expect(codes.length).toBeGreaterThan(5);
    const registers = registersOf(near.office.ask, ofUnit);
    const [found] = cellsOf(await registers.page('households', { columns: 'mainCause' }), 'mainCause');
    const mainCause = codes.find(({ zh }) => zh === found?.said?.zh)?.key ?? '';
    expect(subjectsOf(await registers.page('households', { mainCause }))).toEqual([knownId]);
  });

  it('is given by those who administer where the unit lies, and taken again', async () => {
    const one = await newcomer(near.office.ask, near.staff, { login: 'one.more', rights: [] });
    const body = { command: { name: '茶陵县民政局', kind: 'county-office', level: 'county', region: elsewhere }, envelope };
    const { id: far } = (await mustBe(201, ask('POST', '/units/register-unit', near.staff.admin, body))).as(Receipt);
    for (const unit of [far, '00000000-0000-4000-8000-000000000003']) {
      const refused = await grant(one, { right: 'record', units: [unit] }, chief);
      expect([refused.status, refused.problem.type]).toEqual([409, 'urn:lookback:rule:access.unit-absent']);
    }
    await mustBe(201, grant(one, { right: 'record', units: [near.staff.units.office] }, chief));
    const revoke = { command: { right: 'record', units: [near.staff.units.office] }, envelope };
    await mustBe(201, ask('POST', `/accounts/${one.account}/revoke-right`, chief, revoke));
    await mustBe(201, grant(one, { right: 'record', units: [far] }));
    expect((await ask('POST', `/accounts/${one.account}/close-account`, chief, { command: {}, envelope })).status).toBe(404);
  });

  it('to administer is refused, in both languages', async () => {
    const { status, problem } = await grant(ofUnit, { right: 'administer', units: [near.staff.units.township] });
    expect([status, problem.type]).toEqual([409, 'urn:lookback:rule:access.right-by-region']);
    expect([problem.title, problem.titleZh]).toEqual([
      expect.stringContaining('for regions only'),
      expect.stringContaining('只能按地区授予'),
    ]);
  });
});

describe('the right to figures', () => {
  it('opens counts of its regions, and no household behind them', async () => {
    const counts = (await mustBe(200, ask('GET', `/households/counts?region=${county}`, counting))).as(HouseholdCounts);
    expect(counts.households).toBeGreaterThan(3);
    const paths = ['/households/counts/receipt', '/entries', '/registers/problems'];
    expect(await Promise.all(paths.map(async (path) => (await ask('GET', path, counting)).status))).toEqual([403, 403, 403]);
    expect([403, 404]).toContain((await ask('GET', `/households/${knownId}`, counting)).status);
  });
});
