import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CorrectionBegun, OpenProposals, type ProposalDesk } from '@lookback/application/queries';
import { listedHouseholdId, type HouseholdFileShown } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import type { Receipt } from '@lookback/office/desk';
import { knownId } from './support/importing.js';
import { openOffice } from './support/office.js';
import { ProblemOffice } from './support/problem-office.js';
import { citizenNumber } from './support/rosters.js';
import { colleague, type Colleague, county, mustBe, newcomer, official } from './support/staff.js';

interface Told {
  readonly id: string;
  readonly type: string;
  readonly position: number;
  readonly standing: string;
  readonly en: string;
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const income = {
  ...{ from: '2019-01-01', to: '2019-12-31', lineYear: 2019, wageFen: 900_000, businessFen: 0, transferFen: 0, propertyFen: 0 },
  ...{ costsFen: 0, netFen: 900_000, persons: 3, perPersonFen: 300_000 },
};
const right = { ...income, wageFen: 1_200_000, netFen: 1_200_000, perPersonFen: 400_000 };
const reason = '工资性收入漏填一人';

let at: ProblemOffice;
let operator: Colleague;
let second: Colleague;
let inspector: Colleague;
let reviewer: Colleague;
const path = `/households/${knownId}`;

beforeAll(async () => {
  at = await ProblemOffice.over(await openOffice());
  const { office, staff } = at;
  operator = await newcomer(office.ask, staff, { login: 'late.teller', rights: ['record', 'report-late', 'confirm'] });
  const post = { post: 'county-office', unit: staff.units.office, level: 'county', region: county };
  const person = await official(office.ask, staff.admin.token, '闻人正', '13900000777', post);
  second = await colleague(office.ask, staff.admin.token, { login: 'second.person', rights: ['confirm'], person });
  reviewer = await newcomer(office.ask, staff, { login: 'reviewer', rights: ['review'] });
  inspector = at.workers.inspector;
}, 120_000);
afterAll(() => at.close());

const asked = (who: Colleague, name: string, command: object, envelope: object = { effectiveOn: today() }) =>
  at.office.ask('POST', `${path}/${name}?wait=projected`, { command, envelope }, who.token);
const recorded = async (...one: Parameters<typeof asked>): Promise<Receipt> =>
  JSON.parse((await mustBe(201, asked(...one))).text) as Receipt;
const rule = async (...one: Parameters<typeof asked>): Promise<string> => {
  const answer = await asked(...one);
  return answer.status === 409 ? (answer.problem.type ?? '').replace('urn:lookback:rule:', '') : String(answer.status);
};
const history = async (who = inspector): Promise<readonly Told[]> =>
  (JSON.parse((await mustBe(200, at.office.ask('GET', `${path}/history`, undefined, who.token))).text) as { entries: Told[] }).entries;
const newest = async (type: string): Promise<Told> => (await history()).findLast((entry) => entry.type === type) as Told;
const file = async (known = ''): Promise<HouseholdFileShown> =>
  JSON.parse(
    (await mustBe(200, at.office.ask('GET', `${path}?at=${today()}${known}`, undefined, operator.token))).text,
  ) as HouseholdFileShown;
const about = ({ id }: Told) => ({ original: id, supersedes: id, reason });

describe('a wrong income', () => {
  it('is corrected by two persons: the file says what was wanted, and what was known before stays as it was known', async () => {
    await recorded(operator, 'assess-income', income, { effectiveOn: '2020-03-01' });
    const wrong = await newest('IncomeAssessed');
    const wanted = { command: right, effectiveOn: '2020-03-01' };
    const proposed = await recorded(operator, 'propose-correction', { ...about(wrong), wanted });
    expect(await file()).toMatchObject({ income: { perPersonFen: 300_000 } });
    expect(await rule(operator, 'approve-correction', { proposal: (await newest('CorrectionProposed')).id })).toBe(
      'four-eyes.answered-by-proposer',
    );
    await recorded(second, 'approve-correction', { proposal: (await newest('CorrectionProposed')).id });
    expect(await file()).toMatchObject({ income: { perPersonFen: 400_000 } });
    expect(await file(`&known=@${proposed.position}`)).toMatchObject({ income: { perPersonFen: 300_000 } });
  });

  it('is found by an inspector: the entry is told as corrected, with who proposed and who approved it', async () => {
    expect(await newest('IncomeAssessed')).toMatchObject({ standing: 'corrected' });
    const told = await history();
    expect(told.filter(({ type }) => /Correct/.test(type)).map(({ type }) => type)).toEqual(['CorrectionProposed', 'EntryCorrected']);
    expect(JSON.stringify(told.find(({ type }) => type === 'EntryCorrected'))).toContain('闻人正');
    const { position } = await newest('CorrectionProposed');
    const whole = await mustBe(200, at.office.ask('GET', `/entries/${position}`, undefined, inspector.token));
    expect(whole.text).toContain(reason);
  });

  it('is proposed in the words of its own form: what breaks that is named by field', async () => {
    const entry = await newest('IncomeAssessed');
    const wanted = { command: { ...right, persons: 'three' }, effectiveOn: '2020-03-01' };
    const answer = await asked(operator, 'propose-correction', { ...about(entry), wanted });
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map(({ field }) => field)).toContain('command.wanted.command.persons');
  });
});

describe('before a correction is sent', () => {
  it('its form begins with what holds now, and says what would follow; nothing is recorded', async () => {
    const { id } = await newest('IncomeAssessed');
    const begun = await mustBe(200, at.office.ask('GET', `${path}/entries/${id}/correction`, undefined, operator.token));
    const now = JSON.parse(begun.text) as { original: string; supersedes: string; command: object };
    expect(now).toMatchObject({ path: 'assess-income', command: right, effectiveOn: '2020-03-01', proposal: null, isStruckOut: false });
    const wanted = { command: { ...now.command, persons: 4, perPersonFen: 300_000 }, effectiveOn: '2020-03-01' };
    const body = { command: { original: id, supersedes: now.supersedes, wanted, reason }, envelope: { effectiveOn: today() } };
    const before = (await history()).length;
    const follows = await mustBe(200, at.office.ask('POST', `${path}/propose-correction/what-follows`, body, operator.token));
    const { breaches, inapplicable, changed } = JSON.parse(follows.text) as Record<string, { rule: string; en: string }[]>;
    expect(breaches?.map(({ rule }) => rule)).toEqual(['identification.income-persons-differ']);
    expect(inapplicable).toEqual([]);
    expect(changed?.length).toBeGreaterThan(0);
    expect((await history()).length).toBe(before);
  });

  it('proposals that wait are told, by whoever may read the file', async () => {
    const entry = await newest('IncomeAssessed');
    const begun = await mustBe(200, at.office.ask('GET', `${path}/entries/${entry.id}/correction`, undefined, operator.token));
    const { supersedes } = JSON.parse(begun.text) as { supersedes: string };
    await recorded(operator, 'propose-retraction', { original: entry.id, supersedes, reason });
    const waiting = async () =>
      (
        JSON.parse((await mustBe(200, at.office.ask('GET', `${path}/proposals`, undefined, inspector.token))).text) as {
          proposals: object[];
        }
      ).proposals;
    const proposal = (await newest('CorrectionProposed')).id;
    expect(await waiting()).toMatchObject([{ proposal, kind: 'retraction', original: entry.id, level: null }]);
    await recorded(second, 'decline-correction', { proposal, reason: '依据不足' });
    expect(await waiting()).toEqual([]);
  });
});

describe('a problem', () => {
  it('that was recorded by mistake is struck out, and counts for nothing', async () => {
    const problem = { number: 'ZG-2020-0777', source: 'self-check', class: 'exit', level: 'township', words: '误录的问题' };
    await recorded(operator, 'record-problem', problem, { effectiveOn: '2020-04-01' });
    const mistaken = await newest('ProblemFound');
    await recorded(inspector, 'propose-retraction', about(mistaken));
    await recorded(second, 'approve-correction', { proposal: (await newest('CorrectionProposed')).id });
    expect((await history()).find(({ id }) => id === mistaken.id)).toMatchObject({ standing: 'struck out' });
    expect(JSON.stringify(await file())).not.toContain('ZG-2020-0777');
    const ledger = await mustBe(200, at.office.ask('GET', '/registers/problems', undefined, operator.token));
    expect(ledger.text).not.toContain('ZG-2020-0777');
  });
});

describe('a late report', () => {
  const off = { ...income, persons: 5, perPersonFen: 180_000 };

  it('of what broke a guard counts from its confirmation, from its own day', async () => {
    expect(await rule(operator, 'assess-income', off, { effectiveOn: today() })).toBe('identification.income-persons-differ');
    await recorded(operator, 'assess-income', off, { effectiveOn: today(), mode: 'report' });
    expect(await file()).toMatchObject({ income: { perPersonFen: 400_000 } });
    await recorded(second, 'confirm-report', { proposal: (await newest('ReportProposed')).id });
    expect(await file()).toMatchObject({ income: { perPersonFen: 180_000 } });
  });

  it('that is declined never counts', async () => {
    await recorded(operator, 'assess-income', { ...off, persons: 6, perPersonFen: 150_000 }, { effectiveOn: today(), mode: 'report' });
    const proposal = (await newest('ReportProposed')).id;
    await recorded(second, 'decline-report', { proposal, reason: '与户籍人数不符' });
    expect(await file()).toMatchObject({ income: { perPersonFen: 180_000 } });
    expect(await rule(second, 'confirm-report', { proposal })).toBe('four-eyes.already-answered');
  });

  it('of what breaks no rule is refused by name, and needs its own right', async () => {
    const visit = { place: 'home', checklist: [], findings: '一切正常' };
    expect(await rule(operator, 'visit-home', visit, { effectiveOn: today(), mode: 'report' })).toBe('four-eyes.report-not-needed');
    expect(await rule(at.staff.operator, 'visit-home', visit, { effectiveOn: today(), mode: 'report' })).toBe('403');
  });
});

describe('the trays', () => {
  const trays = async (who: Colleague): Promise<ProposalDesk> =>
    JSON.parse((await mustBe(200, at.office.ask('GET', '/proposals/desk', undefined, who.token))).text) as ProposalDesk;
  const visited = { en: 'home visited', zh: '走访' };
  let proposal: string;

  it('hold what a second person may answer, and what became of one’s own', async () => {
    await recorded(operator, 'visit-home', { place: 'home', checklist: [], findings: '一切正常' });
    const visit = await newest('HomeVisited');
    await recorded(operator, 'propose-retraction', { original: visit.id, supersedes: visit.id, reason });
    proposal = (await newest('CorrectionProposed')).id;
    const waits = { id: proposal, proposes: 'retraction', about: visited, subjectPath: path, overdue: false, level: null, answered: null };
    expect(await trays(second)).toMatchObject({ toAnswer: { count: 1, overdue: 0, proposals: [waits] }, mine: { count: 0 } });
    const { toAnswer, mine } = await trays(operator);
    expect([toAnswer.proposals, mine.proposals[0]]).toMatchObject([[], waits]);
    expect(mine.proposals.slice(1).map(({ proposes, answered }) => [proposes, answered?.outcome])).toEqual([
      ['report', 'declined'],
      ['report', 'approved'],
      ['retraction', 'declined'],
      ['correction', 'approved'],
    ]);
  });

  it('are empty to whoever has no right to confirm there, and to those of another county', async () => {
    for (const who of [at.staff.operator, inspector, at.staff.stranger, at.staff.admin])
      expect((await trays(who)).toAnswer).toEqual({ proposals: [], count: 0, overdue: 0 });
    expect((await trays(inspector)).mine).toMatchObject({
      count: 1,
      proposals: [{ proposes: 'retraction', about: { en: 'problem found' } }],
    });
  });

  it('say which are late', async () => {
    await at.office.owner.query(`UPDATE read.proposal SET due_on = '2020-01-02' WHERE id = $1`, [proposal]);
    const late = { dueOn: '2020-01-02', overdue: true };
    expect(await trays(second)).toMatchObject({ toAnswer: { count: 1, overdue: 1, proposals: [late] } });
    await recorded(second, 'decline-correction', { proposal, reason: '确有走访' });
    expect((await trays(second)).toAnswer.count).toBe(0);
    const [answered] = (await trays(operator)).mine.proposals;
    expect(answered).toMatchObject({ id: proposal, overdue: false, answered: { outcome: 'declined', by: { name: '闻人正' } } });
  });

  it('hold what householders ask to be put right, until it is answered, by a proposal or by why there is none', async () => {
    const member = (await file()).members[0]?.member;
    const householder = { household: knownId, member, how: 'thumb-print' };
    const words = '收入记多了，去年没有外出务工';
    const asks = () => recorded(operator, 'request-correction', { words }, { effectiveOn: today(), householder });
    await asks();
    const request = await newest('CorrectionRequested');
    expect(request.en).toBe(`Asked that the file be put right: ${words}`);
    const open = async (who: Colleague) =>
      (JSON.parse((await mustBe(200, at.office.ask('GET', `${path}/proposals`, undefined, who.token))).text) as { requests: object[] })
        .requests;
    expect(await open(inspector)).toMatchObject([{ request: request.id, entry: null }]);
    const waits = { id: request.id, about: null, overdue: false, subjectPath: path, actedBy: { member, how: 'thumb-print' } };
    expect((await trays(operator)).requests).toMatchObject({ count: 1, overdue: 0, requests: [waits] });
    for (const who of [second, at.staff.stranger, at.staff.admin]) expect((await trays(who)).requests.count).toBe(0);
    const visit = await newest('HomeVisited');
    await recorded(operator, 'propose-retraction', { ...about(visit), request: request.id });
    expect([(await trays(operator)).requests.count, await open(operator)]).toEqual([0, []]);
    await asks();
    const answer = { request: (await newest('CorrectionRequested')).id, outcome: 'not-upheld', words: '经入户核实，收入属实' };
    await recorded(reviewer, 'answer-correction-request', answer);
    expect((await trays(operator)).requests.count).toBe(0);
    expect(await rule(reviewer, 'answer-correction-request', answer)).toBe('four-eyes.request-answered');
  });

  it('are those of a rebuild', async () => {
    expect((await at.office.system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
  });
});

describe('what takes neither corrections nor reports', () => {
  it('proposals and answers, themselves: each is refused by name', async () => {
    const proposal = about(await newest('CorrectionProposed'));
    expect(await rule(operator, 'propose-retraction', proposal)).toBe('four-eyes.of-four-eyes');
    const late = { effectiveOn: today(), mode: 'report' };
    expect(await rule(operator, 'propose-retraction', proposal, late)).toBe('desk.answered-now');
    expect(await rule(second, 'confirm-report', { proposal: proposal.original }, late)).toBe('desk.answered-now');
  });
});

describe('what a list said of a household', () => {
  const begun = async (original: string, of = path) =>
    JSON.parse(
      (await mustBe(200, at.office.ask('GET', `${of}/entries/${original}/correction`, undefined, operator.token))).text,
    ) as CorrectionBegun;
  const members = (told: unknown) => (told as { members: { name: string; citizenNumber: string }[] }).members;

  it('is corrected like any entry: a citizen number of its takeover', async () => {
    const taken = await newest('HouseholdTakenOver');
    const { command, effectiveOn, evidence } = await begun(taken.id);
    const [first, ...others] = members(command);
    const wanted = {
      command: { ...command, members: [{ ...first, citizenNumber: citizenNumber(60_001) }, ...others] },
      ...{ effectiveOn, evidence },
    };
    const twice = { ...wanted, command: { ...command, members: [{ ...first, citizenNumber: others[0]?.citizenNumber }, ...others] } };
    expect((await asked(operator, 'propose-correction', { ...about(taken), wanted: twice })).status).toBe(201);
    await recorded(second, 'decline-correction', { proposal: (await newest('CorrectionProposed')).id, reason: '证件号码重复' });
    const { position } = await recorded(operator, 'propose-correction', { ...about(taken), wanted });
    await recorded(second, 'approve-correction', { proposal: (await newest('CorrectionProposed')).id });
    const numbers = async (known = '') => members(await file(known)).map((one) => one.citizenNumber);
    expect(await numbers()).toContain(citizenNumber(60_001));
    expect(await numbers(`&known=@${position}`)).toContain(first?.citizenNumber);
    expect(await numbers()).not.toContain(first?.citizenNumber);
  });

  it('is not struck out while anything stands on it; with nothing on it, it is, and there is no such household', async () => {
    await recorded(operator, 'propose-retraction', { ...about(await newest('HouseholdTakenOver')), supersedes: (await newest('EntryCorrected')).id }); // prettier-ignore
    const proposal = (await newest('CorrectionProposed')).id;
    expect(await rule(second, 'approve-correction', { proposal })).toBe('four-eyes.would-unfit');
    await recorded(second, 'decline-correction', { proposal, reason: '其后已有登记' });
    const alone = `/households/${listedHouseholdId(county as RegionCode, '610426001200000002' as HouseholdNumber)}`;
    const ask = (name: string, command: object, who: Colleague) =>
      mustBe(201, at.office.ask('POST', `${alone}/${name}`, { command, envelope: { effectiveOn: today() } }, who.token));
    const told = JSON.parse((await mustBe(200, at.office.ask('GET', `${alone}/history`, undefined, inspector.token))).text) as {
      entries: Told[];
    };
    expect(told.entries.map(({ type }) => type)).toEqual(['HouseholdTakenOver']);
    const [only] = told.entries as [Told];
    await ask('propose-retraction', about(only), operator);
    const { proposals } = (await mustBe(200, at.office.ask('GET', `${alone}/proposals`, undefined, operator.token))).as(OpenProposals);
    await ask('approve-correction', { proposal: proposals[0]?.proposal }, second);
    expect((await at.office.ask('GET', alone, undefined, operator.token)).status).toBe(404);
  });
});
