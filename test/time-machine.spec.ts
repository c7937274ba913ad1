import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HouseholdFileShown } from '@lookback/case/household';
import { SubjectDiff, SubjectFieldChanges, SubjectWhy } from '@lookback/review/history';
import { CountReceipt, HouseholdCounts } from '@lookback/application/queries';
import { registersOf } from './support/asking-registers.js';
import { FactsOf, guarantee, visit } from './support/facts.js';
import { knownHousehold, knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { Running } from './support/running.js';
import { mustBe } from './support/staff.js';

const village = '610426001200';

describe('a household through time', () => {
  let place: ProblemOffice;
  let auditor: string;
  /** Where the log stood before what is asked of here was recorded. */
  let before: number;
  const get = (path: string, token = auditor, status = 200) => mustBe(status, place.office.ask('GET', path, undefined, token));

  beforeAll(async () => {
    place = await ProblemOffice.open();
    auditor = place.staff.auditor.token;
    before = await place.office.system.log.head();
    const facts = new FactsOf(place.office.ask, place.staff.operator.token, knownId);
    await facts.recorded(guarantee('2018-03-01', 'housing', false, 'C'));
    await facts.recorded(visit('2018-05-01', '屋顶漏水'));
    await place.lived('YS-1', 'found', 'handedOver');
    await place.office.system.projector.reached(await place.office.system.log.head(), { timeoutMs: 10_000 });
  });
  afterAll(() => place.close());

  it('names in its file whoever has to do with it', async () => {
    const { names, problems, helpers } = (await get(`/households/${knownId}`)).as(HouseholdFileShown);
    const { leader, unit, staff } = problems[0]?.duties ?? {};
    expect([leader, unit, staff].map((id) => names[id ?? ''])).toEqual(['骆长河', '监军街道办事处', '苗春兰']);
    expect(helpers).toEqual([]);
  });

  it('says of every field which entries set it: who, in which post and unit', async () => {
    const { fields, entries, asOf } = (await get(`/households/${knownId}/why?at=2018-06-30`)).as(SubjectWhy);
    expect(asOf.at).toBe('2018-06-30');
    const by = (field: string) => {
      const found = fields.find((one) => one.field === field);
      return [found?.zh, found?.setBy.map((position) => entries.find((entry) => entry.position === position)?.type)];
    };
    expect(by('standing')).toEqual(['状态', ['HouseholdTakenOver']]);
    expect(by('guarantees.housing')).toEqual(['住房安全', ['HouseholdTakenOver', 'GuaranteeChecked']]);
    expect(by('problems.YS-1')).toEqual(['问题 YS-1', ['ProblemFound', 'ProblemHandedOver']]);
    expect(entries.find(({ type }) => type === 'GuaranteeChecked')?.actedBy).toMatchObject({
      name: '苗春兰',
      post: 'town-commissioner',
      unitName: '监军街道办事处',
    });
    await get(`/households/${knownId}/why?at=1990-01-01`, auditor, 404);
    await get(`/households/${knownId}/why`, place.staff.stranger.token, 404);
  });

  it('says what two days differ in, and by which entries', async () => {
    const { a, b, changed, entries } = (await get(`/households/${knownId}/diff?at=2018-01-01&vsAt=2018-04-01`)).as(SubjectDiff);
    expect([a.at, b.at]).toEqual(['2018-01-01', '2018-04-01']);
    expect(changed.map(({ field }) => field)).toEqual(['guarantees.housing', 'problems.YS-1']);
    expect(changed[0]).toMatchObject({ before: { met: true, stated: true }, after: { met: false, grade: 'C', stated: false } });
    expect(entries.map(({ type }) => type)).toEqual(['GuaranteeChecked', 'ProblemFound', 'ProblemHandedOver']);
    await get(`/households/${knownId}/diff?at=2018-01-01`, place.staff.stranger.token, 404);
  });

  it('says what was not yet known then of the same day', async () => {
    const { changed } = (await get(`/households/${knownId}/diff?at=2018-06-01&known=@${before}&vsAt=2018-06-01`)).as(SubjectDiff);
    expect(changed.map(({ field }) => field)).toEqual(['guarantees.housing', 'visits', 'problems.YS-1']);
    expect((await get(`/households/${knownId}/diff`)).as(SubjectDiff).changed).toEqual([]);
    const { problem } = await get(`/households/${knownId}/diff?vsAt=2018-02-30`, auditor, 400);
    expect(problem.errors?.[0]?.zh).toBe('应为存在的日期，如 2018-06-30');
  });

  it('says when a field changed, by what happened and by what was recorded', async () => {
    const asked = async (query: string) => {
      const { changes, entries } = (await get(`/households/${knownId}/changes?${query}`)).as(SubjectFieldChanges);
      const types = changes.map(({ setBy }) => entries.find(({ position }) => setBy.includes(position))?.type);
      return changes.map(({ on, before: was, after }, i) => [on, types[i], metIn(was), metIn(after)]);
    };
    const metIn = (shown: unknown) => (shown as { met: boolean } | null)?.met ?? null;
    const housing = 'field=guarantees.housing';
    const takenOver = ['2016-12-31', 'HouseholdTakenOver', null, true];
    const checked = ['2018-03-01', 'GuaranteeChecked', true, false];
    expect(await asked(`${housing}&clock=happened`)).toEqual([takenOver, checked]);
    expect(await asked(`${housing}&clock=happened&known=@${before}`)).toEqual([takenOver]);
    expect(await asked(`${housing}&clock=recorded&at=2018-04-01`)).toEqual([takenOver, checked]);
    expect(await asked(`${housing}&clock=recorded&at=2018-01-01`)).toEqual([takenOver]);
    expect(await asked('field=nothing.of.this&clock=happened')).toEqual([]);
    const { problem } = await get(`/households/${knownId}/changes?field=standing&clock=both`, auditor, 400);
    expect(problem.errors?.map(({ field }) => field)).toEqual(['clock']);
    await get(`/households/${knownId}/changes?field=standing&clock=happened`, place.staff.stranger.token, 404);
  });

  it('tells the same on the command line', async () => {
    const { office } = place;
    const args = ['diff', knownHousehold, '--at', '2018-01-01', '--vs', '2018-04-01'];
    await writeFile(join(office.settings.data, 'session'), auditor, { mode: 0o600 });
    const said = Running.cli(args, office.env);
    expect([await said.ended(), said.stderr]).toEqual([0, '']);
    expect(said.stdout).toContain(
      '住房安全 housing: {"met":true,"grade":null,"stated":true} -> {"met":false,"grade":"C","stated":false}\n  @',
    );
  });

  it('counts say what their causes are called', async () => {
    const { byCause } = (await get(`/households/counts?region=${village}`)).as(HouseholdCounts);
    expect(byCause.find(({ key }) => key === '06')).toMatchObject({ zh: '缺水', en: 'lack of water' });
  });

  it('a figure has a receipt: its households, and the entries that put each there', async () => {
    const first = (await get(`/households/counts/receipt?region=${village}&limit=2`)).as(CountReceipt);
    const { total } = await registersOf(place.office.ask, place.staff.auditor).page('households', { village, limit: '1' });
    expect([first.total, first.households.length, first.next]).toEqual([total, 2, `${village}~${first.households[1]?.household.id ?? ''}`]);
    const [line] = first.households;
    const standing = line?.fields.find(({ field }) => field === 'standing');
    expect(line?.entries.filter(({ position }) => standing?.setBy.includes(position)).map(({ type }) => type)).toEqual([
      'HouseholdTakenOver',
    ]);
    const seen = new Set(first.households.map(({ household }) => household.id));
    for (let { next } = first; next !== null;) {
      const page = (await get(`/households/counts/receipt?region=${village}&limit=2&after=${next}`)).as(CountReceipt);
      for (const { household } of page.households) seen.add(household.id);
      next = page.next;
    }
    expect(seen.size).toBe(total);
    expect((await get('/households/counts/receipt', place.staff.stranger.token)).as(CountReceipt).total).toBe(0);
  });
});
