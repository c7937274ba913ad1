import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseholdFileShown } from '@lookback/case/household';
import type { Answer } from './support/asking.js';
import { ProblemOffice } from './support/problem-office.js';
import { steps } from './support/problems.js';
import { Running } from './support/running.js';
import { mustBe } from './support/staff.js';
import { sentenceOf, unworded } from './support/sentences.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
  await at.adoptCalendar(2019);
  await at.lived('ZG-1', 'found');
});
afterAll(() => at.close());

const authority = { kind: 'document', number: '永扶发〔2018〕12号' };

/** How each rule is made to refuse over HTTP; a problem of its own each, as far along as it takes. */
const provoked: Readonly<Record<string, (number: string) => Promise<Answer>>> = {
  'subject-absent': (n) => at.asked(n, 'found', at.workers.inspector, {}, 2016),
  'problem-absent': (n) => at.asked(n, 'handedOver'),
  'number-taken': () => at.asked('ZG-1', 'found'),
  'class-unknown': (n) => at.asked(n, 'found', at.workers.inspector, { class: 'luck' }),
  'source-unknown': (n) => at.asked(n, 'found', at.workers.inspector, { source: 'dream' }),
  'wrong-status': (n) => at.lived(n, 'found').then(() => at.asked(n, 'reported')),
  'limit-before-handover': (n) => at.lived(n, 'found').then(() => at.asked(n, 'handedOver', at.workers.handler, { dueOn: '2018-03-01' })),
  'not-responsible-unit': (n) =>
    at
      .lived(n, 'found', 'handedOver')
      .then(() =>
        at.problems.asked(at.staff.operator, 'accept-handover', '2018-03-03', { problem: n }, { actedBy: at.workers.leader, authority }),
      ),
  'answered-too-late': async (n) => {
    for (const step of ['found', 'handedOver'] as const) await mustBe(201, at.asked(n, step, undefined, {}, 2019));
    return at.asked(n, 'accepted', at.staff.operator, {}, 2019, '2019-04-01');
  },
  'calendar-missing': (n) =>
    at.lived(n, 'found', 'handedOver').then(() => at.asked(n, 'accepted', at.staff.operator, {}, 2018, '2018-04-01')),
  'extended-already': (n) =>
    at.lived(n, 'found', 'handedOver', 'extended').then(() => at.asked(n, 'extended', at.workers.above, { dueOn: '2018-08-31' })),
  'extension-needs-level': (n) =>
    at.lived(n, 'found', 'handedOver').then(() => {
      const [path, on, command] = steps(n, 2018, at.duties).extended;
      return at.problems.asked(at.workers.above, path, on, command, { actedBy: at.workers.leader, authority });
    }),
  'extension-not-later': (n) =>
    at.lived(n, 'found', 'handedOver').then(() => at.asked(n, 'extended', at.workers.above, { dueOn: '2018-06-30' })),
  'verified-by-reporter': async (n) => {
    await at.lived(n, 'found', 'handedOver');
    await mustBe(201, at.asked(n, 'reported', at.workers.own));
    return at.asked(n, 'verified', at.workers.own);
  },
  'verified-by-own-unit': (n) => at.lived(n, 'found', 'handedOver', 'reported').then(() => at.asked(n, 'verified', at.workers.own)),
  'reason-needed': (n) =>
    at.lived(n, 'found', 'handedOver', 'reported').then(() => at.asked(n, 'verified', at.workers.verifier, { inPlace: false })),
  'class-asks-people': (n) =>
    at
      .lived(n, 'found', 'handedOver', 'reported')
      .then(() => at.asked(n, 'satisfied', at.workers.verifier, { answer: 'not-applicable', reason: '无关' })),
  'people-asked-by-reporter': async (n) => {
    await at.lived(n, 'found', 'handedOver');
    await mustBe(201, at.asked(n, 'reported', at.workers.own));
    return at.asked(n, 'satisfied', at.workers.own);
  },
  'people-asked-by-own-unit': (n) => at.lived(n, 'found', 'handedOver', 'reported').then(() => at.asked(n, 'satisfied', at.workers.own)),
  'cancelled-by-reporter': async (n) => {
    await at.lived(n, 'found', 'handedOver');
    await mustBe(201, at.asked(n, 'reported', at.workers.own));
    await at.lived(n, 'verified', 'satisfied');
    return at.asked(n, 'cancelled', at.workers.own);
  },
  'cancelled-by-own-unit': (n) => at.toCancel(n).then(() => at.asked(n, 'cancelled', at.workers.own)),
  'not-identified': (n) => at.toCancel(n).then(() => at.asked(n, 'cancelled', at.workers.handler, { identified: false })),
  'not-in-place': (n) => at.lived(n, 'found', 'handedOver', 'reported').then(() => at.asked(n, 'cancelled')),
  'requirement-not-met': (n) => at.toCancel(n).then(() => at.asked(n, 'cancelled', at.workers.handler, { meetsRequirement: false })),
  'people-not-satisfied': (n) => at.lived(n, 'found', 'handedOver', 'reported', 'verified').then(() => at.asked(n, 'cancelled')),
  'cancelled-by-other-level': (n) => at.toCancel(n).then(() => at.asked(n, 'cancelled', at.workers.above)),
  'cancel-number-taken': async (n) => {
    await at.toCancel(`${n}-a`);
    await at.lived(`${n}-a`, 'cancelled');
    await at.toCancel(n);
    return at.asked(n, 'cancelled', at.workers.handler, { cancelNumber: `XH-${n}-a` });
  },
};

/** Why HTTP cannot make these refuse. */
const beyondHttp = {
  'never-handed-over': 'only a report that breaks the order of its steps comes to it: rectification.decider.spec.ts',
  'no-reminder-due': 'only the clock reminds, and it asks for nothing that is not due',
  'problem-listed': 'only a ledger asks, and its rows are then told as differing',
};

describe('the rules that refuse about problems', () => {
  /** Where the log stood before each refusal, and the file then. */
  const stood: (readonly [known: number, file: string])[] = [];
  const listed = new Map<string, { readonly en: string; readonly zh: string }>();

  beforeAll(async () => {
    const cli = Running.cli(['rules', '--json'], {});
    expect(await cli.ended()).toBe(0);
    for (const rule of JSON.parse(cli.stdout) as { name: string; en: string; zh: string }[]) listed.set(rule.name, rule);
  });

  it('are those that the command line lists', () => {
    const used = [...listed.keys()].filter((name) => name.startsWith('rectification.'));
    const known = [...Object.keys(provoked), ...Object.keys(beyondHttp)].map((name) => `rectification.${name}`);
    expect(known.sort()).toEqual(used);
  });

  it.each(Object.keys(provoked).map((name, nth) => [name, `R-${nth}`]))(
    '%s refuses by its name, in both languages, and leaves all as it was',
    async (name, number) => {
      const { status, problem } = (await provoked[name]?.(number)) ?? { status: 0, problem: undefined };
      expect({ status, type: problem?.type }).toEqual({ status: 409, type: `urn:lookback:rule:rectification.${name}` });
      const { en = '', zh = '' } = listed.get(`rectification.${name}`) ?? {};
      expect(problem?.title).toMatch(sentenceOf(en, problem?.facts));
      expect(problem?.titleZh).toMatch(sentenceOf(zh, problem?.facts));
      expect(`${problem?.title ?? '{'}${problem?.titleZh ?? '{'}`).not.toMatch(unworded);
      expect(await at.office.system.log.head()).toBe(at.problems.before);
      stood.push([at.problems.before, await at.problems.file(at.staff.operator, '2019-12-31')]);
    },
  );

  it('and the file of each moment can be had again, as it was after and before it', async () => {
    expect(stood).toHaveLength(Object.keys(provoked).length);
    for (const [known, file] of stood) expect(await at.problems.file(at.staff.operator, '2019-12-31', known)).toBe(file);
  });

  it('and once refused, the file stands as it stood before', async () => {
    await at.toCancel('ZG-5');
    const [known, before] = [await at.office.system.log.head(), await at.problems.file(at.staff.operator, '2018-12-31')];
    expect((await at.asked('ZG-5', 'cancelled', at.workers.above)).status).toBe(409);
    expect(await at.office.system.log.head()).toBe(known);
    expect(await at.problems.file(at.staff.operator, '2018-12-31')).toBe(before);
    await at.lived('ZG-5', 'cancelled');
    expect(await at.problems.file(at.staff.operator, '2018-12-31', known)).toBe(before);
    const { problems: now } = JSON.parse(await at.problems.file(at.staff.operator, '2018-12-31')) as HouseholdFileShown;
    expect(now.find(({ number }) => (number as string) === 'ZG-5')?.status).toBe('cancelled');
  });
});
