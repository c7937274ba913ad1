import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ViewsShown } from '@lookback/application/queries';
import { type Office, openOffice } from './support/office.js';
import { mustBe, newcomer, type Colleague, type Staff, staffed } from './support/staff.js';

let office: Office;
let staff: Staff;
/** Posted in the same unit as the operator. */
let desk: Colleague;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  desk = await newcomer(office.ask, staff, { login: 'newcomer', rights: ['record'] });
});
afterAll(() => office.close());

const query = { status: 'found,returned', order: '-dueOn', columns: 'number,status' };
const views = async ({ token }: Colleague, register = 'problems') =>
  (await mustBe(200, office.ask('GET', `/registers/${register}/views`, undefined, token))).as(ViewsShown);
const namesOf = async (who: Colleague, register?: string) => (await views(who, register)).views.map(({ name }) => name);
const save = (who: Colleague, name: string, said: object = query) =>
  office.ask('POST', '/registers/problems/views', { name, query: said }, who.token);
const atUnit = (who: Colleague, unit: string, act: string, command: object) =>
  office.ask('POST', `/units/${unit}/${act}`, { command, envelope: { effectiveOn: '2026-01-01' } }, who.token);

describe('a view for oneself', () => {
  it('is kept under a name, replaced by one of the same name, and seen by nobody else', async () => {
    await mustBe(201, save(staff.operator, ' 本月到期 '));
    await mustBe(201, save(staff.operator, '本月到期', { overdue: 'true' }));
    expect((await views(staff.operator)).views).toEqual([
      {
        view: expect.any(String),
        owner: { kind: 'account', id: staff.operator.account, called: null },
        name: '本月到期',
        query: { overdue: 'true' },
      },
    ]);
    expect(await namesOf(staff.operator, 'households')).toEqual([]);
    expect(await namesOf(desk)).toEqual([]);
  });

  it('holds codes and figures only, and its name is in a box', async () => {
    const { problem } = await mustBe(400, save(staff.operator, '查人', { name: '张三' }));
    expect(problem.errors?.map(({ field }) => field)).toEqual(['query']);
    const { rows } = await office.owner.query<{ data: string }>(
      `SELECT to_jsonb(e)::text AS data FROM log.entry e WHERE to_jsonb(e)::text LIKE '%ViewSaved%'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ data }) => data.includes('本月到期'))).toEqual([]);
  });

  it('is removed by its owner, once', async () => {
    const [view] = (await views(staff.operator)).views;
    const drop = (who: Colleague) => office.ask('POST', `/registers/problems/views/${view?.view ?? ''}/drop`, {}, who.token);
    expect((await mustBe(409, drop(desk))).problem.type).toBe('urn:lookback:rule:views.absent');
    await mustBe(201, drop(staff.operator));
    expect((await mustBe(409, drop(staff.operator))).problem.type).toBe('urn:lookback:rule:views.absent');
    expect(await namesOf(staff.operator)).toEqual([]);
  });
});

describe('a view for one’s unit', () => {
  it('is had by all who hold a post there, and by nobody else', async () => {
    const { unit } = await views(staff.operator);
    expect(unit).toEqual({ kind: 'unit', id: staff.units.township, called: expect.any(String) });
    await mustBe(201, atUnit(staff.operator, staff.units.township, 'save-view', { register: 'problems', name: '镇上待办', query }));
    expect(await namesOf(desk)).toEqual(['镇上待办']);
    expect(await namesOf(staff.auditor)).toEqual([]);
  });

  it('is changed by none but these', async () => {
    const [view] = (await views(desk)).views;
    const refused = await mustBe(409, atUnit(staff.auditor, staff.units.township, 'drop-view', { view: view?.view }));
    expect(refused.problem.type).toBe('urn:lookback:rule:views.not-own');
    await mustBe(201, atUnit(desk, staff.units.township, 'drop-view', { view: view?.view }));
    expect(await namesOf(staff.operator)).toEqual([]);
  });
});
