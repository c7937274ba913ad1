import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { product, productParts } from '@lookback/application/system';
import { Receipt } from '@lookback/office/desk';
import type { Answer } from './support/asking.js';
import { causes, type Fact, FactsOf, guarantee, heads, income, joins, leaves, visit } from './support/facts.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { exampleOf, operations } from './support/openapi.js';
import { citizenNumber } from './support/rosters.js';
import { Running } from './support/running.js';
import { colleague, type Colleague, county, mustBe, newcomer, type Staff, staffed } from './support/staff.js';
import { sentenceOf, unworded } from './support/sentences.js';

let office: Office;
let staff: Staff;
let facts: FactsOf;
let verifier: Colleague;
let members: readonly [string, string, string];

beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  await imported(office.ask, excerptBytes(), staff.operator.token);
  facts = new FactsOf(office.ask, staff.operator.token, knownId);
  verifier = await newcomer(office.ask, staff, { login: 'verifier', rights: ['verify'] });
  const [head, son, grandson] = (await facts.file()).said.members.map(({ member }) => member);
  members = [head ?? '', son ?? '', grandson ?? ''];
  await facts.recorded(heads('2018-01-01', members[1], members[0]));
  await facts.recorded(pairs(staff.chief.person));
});
afterAll(() => office.close());

const assessed = (otherwise: object) => {
  const fact = income('2018-02-01', 2017, 3, 4_000);
  return facts.asked({ ...fact, command: { ...fact.command, ...otherwise } });
};

const pairs = (person = 'p-stranger') => ({
  path: 'pair-helper',
  effectiveOn: '2018-01-15',
  command: { person, unit: staff.units.office, rank: 'cadre' },
});
const releases = (person: string) => ({ path: 'release-helper', effectiveOn: '2018-02-01', command: { person } });

/** How each rule is made to refuse over HTTP. */
const provoked: Readonly<Record<string, () => Promise<Answer>>> = {
  'identification.household-absent': () => facts.asked(guarantee('2016-06-01', 'water', true)),
  'identification.member-absent': () => facts.asked(leaves('2018-02-01', knownId)),
  'identification.citizen-number-unsound': () => facts.asked(joins('2018-02-01', '阎小满', '610426201801010000')),
  'identification.document-unsound': () =>
    facts.asked(joins('2018-02-01', '阎小满', undefined, { document: { kind: 'passport', number: 'H1' } })),
  'identification.identity-missing': () => facts.asked(joins('2018-02-01', '阎小满', undefined)),
  'identification.born-later': () => facts.asked(joins('2018-02-01', '阎小满', '610426203501010012')),
  'identification.citizen-number-twice': () => facts.asked(joins('2018-02-01', '阎小满', '610426194204158094')),
  'identification.one-head': () => facts.asked(joins('2018-02-01', '阎小满', citizenNumber(50_001), { relation: 'head' })),
  'identification.head-cannot-leave': () => facts.asked(leaves('2018-02-01', members[1])),
  'identification.old-head-needs-relation': () => facts.asked(heads('2018-02-01', members[2])),
  'identification.income-does-not-add-up': () => assessed({ wageFen: 1 }),
  'identification.income-per-person-differs': () => assessed({ perPersonFen: 1 }),
  'identification.income-persons-differ': () => facts.asked(income('2018-02-01', 2017, 4, 4_000)),
  'identification.period-runs-backwards': () => assessed({ from: '2018-01-01' }),
  'identification.grade-belongs-to-housing': () => facts.asked(guarantee('2018-02-01', 'water', true, 'A')),
  'identification.dangerous-house-not-met': () => facts.asked(guarantee('2018-02-01', 'housing', true, 'D')),
  'identification.cause-unknown': () => facts.asked(causes('2018-02-01', '99')),
  'identification.cause-repeated': () => facts.asked(causes('2018-02-01', '01', '01')),
  'identification.file-already-open': () => opens({ citizenNumber: '610426194204158094' }),
  'registration.number-taken': () => facts.asked(numbered('610426001200000002')),
  'registration.number-of-other-village': () => facts.asked(numbered('610426001201000777')),
  'registration.number-of-other-person': () =>
    facts.asked(numbered('610426001200000777', { member: members[0], number: '61042600120000000101' })),
  'registration.not-registered': async () => {
    const { id } = (await mustBe(201, opens())).as(Receipt);
    return new FactsOf(office.ask, staff.operator.token, id).asked(numbered('610426001200000778'));
  },
  'assistance.household-absent': () => facts.asked(visit('2016-06-01', '无人在家。')),
  'assistance.topic-twice': () => visited({ checklist: [0, 1].map(() => ({ topic: 'water', inOrder: true })) }),
  'assistance.nothing-seen': () => visited({ checklist: [] }),
  'assistance.captured-later': () => visited({ checklist: [{ topic: 'water', inOrder: true }], capturedAt: '2099-01-01T08:00:00Z' }),
  'assistance.helper-already-helping': () => facts.asked(pairs(staff.chief.person)),
  'assistance.helper-not-helping': () => facts.asked(releases('p-stranger')),
  'desk.not-yet': () => facts.asked(guarantee('2099-01-01', 'water', true)),
  'desk.no-post-then': () => facts.asked(guarantee('2014-06-01', 'water', true)),
  'desk.account-without-person': () => new FactsOf(office.ask, staff.desk.token, knownId).asked(guarantee('2018-02-01', 'water', true)),
  'desk.own-name': () => as(verifier, { path: 'verify-rectification', effectiveOn: '2018-02-01', command: look }, staff.operator.person),
  'desk.acted-elsewhere': () => as(staff.operator, guarantee('2018-02-01', 'water', true), staff.chief.person),
  'desk.nobody-known': () => facts.asked(pairs()),
  'desk.leaves-inapplicable': () => facts.asked(leaves('2017-06-01', members[1])),
  'desk.evidence-missing': () => facts.asked(guarantee('2018-02-01', 'water', true), { evidence: [`sha256:${'a'.repeat(64)}`] }),
  'desk.standard-missing': () => facts.asked(causes('2013-06-01', '01')),
  'desk.before-last-gate': async () => {
    const reset = (id: string, effectiveOn: string) =>
      office.ask(
        'POST',
        `/accounts/${id}/set-password`,
        { command: { password: 'temporary once more 2' }, envelope: { effectiveOn } },
        staff.admin.token,
      );
    const account = { command: { login: 'gate.keeper', password: 'temporary at first 1' }, envelope: { effectiveOn: '2018-01-01' } };
    const { id } = (await mustBe(201, office.ask('POST', '/accounts/open-account', account, staff.admin.token))).as(Receipt);
    await mustBe(201, reset(id, '2019-01-01'));
    return reset(id, '2018-06-01');
  },
};

const numbered = (number: string, ...persons: readonly object[]): Fact => ({
  path: 'give-registry-number',
  effectiveOn: '2018-02-01',
  command: { number, persons },
});

const opens = (otherwise: object = {}) => {
  const { reason: _reason, ...person } = joins('', '阎小满', citizenNumber(50_002), { relation: 'head', ...otherwise }).command as {
    reason: string;
  };
  const command = { basis: 'application', village: '610426001200', residence: 'both', members: [person] };
  return office.ask('POST', '/households/open-household', { command, envelope: { effectiveOn: '2018-02-01' } }, staff.operator.token);
};

const look = { problem: 'ZG-1', inPlace: true, onSite: true };
const as = ({ token }: Colleague, fact: Fact, actedBy?: string) => new FactsOf(office.ask, token, knownId).asked(fact, { actedBy });

const visited = (otherwise: object) =>
  facts.asked({ path: 'visit-home', effectiveOn: '2018-02-01', command: { place: 'home', checklist: [], ...otherwise } });

/** Why HTTP cannot make these refuse. */
const beyondHttp: Readonly<Record<string, string>> = {
  'identification.already-on-record': 'only a list takes households over, and it reports such a household as differing',
  'assistance.helpers-on-record': 'only a list takes helpers over, and it reports such a household as differing',
  'desk.done-by-householder': 'no command of a household is done by its members alone yet',
  'desk.done-in-a-post': 'no command of a household names a member who acts yet',
  'desk.no-member-then': 'no command of a household names a member who acts yet',
  'desk.one-actor': 'no command of a household names a member who acts yet',
  'desk.of-today': 'libs/office/four-eyes asks for it',
  'desk.report-needed': 'the office of this spec takes acts of any day; libs/office/four-eyes asks for it',
  'desk.opened-by-act': 'libs/office/desk asks for it',
  'desk.opened-lately': 'the office of this spec takes acts of any day; libs/office/desk asks for it',
  'desk.takes-no-report': 'a household takes reports; what takes none is asked below',
  'desk.answered-now': 'four-eyes.spec.ts asks it',
  'desk.not-corrected-by-form': 'reminders.spec.ts asks it of a reminder',
  'identification.member-already-here': 'a member’s id is made from the command’s key, which is looked up before any rule is asked',
};

/** Provoked by what is recorded first. */
const recording = ['desk.before-last-gate', 'registration.not-registered'];

describe('the rules that refuse a household’s facts', () => {
  const listed = new Map<string, { readonly en: string; readonly zh: string }>();

  beforeAll(async () => {
    const cli = Running.cli(['rules', '--json'], {});
    expect(await cli.ended()).toBe(0);
    for (const rule of JSON.parse(cli.stdout) as { name: string; en: string; zh: string }[]) listed.set(rule.name, rule);
  });

  it('are those that the command line and the server list', async () => {
    const used = [...listed.keys()].filter((name) => /^(identification|registration|assistance|desk)\./.test(name));
    expect([...Object.keys(provoked), ...Object.keys(beyondHttp)].sort()).toEqual(used);
    const over = await mustBe(200, office.ask('GET', '/rules', undefined, staff.auditor.token));
    expect((over.as(Array) as { name: string }[]).map(({ name }) => name)).toEqual([...listed.keys()]);
  });

  it.each(Object.keys(provoked))('%s refuses by its name, in both languages', async (name) => {
    const head = await office.system.log.head();
    const provoke = provoked[name];
    const { status, problem } = (await provoke?.()) ?? { status: 0, problem: undefined };
    expect({ status, type: problem?.type }).toEqual({ status: 409, type: `urn:lookback:rule:${name}` });
    const { en = '', zh = '' } = listed.get(name) ?? {};
    expect(problem?.title).toMatch(sentenceOf(en, problem?.facts));
    expect(problem?.titleZh).toMatch(sentenceOf(zh, problem?.facts));
    expect(`${problem?.title ?? '{'}${problem?.titleZh ?? '{'}`).not.toMatch(unworded);
    if (!recording.includes(name)) expect(await office.system.log.head()).toBe(head);
  });
});

describe('what takes neither corrections nor reports', () => {
  const none = productParts.filter(({ subject }) => !subject?.amendable);
  const idOf = (kind: string) => ({ account: staff.operator.account, series: `${county}-problem-2020` })[kind] ?? county;

  it('is the office’s own', () => {
    expect(none.map(({ kind }) => kind)).toEqual(['account', 'standards', 'regions', 'series', 'log']);
  });

  it.each(none)('$kind: a correction and a striking-out are refused by name, in both languages', async ({ kind, called, subject }) => {
    const number = { region: '610426001200', year: 2020 };
    if (kind === 'series') await mustBe(201, office.ask('POST', '/numbers/problem', number, staff.operator.token));
    for (const name of ['propose-correction', 'propose-retraction']) {
      const ask = (of: string, who: Colleague) =>
        office.ask('POST', subject ? `/${subject.plural}/${of}/${name}` : `/${kind}/${name}`, undefined, who.token);
      const { status, problem } = await ask(idOf(kind), staff.admin);
      expect([status, problem.type, problem.facts]).toEqual([409, 'urn:lookback:rule:four-eyes.takes-no-correction', { subject: called }]);
      expect([problem.title, problem.titleZh]).toEqual([expect.stringContaining(called.en), expect.stringContaining(called.zh)]);
      expect((await ask(idOf(kind), staff.operator)).status).toBe(403);
      if (subject) expect((await ask('00000000-0000-4000-8000-000000000001', staff.admin)).status).toBe(404);
    }
  });

  it('is asked none of its commands as a late report', async () => {
    const keeper = await colleague(office.ask, staff.admin.token, { login: 'standards.keeper', rights: ['standards'] });
    const plurals = new Map(none.map(({ kind, subject }) => [subject?.plural, kind]));
    const commands = operations.filter(({ path, body }) => plurals.has(path.split('/')[1]) && body?.type === 'application/json');
    expect(commands.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).sort()).toEqual(
      [
        ...['adopt-standard', 'close-account', 'decline-standard', 'grant-right', 'open-account', 'propose-standard', 'revoke-right'],
        'set-password',
      ].sort(),
    );
    for (const { id, path, body } of commands) {
      const kind = plurals.get(path.split('/')[1]) ?? '';
      const { command } = exampleOf(body?.schema ?? {}, id) as { readonly command: { readonly person?: unknown } };
      const { person: _nobody, ...known } = command;
      const asker = kind === 'standards' ? keeper : staff.admin;
      const late = { command: known, envelope: { effectiveOn: '2020-03-01', mode: 'report' } };
      const { status, problem } = await office.ask('POST', path.replace('{id}', idOf(kind)), late, asker.token);
      expect([path, status, problem.type]).toEqual([path, 409, 'urn:lookback:rule:desk.takes-no-report']);
      expect(problem.facts).toEqual({ subject: product.called(kind) });
    }
  });
});
