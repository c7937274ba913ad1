import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Code, type EntryId, type HouseholdId, type MemberId, Refusal, type RegionCode } from '@lookback/kernel';
import { countyOffice, townshipCadre } from '@lookback/testing';
import { account, commandOf, DeskBench, takeOver } from './desk.fixture.js';

const reviewer = account('reviewer', countyOffice.person, 'review');
const clerk = account('clerk', townshipCadre.person, 'record', 'review');
const words = '收入记多了，去年没有外出务工';
type Otherwise = Parameters<DeskBench['ask']>[3];

let bench: DeskBench;
let nth = 900;
let id: string;

beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(townshipCadre, '2018-01-01', '610426101' as RegionCode);
  bench.posts.give(countyOffice, '2018-01-01');
  bench.standards.values.set('correction-answer', { within: { days: 10, counted: 'working' } });
  bench.standards.values.set('correction-level', { days: 30, gates: true, highest: 'county' });
  bench.standards.values.set('report-late-days', { days: 30 });
});
beforeEach(async () => {
  id = `h${(nth += 1)}`;
  await bench.desk.submit(bench.ask(id, takeOver(nth), clerk, { on: '2018-12-31' }));
});
afterAll(() => bench.database.drop());

const on = { on: '2020-03-15' } as const;
const ask = (name: string, fields: object, who = clerk, otherwise: Otherwise = on) =>
  bench.desk.submit(bench.ask(id, commandOf(name, fields), who, otherwise));
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? [error.rule, error.facts] : error),
  );
const entries = () => bench.history(id);
const last = async () => (await entries()).at(-1)?.id as EntryId;
const taken = async () => (await entries())[0]?.id as EntryId;

describe('what a member of a household asks to be put right', () => {
  const member = (household = id) => ({
    household: household as HouseholdId,
    member: 'm-1' as MemberId,
    how: 'thumb-print' as Code<'sign-method'>,
  });
  const byMember = (household = id): Otherwise => {
    bench.memberships.since.set(`${household}/m-1`, '2018-12-31');
    return { envelope: { effectiveOn: '2020-03-15', householder: member(household) } };
  };
  const requested = async (fields: object = {}, who = clerk): Promise<EntryId> => {
    await ask('RequestCorrection', { words, ...fields }, who, byMember());
    return last();
  };
  const answer = (request: EntryId, who = reviewer) =>
    ask('AnswerCorrectionRequest', { request, outcome: 'not-upheld', words: '经核实，收入属实' }, who);

  const proposed = async (request: EntryId) => {
    const original = await taken();
    return ask('ProposeRetraction', { original, supersedes: original, reason: '重复登记', request });
  };

  it('is recorded by an official or a channel, with the day by which it is answered', async () => {
    const entry = await taken();
    await requested({ entry });
    const [official] = (await entries()).slice(-1);
    expect(official).toMatchObject({ type: 'CorrectionRequested', data: { entry, dueOn: '2020-03-27' }, by: { actedBy: member() } });
    const phone = { channel: 'national-app' as Code<'channel'>, token: 't-1' as Code<'submission-token'> };
    await bench.desk.submit(bench.ask(id, commandOf('RequestCorrection', { words }), phone, byMember()));
    const channel = { actedBy: member(), recordedBy: { channel: 'national-app' } };
    expect((await entries()).at(-1)).toMatchObject({ data: { entry: null, dueOn: '2020-03-27' }, by: channel });
  });

  it('is answered once, by why nothing is proposed: not by who typed it in', async () => {
    const request = await requested();
    expect(await refusal(answer(request, clerk))).toEqual(['four-eyes.answered-by-proposer', {}]);
    await answer(request);
    expect((await entries()).at(-1)).toMatchObject({ type: 'CorrectionRequestAnswered', data: { request, outcome: 'not-upheld' } });
    expect(await refusal(answer(request))).toEqual(['four-eyes.request-answered', { request }]);
    expect(await refusal(proposed(request))).toEqual(['four-eyes.request-answered', { request }]);
  });

  it('or by a proposal that names it', async () => {
    const request = await requested();
    await proposed(request);
    expect((await entries()).at(-1)).toMatchObject({ type: 'CorrectionProposed', data: { request } });
    expect(await refusal(answer(request))).toEqual(['four-eyes.request-answered', { request }]);
  });

  it('is refused of another household’s file, of an entry that is not there, of a request itself, and of a request that nobody made', async () => {
    const other = await refusal(ask('RequestCorrection', { words }, clerk, byMember('h-other')));
    expect(other).toEqual(['four-eyes.not-own-file', {}]);
    const absent = '00000000-0000-5000-8000-000000000000' as EntryId;
    expect(await refusal(requested({ entry: absent }))).toEqual(['four-eyes.original-absent', { original: absent }]);
    const request = await requested();
    expect(await refusal(requested({ entry: request }))).toEqual(['four-eyes.of-four-eyes', { type: 'CorrectionRequested' }]);
    expect(await refusal(answer(absent))).toEqual(['four-eyes.request-absent', { request: absent }]);
  });
});
