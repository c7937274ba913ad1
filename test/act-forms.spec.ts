import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseholdFileShown } from '@lookback/case/household';
import { EveryAct, FormShown } from '@lookback/office/desk';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, mustBe } from './support/staff.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
});
afterAll(() => at.close());

const form = (act: string, who: Colleague, query = '') =>
  at.office.ask('GET', `/households/${knownId}/acts/${act}${query}`, undefined, who.token);
const shown = async (act: string, who: Colleague, query = '') => (await mustBe(200, form(act, who, query))).as(FormShown);

describe('the acts', () => {
  it('are told to every account with their forms, in both languages', async () => {
    const { subjects } = (await mustBe(200, at.office.ask('GET', '/acts', undefined, at.staff.stranger.token))).as(EveryAct);
    const households = subjects.find(({ plural }) => plural === 'households');
    const visit = households?.acts.find(({ path }) => path === 'visit-home');
    expect(visit).toMatchObject({ called: { en: 'Record a visit', zh: '登记走访' }, may: ['record'], corrects: ['HomeVisited'] });
    expect(visit?.fields.map(({ name, kind, optional }) => [name, kind, optional])).toEqual([
      ['place', 'code', false],
      ['checklist', 'rows', false],
      ['findings', 'words', true],
      ['capturedAt', 'instant', true],
    ]);
    await mustBe(401, at.office.ask('GET', '/acts'));
  });
});

describe('the form of an act', () => {
  it('begins with what is on record', async () => {
    const { members, causes } = JSON.parse(await at.problems.file(at.staff.operator, '2018-06-30')) as HouseholdFileShown;
    expect((await shown('assess-income', at.staff.operator, '?on=2018-06-30')).prefill).toEqual({ persons: members.length });
    expect((await shown('reclassify-cause', at.staff.operator, '?on=2018-06-30')).prefill).toEqual({ main: causes.main, others: [] });
  });

  it('begins with who had the duty, once a number was opened again', async () => {
    await at.toCancel('ZG-1');
    await at.lived('ZG-1', 'cancelled', 'reopened');
    const { prefill } = await shown('hand-over-problem', at.workers.handler, '?on=2018-12-01&about=ZG-1');
    expect(prefill).toEqual({ problem: 'ZG-1', responsible: at.duties });
  });

  it('says which rule would refuse the act as things stand', async () => {
    await at.lived('ZG-2', 'found');
    const refused = await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2');
    expect(refused.refusals).toMatchObject([{ rule: 'rectification.wrong-status', zh: expect.stringContaining('待交办') as unknown }]);
    await at.lived('ZG-2', 'handedOver');
    const unset = await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2');
    expect(unset.refusals).toMatchObject([{ rule: 'rectification.calendar-missing', facts: { year: 2018 } }]);
    await at.adoptCalendar(2018);
    expect((await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2')).refusals).not.toMatchObject(unset.refusals);
  });

  it('says that somebody held no post on the day, or that it has not come, whatever else is typed', async () => {
    const before = await shown('visit-home', at.staff.operator, '?on=2013-01-01');
    expect(before.refusals).toMatchObject([{ rule: 'desk.no-post-then' }]);
    const ahead = await shown('visit-home', at.staff.operator, '?on=2099-01-01');
    expect(ahead.refusals).toMatchObject([{ rule: 'desk.not-yet' }]);
  });

  it('records nothing', async () => {
    const head = await at.office.system.log.head();
    await shown('accept-handover', at.staff.operator, '?about=ZG-2');
    expect(await at.office.system.log.head()).toBe(head);
  });

  it('is told to those who may ask the act, and to nobody who may not know of the household', async () => {
    await mustBe(403, form('visit-home', at.workers.inspector));
    await mustBe(404, form('visit-home', at.staff.stranger));
    await mustBe(404, form('take-over-household', at.staff.stranger));
    await mustBe(404, form('no-such-act', at.staff.operator));
    expect((await form('visit-home', at.staff.operator, '?on=2018-02-30&about=%27')).problem.errors?.map(({ field }) => field)).toEqual([
      'on',
      'about',
    ]);
  });

  it('offers the lists of what a list brought, by which that is corrected', async () => {
    const { fields } = await shown('take-over-household', at.staff.operator, '?on=2018-06-30');
    expect(fields.map(({ field, list, choices }) => [field, list, choices.length])).toEqual([['mainCause', 'cause-codes', 12]]);
  });
});
