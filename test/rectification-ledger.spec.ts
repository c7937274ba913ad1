import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemDesk, type RegisterPage } from '@lookback/application/queries';
import { keysOf, registersOf } from './support/asking-registers.js';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, mustBe } from './support/staff.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
  await at.toCancel('ZG-1');
  await at.lived('ZG-1', 'cancelled', 'reopened');
  for (const step of ['found', 'handedOver'] as const) await mustBe(201, at.asked('ZG-2', step, at.doer(step), {}, 2017));
  for (let nth = 1; nth <= 20; nth++)
    await at.lived(`ZG-1${nth}`, ...(nth % 3 === 0 ? (['found'] as const) : (['found', 'handedOver'] as const)));
});
afterAll(() => at.close());

describe('the ledger', () => {
  const registers = () => registersOf(at.office.ask, at.staff.operator);
  const numbers = async (asked: Readonly<Record<string, string>> = {}) =>
    keysOf(await registers().page('problems', { limit: '500', ...asked }));

  it('is asked by region, class, source, unit, person, status and overdue, a page at a time', async () => {
    const all = await numbers();
    for (const asked of [{ county: '610426' }, { class: 'exit' }, { source: 'self-check' }]) expect(await numbers(asked)).toEqual(all);
    for (const asked of [
      { county: '610528' },
      { class: 'funds' },
      { source: 'public-report' },
      { unit: at.workers.units.department },
      { person: at.workers.handler.person ?? '' },
    ])
      expect(await numbers(asked)).toEqual([]);
    const handed = all.length - (await numbers({ status: 'found' })).length;
    for (const asked of [{ unit: at.staff.units.township }, { person: at.workers.leader }])
      expect(await numbers(asked)).toHaveLength(handed);
    expect(await numbers({ status: 'reopened' })).toEqual(['ZG-1']);
    const [over, not] = [await numbers({ overdue: 'true' }), await numbers({ overdue: 'false' })];
    expect([...over, ...not].sort()).toEqual([...all].sort());
    const paged: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: RegisterPage = await registers().page('problems', { limit: '7', ...(after && { after }) });
      paged.push(...keysOf(page));
      after = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('is counted, with words for what it is counted by', async () => {
    const [all, relapsed] = [await numbers(), await numbers({ relapses: '1..' })];
    const { counts } = await registers().counts('problems', 'class');
    expect(counts).toMatchObject([{ cells: { class: { value: 'exit', said: { zh: '精准退出' } } }, rows: all.length }]);
    expect(relapsed).toEqual(['ZG-1']);
    const { counts: byUnit } = await registers().counts('problems', 'unit');
    expect(byUnit.map(({ cells }) => cells['unit']?.said?.zh)).toEqual(expect.arrayContaining(['监军街道办事处', undefined]));
  });

  it('is the file’s, word for word: rebuilt, no row differs', async () => {
    expect((await at.office.system.projector.rebuild(['problems'], { compare: true })).differing).toEqual([]);
  });
});

describe('the desk', () => {
  const desk = async (who: Colleague) => (await mustBe(200, at.office.ask('GET', '/problems/desk', undefined, who.token))).as(ProblemDesk);
  const on = (tray: ProblemDesk[Exclude<keyof ProblemDesk, 'position'>]) => tray.map(({ number }) => number);

  it('shows a problem with who has the duty and how many days are left', async () => {
    const line = (await desk(at.staff.operator)).overdue.find(({ number }) => number === 'ZG-2');
    expect(line).toMatchObject({
      kind: 'household',
      id: knownId,
      fileCode: knownId.slice(0, 8),
      subjectNumber: '610426001200000001',
      status: 'handed-over',
      class: 'exit',
      source: 'self-check',
      unit: { id: at.staff.units.township, name: '监军街道办事处' },
      leader: { id: at.workers.leader, name: '骆长河' },
      dueOn: '2017-06-30',
      overdue: true,
      relapses: 0,
      escalation: 'filing',
    });
    expect(line?.daysLeft).toBeLessThan(-1_000);
  });

  it('shows to each what waits for him', async () => {
    await at.lived('D-1', 'found', 'handedOver', 'reported', 'returned');
    await at.lived('D-2', 'found', 'handedOver', 'reported');
    await at.toCancel('D-3');
    await at.lived('D-4', 'found');
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await at.lived('D-5', 'found');
    await mustBe(201, at.asked('D-5', 'handedOver', at.workers.handler, { dueOn: day }));

    const [worker, verifier, own, handler, inspector, above] = await Promise.all(
      [at.staff.operator, at.workers.verifier, at.workers.own, at.workers.handler, at.workers.inspector, at.workers.above].map(desk),
    );
    expect(on(worker?.returned ?? [])).toEqual(['D-1']);
    expect(on(worker?.dueToday ?? [])).toEqual(['D-5']);
    expect(on(worker?.overdue ?? [])).toEqual(expect.arrayContaining(['D-1', 'ZG-2']));
    expect(on(verifier?.toVerify ?? [])).toContain('D-2');
    expect(on(own?.toVerify ?? [])).toEqual([]);
    expect(on(handler?.toCancel ?? [])).toContain('D-3');
    expect(on(above?.toCancel ?? [])).toEqual([]);
    expect(on(handler?.toHandOver ?? [])).toEqual(expect.arrayContaining(['D-4', 'ZG-1']));
    expect(inspector?.toEscalate.find(({ number }) => number === 'ZG-2')?.escalation).toBe('filing');
    expect(on(inspector?.toHandOver ?? [])).toEqual([]);
  });

  it('of who holds no post is empty', async () => {
    const { position, ...trays } = await desk(at.staff.desk);
    expect(position).toBeGreaterThan(0);
    expect(Object.values(trays).flat()).toEqual([]);
  });
});
