import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { type ClassCode, type ProblemNumber, type SourceCode, TakeOverProblem } from '@lookback/case/rectification';
import type { Digest } from '@lookback/kernel';
import { anySubject, type CommandRequest, Desk } from '@lookback/office/desk';
import { ProblemDesk } from '@lookback/application/queries';
import { registersOf } from './support/asking-registers.js';
import { knownId } from './support/importing.js';
import { ProblemOffice, type Step } from './support/problem-office.js';
import { steps } from './support/problems.js';
import { mustBe, signedInAs } from './support/staff.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
});
afterAll(() => at.close());

describe('a problem', () => {
  const life: readonly Step[] = [
    ...(['found', 'handedOver', 'accepted', 'prioritised', 'measured', 'extended', 'reported', 'verified'] as const),
    ...(['satisfied', 'cancelled', 'reopened'] as const),
  ];

  it('is worked through its whole life, and each state of it can be had again', async () => {
    const statuses: unknown[] = [];
    const states: [number, string][] = [];
    for (const step of life) {
      await mustBe(201, at.asked('ZG-1', step));
      statuses.push((await at.problems.problem(at.staff.operator, '2018-12-31', 'ZG-1'))?.status);
      const known = await at.office.system.log.head();
      states.push([known, await at.problems.file(at.staff.operator, '2018-12-31', known)]);
    }
    expect(statuses).toEqual([
      ...[
        'found',
        'handed-over',
        'accepted',
        'accepted',
        'accepted',
        'accepted',
        'reported',
        'verified',
        'verified',
        'cancelled',
        'reopened',
      ],
    ]);
    for (const [known, file] of states) expect(await at.problems.file(at.staff.operator, '2018-12-31', known)).toBe(file);
    expect(await at.problems.problem(at.staff.operator, '2018-07-31', 'ZG-1')).toMatchObject({
      status: 'cancelled',
      words: '屋顶漏雨，登记为已修缮',
      measure: '修缮屋顶',
      duties: at.duties,
      dueOn: '2018-07-31',
      priority: 'urgent',
      cancelNumber: 'XH-ZG-1',
      cancelledOn: '2018-07-20',
      relapses: 0,
      measuresTaken: 1,
      round: { extensions: 1, acceptedOn: '2018-03-04', reportedOn: '2018-07-10', verifiedOn: '2018-07-15', level: 'county' },
    });
    expect(await at.problems.problem(at.staff.operator, '2018-12-31', 'ZG-1')).toMatchObject({
      status: 'reopened',
      relapses: 1,
      foundAgain: ['雨后又漏'],
      duties: at.duties,
      cancelNumber: null,
    });
  });

  it('is told of in sentences that name who has the duty, and call a class and a source what the standards call them', async () => {
    const path = `/households/${knownId}/history`;
    const { entries } = JSON.parse((await mustBe(200, at.office.ask('GET', path, undefined, at.staff.operator.token))).text) as {
      entries: { type: string; en: string; zh: string }[];
    };
    const found = entries.find(({ type }) => type === 'ProblemFound');
    expect(found?.zh).toBe('发现问题 ZG-1（类别：精准退出，来源：自查）。');
    expect(found?.en).toBe('Problem ZG-1 found (class targeted exit, source self-check).');
    const told = entries.find(({ type }) => type === 'ProblemHandedOver');
    expect(told?.zh).toBe('问题 ZG-1 交办：责任单位监军街道办事处，责任领导骆长河，责任人苗春兰，整改时限 2018-06-30。');
    expect(told?.en).toBe('Problem ZG-1 handed over to 监军街道办事处, 骆长河 (leader) and 苗春兰 (in charge), by 2018-06-30.');
  });

  it('does not wait for another of the household, whose gates are later', async () => {
    await mustBe(201, at.asked('ZG-2', 'found', at.workers.inspector, {}, 2017));
    await mustBe(201, at.asked('ZG-2', 'handedOver', at.workers.handler, {}, 2017));
    const late = await at.asked('ZG-2', 'accepted', at.staff.operator, {}, 2017, '2017-03-01');
    expect(late.problem.type).toBe('urn:lookback:rule:rectification.wrong-status');
  });

  it('is found by those who look on, and decided by none of them', async () => {
    for (const who of [at.staff.auditor, at.workers.inspector]) {
      const number = `ZG-by-${who.login}`;
      await mustBe(201, at.asked(number, 'found', who));
      const refused = await at.asked(number, 'handedOver', who);
      expect([refused.status, refused.problem.needed]).toEqual([403, ['hand-over']]);
    }
  });
});

describe('two at once', () => {
  it('who verify: one wins, the other is told why', async () => {
    await at.lived('ZG-3', 'found', 'handedOver', 'reported');
    const both = await Promise.all([at.asked('ZG-3', 'verified'), at.asked('ZG-3', 'verified', at.workers.second)]);
    const [won, lost] = both.sort((a, b) => a.status - b.status);
    expect([won.status, lost.status, lost.problem.type]).toEqual([201, 409, 'urn:lookback:rule:rectification.wrong-status']);
    expect(lost.problem.facts).toEqual({ problem: 'ZG-3', status: 'verified', needed: ['reported'] });
    expect(lost.problem.titleZh).toContain('ZG-3');
  });

  it('that are one request under one key: one entry', async () => {
    await at.lived('ZG-4', 'found', 'handedOver', 'reported');
    const before = await at.office.system.log.head();
    const [path, on, command] = steps('ZG-4', 2018, at.duties).verified;
    const twice = () => at.problems.recorded(at.workers.verifier, path, on, command, {}, 'once and for ever'.replaceAll(' ', '-'));
    const [one, another] = await Promise.all([twice(), twice()]);
    expect([another, await twice()]).toEqual([one, one]);
    expect(await at.office.system.log.head()).toBe(before + 1);
  });
});

describe('a problem of a ledger', () => {
  const row = TakeOverProblem.from({
    number: 'TZ-7' as ProblemNumber,
    list: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 9, number: null },
    status: 'in-progress',
    source: 'self-check' as SourceCode,
    class: 'exit' as ClassCode,
    words: '住房安全未达标已标注脱贫',
    measure: '重新鉴定',
    leader: null,
    unit: null,
    staff: null,
    foundOn: '2017-04-29',
    dueOn: '2017-05-22',
    cancelledOn: null,
    cancelNumber: null,
    asWritten: null,
  });
  const taking = (command = row, key = 'row-9'): CommandRequest => ({
    subject: anySubject(household),
    id: knownId,
    command,
    key,
    who: signedInAs(at.staff.operator),
    envelope: { effectiveOn: '2017-06-30' },
  });

  it('is taken over once, as it stands there', async () => {
    const desk = at.office.app.get(Desk);
    const [receipt] = await desk.submitMany([taking()]);
    expect(receipt).toMatchObject({ events: ['ProblemTakenOver'] });
    expect(await desk.submitMany([taking()])).toEqual([{ alreadyThere: true, id: knownId }]);
    expect(await desk.submitMany([taking(row, 'another')])).toEqual([expect.objectContaining({ rule: 'rectification.number-taken' })]);
    expect(await at.problems.problem(at.staff.operator, '2017-06-30', 'TZ-7')).toMatchObject({
      status: 'in-progress',
      takenOverOn: '2017-06-30',
      foundOn: '2017-04-29',
      dueOn: '2017-05-22',
      words: row.words,
      round: null,
    });
  });

  it('escalates only once it is handed over here', async () => {
    await at.office.system.projector.reached(await at.office.system.log.head(), { timeoutMs: 20_000 });
    const proposed = async () => {
      const desk = await mustBe(200, at.office.ask('GET', '/problems/desk', undefined, at.workers.inspector.token));
      return desk.as(ProblemDesk).toEscalate.find(({ number }) => number === 'TZ-7')?.escalation;
    };
    const { rows } = await registersOf(at.office.ask, at.staff.operator).page('problems', { number: 'TZ-7' });
    expect(rows).toMatchObject([{ cells: { overdue: { value: true }, takenOver: { value: true } } }]);
    expect(await proposed()).toBeUndefined();
    await mustBe(201, at.asked('TZ-7', 'handedOver'));
    expect(await proposed()).toBe('filing');
  });
});
