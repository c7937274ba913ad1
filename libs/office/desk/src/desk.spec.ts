import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type CalendarDate, type Digest, type DocumentNumber, type Holder, Refusal, type RegionCode } from '@lookback/kernel';
import { IdempotencyKeyReused, WrongExpectedRevision } from '@lookback/log/event-log';
import { countyOffice, townshipCadre, villageOfficer } from '@lookback/testing';
import type { Receipt } from './receipt.dto.js';
import { deskRules } from './desk.rules.js';
import { account, CloseToy, commandOf, county, DeskBench, elsewhere, OpenToy, takeOver, toy, village, visit } from './desk.fixture.js';
import { RightMissing } from './principal.js';
import type { CommandRequest } from './submission.js';
import { anySubject, SubjectAbsent } from './subject.js';

const officer = account('officer', villageOfficer.person, 'record');
const cadre = account('cadre', townshipCadre.person, 'record');
const administrator = account('administrator', null, 'administer', 'record');
const verifier = account('verifier', countyOffice.person, 'verify', 'record');
const actedBy = ({ person }: Holder, document?: string) => ({
  effectiveOn: '2020-03-01' as const,
  actedBy: person,
  ...(document !== undefined && { authority: { kind: 'document' as const, number: document as DocumentNumber } }),
});
const look = commandOf('VerifyRectification', { problem: 'ZG-1', inPlace: true, onSite: true });
const pairs = (person: string) => commandOf('PairHelper', { person, unit: 'u-1', rank: 'other' });
const toys = { subject: anySubject(toy) };

let bench: DeskBench;
let nth = 0;
let id: string;

beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(villageOfficer, '2019-01-01', village);
  bench.posts.give(townshipCadre, '2018-01-01', '610426101' as RegionCode);
  bench.posts.give(countyOffice, '2018-01-01');
  bench.posts.far.add('p-far');
  bench.standards.values.set('cause-codes', { causes: [{ code: '01' }, { code: '02' }] });
});
/** Every spec has a household of its own. */
beforeEach(async () => {
  id = `h${(nth += 1)}`;
  await bench.desk.submit(bench.ask(id, takeOver(nth), officer, { on: '2018-12-31' }));
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => bench.database.drop());

const submit = (request: CommandRequest): Promise<Receipt> => bench.desk.submit(request);
const typesOf = async (of = id) => (await bench.history(of)).map(({ type }) => type);
const memberOf = async (at: number): Promise<string> =>
  ((await bench.history(id))[0]?.data as { members: { member: string }[] }).members[at]?.member ?? '';
const refusalOf = (request: CommandRequest): Promise<unknown> =>
  submit(request).then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? { [error.rule]: error.facts } : error),
  );

describe('a command', () => {
  it('is answered by where it stands', async () => {
    const receipt = await submit(bench.ask(id, visit('dry'), officer));
    expect(receipt).toEqual({ id, revision: 2, position: await bench.log.head(), events: ['HomeVisited'] });
  });

  it('is recorded with who acted, who typed it in, and what was read', async () => {
    const authority = { kind: 'document', number: '永扶发〔2018〕12号' as DocumentNumber, date: null, onBehalfOf: null };
    const envelope = { effectiveOn: '2019-06-01', actedBy: townshipCadre.person, authority, evidence: ['a'.repeat(64) as Digest] } as const;
    bench.evidence.uploaded.add('a'.repeat(64));
    await submit(bench.ask(id, visit('dry'), officer, { envelope: envelope as unknown as CommandRequest['envelope'], key: 'k' }));
    const [, entry] = await bench.history(id);
    expect(entry?.by).toEqual({
      effectiveOn: '2019-06-01',
      mode: 'act',
      actedBy: townshipCadre,
      recordedBy: { account: officer.account, ...villageOfficer },
      authority: { kind: 'document', number: '永扶发〔2018〕12号' },
      reads: [{ stream: 'person-p-township', revision: 3 }],
      evidence: ['a'.repeat(64)],
      breaches: [],
    });
    expect(entry?.key).toBe('account-officer/k');
  });

  it('freezes the standards that it rests on', async () => {
    await submit(bench.ask(id, commandOf('ReclassifyCause', { main: '02', others: [] }), officer));
    expect((await bench.history(id))[1]?.by.reads).toEqual([
      { stream: `standards-${county}`, revision: 1 },
      { stream: 'standards-CN', revision: 2 },
      { stream: 'person-p-village', revision: 3 },
    ]);
  });

  it('of a list is a takeover and nobody’s act, whichever account imports it', async () => {
    const [entry] = await bench.history(id);
    expect(entry?.by).toMatchObject({ mode: 'takeover', recordedBy: { account: officer.account }, reads: [] });
    expect(entry?.by).not.toHaveProperty('actedBy');
    expect(entry?.by.recordedBy).not.toHaveProperty('post');
    expect(entry?.key).toMatch(/^list\//);
  });

  it('of a process needs no right and no post', async () => {
    await submit(bench.ask(id, visit('reminded'), { process: 'clock' }));
    expect((await bench.history(id))[1]?.by).toMatchObject({ recordedBy: { process: 'clock' }, mode: 'act' });
  });

  it('of a reaction names the entry that it answers', async () => {
    const [heard] = await bench.history(id);
    await submit(bench.ask(id, visit('answered'), { process: 'reactor' }, { causationId: heard?.id }));
    const [, entry] = await bench.history(id);
    expect(entry?.by.causationId).toBe(heard?.id);
    expect(heard?.by).not.toHaveProperty('causationId');
  });

  it('that the subject does not know is a mistake of ours', async () => {
    await expect(submit(bench.ask(id, new OpenToy(), officer))).rejects.toThrow('a household cannot be asked to OpenToy');
  });
});

describe('a command asked twice', () => {
  it('under one key is answered alike, and recorded once', async () => {
    const request = bench.ask(id, visit('dry'), officer);
    const receipt = await submit(request);
    await submit(bench.ask(id, visit('wet'), officer));
    expect(await submit({ ...request, command: visit('dry') })).toEqual(receipt);
    expect(await submit({ ...request, ifRevision: 1 })).toEqual(receipt);
    expect(await typesOf()).toHaveLength(3);
  });

  it('is answered though a rule would refuse it now', async () => {
    const request = bench.ask(id, commandOf('LeaveMember', { member: await memberOf(1), reason: 'died' }), officer);
    const receipt = await submit(request);
    expect(await submit(request)).toEqual(receipt);
    expect(await refusalOf({ ...request, key: 'another' })).toEqual({ 'identification.member-absent': {} });
  });

  it.each<[string, (request: CommandRequest) => Partial<CommandRequest>]>([
    ['another command', () => ({ command: visit('wet') })],
    ['a command of another kind', () => ({ command: commandOf('CheckGuarantee', { kind: 'food', met: true }) })],
    ['another day', ({ envelope }) => ({ envelope: { ...envelope, effectiveOn: '2020-03-02' } })],
  ])('under the key of %s is told that the key is taken, at once', async (_, other) => {
    const request = bench.ask(id, visit('dry'), officer);
    await submit(request);
    const appending = jest.spyOn(bench.log, 'append');
    await expect(submit({ ...request, ...other(request) })).rejects.toThrow(IdempotencyKeyReused);
    expect(appending).not.toHaveBeenCalled();
    appending.mockRestore();
    expect(await typesOf()).toHaveLength(2);
  });

  it('by two accounts under the same key are two commands', async () => {
    const request = bench.ask(id, visit('dry'), officer);
    await submit(request);
    expect(await submit({ ...request, who: cadre })).toMatchObject({ revision: 3 });
  });
});

describe('two commands at once', () => {
  const together = (...both: readonly CommandRequest[]) => {
    bench.posts.meet(both.length);
    return Promise.allSettled(both.map(submit));
  };
  const settled = (outcomes: readonly PromiseSettledResult<Receipt>[]) =>
    outcomes.map((one) => (one.status === 'fulfilled' ? one.value.revision : (one.reason as Error).name)).sort();

  it('are both recorded: the later one is decided on what the first one left', async () => {
    const appending = jest.spyOn(bench.log, 'append');
    expect(settled(await together(bench.ask(id, visit('one'), officer), bench.ask(id, visit('two'), cadre)))).toEqual([2, 3]);
    expect(appending).toHaveBeenCalledTimes(2);
    appending.mockRestore();
  });

  it('are decided by the rules of what came first', async () => {
    const leaves = commandOf('LeaveMember', { member: await memberOf(1), reason: 'died' });
    const outcomes = await together(bench.ask(id, leaves, officer), bench.ask(id, leaves, cadre));
    expect(settled(outcomes)).toEqual([2, 'Refusal']);
    expect(await typesOf()).toHaveLength(2);
  });

  it('that are one, under one key, are one', async () => {
    const request = bench.ask(id, visit('dry'), officer);
    const [first, second] = await together(request, { ...request });
    expect(first).toMatchObject({ status: 'fulfilled', value: { revision: 2 } });
    expect(second).toEqual(first);
    expect(await typesOf()).toHaveLength(2);
  });

  it('under one key with other bodies: one is recorded, the other told so, and not asked again', async () => {
    const request = bench.ask(id, visit('one'), officer);
    const appending = jest.spyOn(bench.log, 'append');
    const outcomes = await together(request, { ...request, command: visit('two') });
    expect(appending).toHaveBeenCalledTimes(1);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(IdempotencyKeyReused) });
    appending.mockRestore();
    expect(await typesOf()).toHaveLength(2);
  });

  it('of which one named the revision that it rests on: that one is not decided again', async () => {
    const outcomes = await together(
      bench.ask(id, visit('one'), officer, { ifRevision: 1 }),
      bench.ask(id, visit('two'), cadre, { ifRevision: 1 }),
    );
    expect(settled(outcomes)).toEqual([2, 'WrongExpectedRevision']);
  });
});

describe('a command on a revision', () => {
  it('that is the newest is recorded', async () => {
    expect(await submit(bench.ask(id, visit('dry'), officer, { ifRevision: 1 }))).toMatchObject({ revision: 2 });
  });

  it.each([0, 2])('that is not the newest is told so: %d', async (ifRevision) => {
    const refused = submit(bench.ask(id, visit('dry'), officer, { ifRevision }));
    await expect(refused).rejects.toMatchObject({ name: 'WrongExpectedRevision', expected: ifRevision, actual: 1 });
    await expect(refused).rejects.toThrow(WrongExpectedRevision);
  });
});

describe('the desk refuses', () => {
  const tomorrow: CalendarDate = '2020-03-16';
  const refusals: Readonly<Record<string, readonly [facts: object, ask: () => Promise<CommandRequest> | CommandRequest]>> = {
    'desk.not-yet': [{ effectiveOn: tomorrow, today: '2020-03-15' }, () => bench.ask(id, visit('dry'), officer, { on: tomorrow })],
    'desk.no-post-then': [{ on: '2018-12-31' }, () => bench.ask(id, visit('dry'), officer, { on: '2018-12-31' })],
    'desk.account-without-person': [{}, () => bench.ask(id, visit('dry'), administrator)],
    'desk.own-name': [{}, () => bench.ask(id, look, verifier, { envelope: actedBy(townshipCadre) })],
    'desk.acted-elsewhere': [{}, () => bench.ask(id, visit('dry'), officer, { envelope: actedBy(countyOffice) })],
    'desk.nobody-known': [{}, () => bench.ask(id, pairs('p-far'), officer)],
    'desk.before-last-gate': [
      { effectiveOn: '2020-02-28', last: '2020-03-01' },
      async () => {
        await submit(bench.ask(id, new OpenToy(), administrator, { ...toys, on: '2020-03-02' }));
        await submit(bench.ask(id, new CloseToy(), administrator, toys));
        return bench.ask(id, new CloseToy(), administrator, { ...toys, on: '2020-02-28' });
      },
    ],
    'desk.leaves-inapplicable': [
      { rules: ['identification.member-absent'] },
      async () => {
        const leaves = commandOf('LeaveMember', { member: await memberOf(1), reason: 'died' });
        await submit(bench.ask(id, leaves, officer, { on: '2020-02-01' }));
        return bench.ask(id, leaves, officer, { on: '2020-01-01' });
      },
    ],
    'desk.evidence-missing': [
      { digests: ['b'.repeat(64)] },
      () => {
        const evidence = ['a', 'b'].map((digit) => digit.repeat(64) as Digest);
        bench.evidence.uploaded.add(evidence[0] ?? '');
        return bench.ask(id, visit('dry'), officer, { envelope: { effectiveOn: '2020-03-01', evidence } });
      },
    ],
    'desk.standard-missing': [
      { standard: 'cause-codes', region: village, on: '2020-03-01' },
      () => {
        bench.standards.values.delete('cause-codes');
        return bench.ask(id, commandOf('ReclassifyCause', { main: '01', others: [] }), officer);
      },
    ],
  };

  it.each(Object.entries(refusals))('%s', async (rule, [facts, ask]) => {
    const request = await ask();
    const before = await bench.log.head();
    expect(await refusalOf(request)).toEqual({ [rule]: facts });
    expect(await bench.log.head()).toBe(before);
  });

  it('by every rule of its book, and by no other', () => {
    const inDesk = (rule: string) => `desk.${rule}`;
    const ofHouseholders = ['desk.done-by-householder', 'desk.done-in-a-post', 'desk.no-member-then', 'desk.one-actor']; // householder.spec.ts
    const ofReports = ['answered-now', 'of-today', 'opened-by-act', 'opened-lately', 'report-needed', 'takes-no-report'].map(inDesk); // four-eyes.spec.ts, and that of test
    const ofForms = ['desk.not-corrected-by-form']; // test/reminders.spec.ts
    expect([...Object.keys(refusals), ...ofHouseholders, ...ofReports, ...ofForms].sort()).toEqual(Object.keys(deskRules).sort());
  });

  it('an account that lacks the right in that region, and says which and where', async () => {
    const reviewer = account('reviewer', villageOfficer.person, 'review');
    const stranger = { ...officer, rights: new Map([['record', { regions: [elsewhere], units: [] }]]) } as unknown as typeof officer;
    expect(await refusalOf(bench.ask(id, visit('dry'), reviewer))).toEqual(new RightMissing(['record'], village));
    expect(await refusalOf(bench.ask(id, visit('dry'), stranger))).toEqual(new SubjectAbsent('household', id));
    expect(await refusalOf(bench.ask('new', takeOver(500), stranger))).toMatchObject({ needed: ['record'], region: village });
  });

  it('what is asked of a subject that nobody opened', async () => {
    expect(await refusalOf(bench.ask('nowhere', visit('dry'), officer))).toEqual(new SubjectAbsent('household', 'nowhere'));
  });

  it('a fact before the household was on record', async () => {
    expect(await refusalOf(bench.ask(id, visit('dry'), cadre, { on: '2018-12-30' }))).toEqual({ 'assistance.household-absent': {} });
  });

  it('no late fact that fits, though a later one is there', async () => {
    await submit(bench.ask(id, visit('late'), officer, { on: '2020-03-01' }));
    expect(await submit(bench.ask(id, visit('early'), officer, { on: '2020-01-01' }))).toMatchObject({ revision: 3 });
  });

  it('no gate on the day of the last one', async () => {
    await submit(bench.ask(id, new OpenToy(), administrator, toys));
    await submit(bench.ask(id, new CloseToy(), administrator, toys));
    expect(await submit(bench.ask(id, new CloseToy(), administrator, toys))).toMatchObject({ revision: 3 });
  });
});
