import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Digest, type DocumentNumber, type EntryId, Refusal, type RegionCode } from '@lookback/kernel';
import { countyOffice, townshipCadre, villageOfficer } from '@lookback/testing';
import { account, commandOf, DeskBench, takeOver } from './desk.fixture.js';
import type { Receipt } from './receipt.dto.js';
import { Malformed } from './validation.js';

const cadre = account('cadre', townshipCadre.person, 'record', 'report-late');
const officer = account('officer', villageOfficer.person, 'confirm');
const county = account('county', countyOffice.person, 'confirm');
const auditor = account('auditor', countyOffice.person, 'audit');
const income = {
  ...{ from: '2019-01-01', to: '2019-12-31', lineYear: 2019, wageFen: 900_000, businessFen: 0, transferFen: 0, propertyFen: 0 },
  ...{ costsFen: 0, netFen: 900_000, persons: 2, perPersonFen: 450_000 },
};
const right = { ...income, wageFen: 800_000, netFen: 800_000, perPersonFen: 400_000 };
const on = { on: '2020-03-15' } as const;

let bench: DeskBench;
let nth = 700;
let id: string;

beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(villageOfficer, '2019-01-01', '610426101200' as RegionCode);
  bench.posts.give(townshipCadre, '2018-01-01', '610426101' as RegionCode);
  bench.posts.give(countyOffice, '2018-01-01');
  bench.standards.values.set('problem-classes', { classes: [{ code: 'exit', asksPeople: true }] });
  bench.standards.values.set('problem-sources', { sources: [{ code: 'self-check' }] });
  bench.standards.values.set('report-late-days', { days: 30 });
  bench.standards.values.set('correction-answer', { within: { days: 10, counted: 'working' } });
  bench.standards.values.set('correction-level', { days: 30, gates: true, highest: 'county' });
});
/** A household of two, and what was recorded of its income. */
beforeEach(async () => {
  id = `h${(nth += 1)}`;
  await bench.desk.submit(bench.ask(id, takeOver(nth), cadre, { on: '2018-12-31' }));
  await ask('AssessIncome', income, cadre);
});
afterAll(() => bench.database.drop());

type Who = typeof cadre;
type Otherwise = Parameters<DeskBench['ask']>[3];
const ask = (name: string, fields: object, who: Who, otherwise: Otherwise = on): Promise<Receipt> =>
  bench.desk.submit(bench.ask(id, commandOf(name, fields), who, otherwise));
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? [error.rule, error.facts] : error),
  );
const entries = () => bench.history(id);
const last = async (): Promise<EntryId> => (await entries()).at(-1)?.id as EntryId;
const wanted = { command: right, effectiveOn: '2020-03-10' };
const reason = '工资填错';
async function proposed(fields: object = {}, who = cadre): Promise<EntryId> {
  const original = (await entries())[1]?.id;
  await ask('ProposeCorrection', { original, supersedes: original, wanted, reason, ...fields }, who);
  return last();
}
const incomeNow = async () => {
  const [known, { household }] = [await bench.histories.load(`household-${id}` as never), await import('@lookback/case/household')];
  return known.history.folded(household).state.identification?.income;
};

describe('a correction', () => {
  it('changes nothing until a second person of another unit approves it; then the entry says what was wanted', async () => {
    const proposal = await proposed();
    expect(await incomeNow()).toMatchObject({ perPersonFen: 450_000 });
    expect((await entries()).at(-1)).toMatchObject({
      type: 'CorrectionProposed',
      data: { answer: { dueOn: '2020-03-27', level: null }, wanted: { effectiveOn: '2020-03-10', authority: null, evidence: [] } },
    });
    await ask('ApproveCorrection', { proposal }, county);
    expect(await incomeNow()).toMatchObject({ perPersonFen: 400_000, wageFen: 800_000 });
  });

  it('is answered by nobody who proposed it, nobody of the same unit, and once', async () => {
    const proposal = await proposed();
    const own = account('cadre', townshipCadre.person, 'confirm');
    const colleague = account('colleague', countyOffice.person, 'confirm');
    expect(await refusal(ask('ApproveCorrection', { proposal }, own))).toEqual(['four-eyes.answered-by-proposer', {}]);
    bench.posts.give({ ...countyOffice, person: 'p-mate' as never, unit: townshipCadre.unit }, '2018-01-01');
    const mate = account('mate', 'p-mate' as never, 'confirm');
    expect(await refusal(ask('ApproveCorrection', { proposal }, mate))).toEqual(['four-eyes.answered-by-own-unit', {}]);
    await ask('DeclineCorrection', { proposal, reason: '依据不足' }, colleague);
    expect(await refusal(ask('ApproveCorrection', { proposal }, county))).toEqual(['four-eyes.already-answered', { proposal }]);
  });

  it('is refused where nothing differs, where another is open, and where the newest version is another', async () => {
    const original = (await entries())[1]?.id as EntryId;
    const same = { original, supersedes: original, reason, wanted: { command: income, effectiveOn: '2020-03-15' } };
    expect(await refusal(ask('ProposeCorrection', same, cadre))).toEqual(['four-eyes.nothing-wanted', {}]);
    const proposal = await proposed();
    expect(await refusal(proposed())).toEqual(['four-eyes.proposal-open', { proposal }]);
    await ask('ApproveCorrection', { proposal }, county);
    const approval = await last();
    expect(await refusal(ask('ProposeRetraction', { original, supersedes: original, reason }, cadre))).toEqual([
      'four-eyes.version-replaced',
      { supersedes: original, newest: approval },
    ]);
    await ask('ProposeRetraction', { original, supersedes: approval, reason }, cadre);
    expect((await entries()).at(-1)?.data).toMatchObject({ wanted: null });
  });

  it('is decided as the form is: fields by their rules, senses refuse, broken guards are noted', async () => {
    expect(await refusal(proposed({ wanted: { ...wanted, command: { ...right, persons: 'two' } } }))).toBeInstanceOf(Malformed);
    expect(await refusal(proposed({ wanted: { ...wanted, command: { ...right, netFen: 1 } } }))).toMatchObject([
      'identification.income-does-not-add-up',
      {},
    ]);
    expect(await refusal(proposed({ wanted: { ...wanted, actedBy: villageOfficer.person } }))).toEqual([
      'four-eyes.actor-may-not-change',
      {},
    ]);
    expect(await refusal(proposed({ wanted: { ...wanted, effectiveOn: '2030-01-01' } }))).toMatchObject(['desk.not-yet', {}]);
    await proposed({ wanted: { ...wanted, command: { ...right, persons: 4, perPersonFen: 200_000 } } });
    expect((await entries()).at(-1)?.by.breaches).toEqual([
      { rule: 'identification.income-persons-differ', facts: { members: 2, persons: 4 } },
    ]);
  });

  it('moves no file to a place where the account may open none', async () => {
    id = `opened-${id}`;
    await ask('OpenHousehold', opening, cadre);
    const original = await last();
    const moved = (village: string) =>
      proposed({ original, supersedes: original, wanted: { command: { ...opening, village }, effectiveOn: '2020-03-15' } });
    expect(await refusal(moved('610528101200'))).toMatchObject({ name: 'RightMissing', region: '610528101200' });
    await moved('610426101201');
  });

  it('rests on what has been uploaded, or stood there before, and on a document of nobody unknown', async () => {
    const evidence = [`sha256:${'d'.repeat(64)}` as Digest];
    expect(await refusal(proposed({ wanted: { ...wanted, evidence } }))).toEqual(['desk.evidence-missing', { digests: evidence }]);
    bench.posts.far.add('far-unit');
    const authority = { kind: 'document', number: '永扶发〔2019〕3号', onBehalfOf: 'far-unit' };
    expect(await refusal(proposed({ wanted: { ...wanted, authority } }))).toEqual(['desk.nobody-known', {}]);
    bench.evidence.uploaded.add(String(evidence[0]));
    await ask('ApproveCorrection', { proposal: await proposed({ wanted: { ...wanted, evidence } }) }, county);
    bench.evidence.uploaded.delete(String(evidence[0]));
    const right = { ...wanted, command: income, evidence };
    await proposed({ supersedes: await last(), wanted: right });
    expect((await entries()).at(-1)?.data).toMatchObject({ wanted: { evidence } });
  });

  it('is of today, as is its answer', async () => {
    const proposal = await proposed();
    expect(await refusal(ask('ApproveCorrection', { proposal }, county, { on: '2020-03-14' }))).toEqual([
      'desk.of-today',
      { today: '2020-03-15' },
    ]);
  });

  it('may be asked by who looks on, and by nobody who could not record such an entry', async () => {
    await proposed({}, auditor);
    const [other] = [account('other', countyOffice.person, 'verify')];
    const original = (await entries())[1]?.id;
    expect(await refusal(ask('ProposeRetraction', { original, supersedes: original, reason }, other))).toMatchObject({
      name: 'RightMissing',
    });
  });

  it('is refused of a proposal, of an answer, and of what is not there', async () => {
    const proposal = await proposed();
    const of = (original: string) => refusal(ask('ProposeRetraction', { original, supersedes: original, reason }, cadre));
    expect(await of(proposal)).toEqual(['four-eyes.of-four-eyes', { type: 'CorrectionProposed' }]);
    expect(await of('none')).toEqual(['four-eyes.original-absent', { original: 'none' }]);
  });
});

describe('a striking-out', () => {
  it('of what later entries speak of is refused, unless they are to be left so', async () => {
    await ask('JoinMember', joining, cadre);
    const joined = (await entries()).at(-1);
    const { member } = joined?.data as { member: string };
    await ask('LeaveMember', { member, reason: 'died' }, cadre);
    await ask('ProposeRetraction', { original: joined?.id, supersedes: joined?.id, reason }, cadre);
    const proposal = await last();
    expect(await refusal(ask('ApproveCorrection', { proposal }, county))).toEqual(['four-eyes.would-unfit', { count: 1 }]);
    await ask('ApproveCorrection', { proposal, leaveUnfitting: true }, county);
    expect((await entries()).at(-1)).toMatchObject({
      type: 'EntryRetracted',
      by: { breaches: [{ rule: 'four-eyes.would-unfit', facts: { count: 1 } }] },
    });
  });
});

describe('a late report', () => {
  const late = { effectiveOn: '2019-06-01', mode: 'report' } as const;
  const document = { kind: 'document', number: '永扶发〔2019〕3号' as DocumentNumber } as const;

  it('is asked for where the day is too old for an act', async () => {
    expect(await refusal(ask('VisitHome', fields, cadre, { on: '2019-06-01' }))).toEqual([
      'desk.report-needed',
      { effectiveOn: '2019-06-01', days: 30 },
    ]);
  });

  it('brings no file into being, which nobody could open to confirm it; a file is opened from a day for which an act is taken', async () => {
    const open = (envelope: object) => refusal(bench.desk.submit(bench.ask('new', commandOf('OpenHousehold', opening), cadre, { envelope: envelope as never }))); // prettier-ignore
    expect(await open({ effectiveOn: '2020-03-14', mode: 'report' })).toEqual(['desk.opened-by-act', {}]);
    expect(await open({ effectiveOn: '2019-06-01' })).toEqual(['desk.opened-lately', { effectiveOn: '2019-06-01', days: 30 }]);
  });

  it('needs a document past the days, counts from its confirmation, and keeps what it broke', async () => {
    expect(await refusal(ask('VisitHome', fields, cadre, { envelope: late }))).toEqual(['four-eyes.document-needed', { days: 30 }]);
    const evidence = [`sha256:${'c'.repeat(64)}` as Digest];
    bench.evidence.uploaded.add(`sha256:${'c'.repeat(64)}`);
    const wrong = { ...income, persons: 3, perPersonFen: 300_000 };
    await ask('AssessIncome', wrong, cadre, { envelope: { ...late, authority: document, evidence } });
    const told = (await entries()).at(-1);
    expect(told).toMatchObject({
      type: 'ReportProposed',
      by: { mode: 'report', breaches: [{ rule: 'identification.income-persons-differ', facts: { members: 2, persons: 3 } }] },
      data: { answer: { level: 'county' } },
    });
    const village = await refusal(ask('ConfirmReport', { proposal: told?.id }, officer));
    expect(village).toEqual(['four-eyes.answer-needs-level', { level: 'county' }]);
    await ask('ConfirmReport', { proposal: told?.id }, county);
    const state = await bench.histories.load(`household-${id}` as never);
    expect(state.history.entries.map(({ type, by }) => [type, by.effectiveOn])).toContainEqual(['IncomeAssessed', '2019-06-01']);
  });

  it('is refused where it could be done as an act, and without the right to it', async () => {
    const now = { effectiveOn: '2020-03-14', mode: 'report' } as const;
    expect(await refusal(ask('VisitHome', fields, cadre, { envelope: now }))).toEqual(['four-eyes.report-not-needed', {}]);
    const recorder = account('recorder', townshipCadre.person, 'record');
    expect(await refusal(ask('VisitHome', fields, recorder, { envelope: now }))).toMatchObject({ name: 'RightMissing' });
  });

  it('never counts where it is declined', async () => {
    const now = { effectiveOn: '2020-03-14', mode: 'report' } as const;
    await ask('AssessIncome', { ...income, persons: 3, perPersonFen: 300_000 }, cadre, { envelope: now });
    await ask('DeclineReport', { proposal: await last(), reason: '人数不符' }, county);
    expect(await incomeNow()).toMatchObject({ perPersonFen: 450_000 });
  });
});

describe('a proposal about a problem, and the answer to it', () => {
  const problem = { number: 'ZG-1', source: 'self-check', class: 'exit', level: 'county', words: '屋顶漏雨' };
  const correlations = async () => (await entries()).slice(-2).map(({ type, by }) => [type, by.correlationId]);

  it('belong to the problem, whatever they would make of it; those about other entries belong to none', async () => {
    await ask('RecordProblem', problem, cadre);
    const opened = await last();
    const about = { original: opened, supersedes: opened, reason };
    const other = { command: { ...problem, number: 'ZG-2' }, effectiveOn: '2020-03-14' };
    await ask('ProposeCorrection', { ...about, wanted: other }, cadre);
    await ask('DeclineCorrection', { proposal: await last(), reason }, county);
    expect(await correlations()).toEqual([
      ['CorrectionProposed', opened],
      ['CorrectionDeclined', opened],
    ]);
    await ask('ProposeRetraction', about, cadre);
    await ask('ApproveCorrection', { proposal: await last() }, county);
    expect(await correlations()).toEqual([
      ['CorrectionProposed', opened],
      ['EntryRetracted', opened],
    ]);
    await ask('ApproveCorrection', { proposal: await proposed() }, county);
    expect(await correlations()).toEqual([
      ['CorrectionProposed', undefined],
      ['EntryCorrected', undefined],
    ]);
  });

  it('belong to it from the first where a report opens it', async () => {
    const evidence = [`sha256:${'d'.repeat(64)}` as Digest];
    bench.evidence.uploaded.add(`sha256:${'d'.repeat(64)}`);
    const document = { kind: 'document', number: '永扶发〔2019〕4号' as DocumentNumber } as const;
    const envelope = { effectiveOn: '2019-06-01', mode: 'report', authority: document, evidence } as const;
    await ask('RecordProblem', { ...problem, number: 'ZG-3' }, cadre, { envelope });
    const proposal = await last();
    await ask('ConfirmReport', { proposal }, county);
    await ask('PrioritiseProblem', { problem: 'ZG-3', priority: 'urgent' }, account('office', countyOffice.person, 'hand-over'));
    expect((await entries()).slice(-3).map(({ by }) => by.correlationId)).toEqual([proposal, proposal, proposal]);
  });
});

const fields = { place: 'home', checklist: [], findings: 'dry' };
const joining = {
  relation: 'daughter',
  name: '张小花',
  withoutNumber: 'newborn',
  ethnicGroup: '01',
  pupil: 'preschool',
  health: 'healthy',
  labour: 'none',
  seriousIllnessInsurance: true,
  reason: 'born',
};
const { reason: _reason, ...born } = joining;
const opening = { basis: 'clue', village: '610426101200', residence: 'both', members: [{ ...born, relation: 'head' }] };
