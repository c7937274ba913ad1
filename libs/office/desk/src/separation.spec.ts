import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DocumentNumber, type Holder, type PersonId, Refusal, type RegionCode } from '@lookback/kernel';
import { countyOffice, townshipCadre, villageOfficer } from '@lookback/testing';
import { account, commandOf, DeskBench, elsewhere, takeOver, village, visit } from './desk.fixture.js';
import type { CommandRequest } from './submission.js';

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

let bench: DeskBench;
let nth = 0;
let id: string;

beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(villageOfficer, '2019-01-01', village);
  bench.posts.give(townshipCadre, '2018-01-01', '610426101' as RegionCode);
  bench.posts.give(countyOffice, '2018-01-01');
});
beforeEach(async () => {
  id = `s${(nth += 1)}`;
  await bench.desk.submit(bench.ask(id, takeOver(nth), officer, { on: '2018-12-31' }));
});
afterAll(() => bench.database.drop());

const submit = (request: CommandRequest) => bench.desk.submit(request);
const refusalOf = (request: CommandRequest): Promise<unknown> =>
  submit(request).then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? { [error.rule]: error.facts } : error),
  );

describe('who acts and who records: the desk refuses', () => {
  it('nobody who acted by another’s account without a post of their own', async () => {
    const envelope = { effectiveOn: '2020-03-01', actedBy: 'p-nobody' as PersonId } as const;
    expect(await refusalOf(bench.ask(id, visit('dry'), officer, { envelope }))).toEqual({ 'desk.no-post-then': { on: '2020-03-01' } });
  });

  it('an official who acted in another county, as it does somebody who is not on record', async () => {
    const far: Holder = { ...countyOffice, person: 'p-far-away' as PersonId };
    bench.posts.give(far, '2018-01-01', elsewhere);
    bench.posts.far.add(far.person);
    const answer = { 'desk.no-post-then': { on: '2020-03-01' } };
    expect(await refusalOf(bench.ask(id, visit('dry'), officer, { envelope: actedBy(far) }))).toEqual(answer);
    expect(await refusalOf(bench.ask(id, visit('dry'), officer, { envelope: actedBy(far, '永扶发〔2018〕12号') }))).toEqual(answer);
  });

  it('whom another county has on record, as it does who is not, where a command names them', async () => {
    bench.posts.far.add('p-far');
    bench.posts.absent.add('p-absent');
    for (const person of ['p-far', 'p-absent'])
      expect(await refusalOf(bench.ask(id, pairs(person), officer))).toEqual({ 'desk.nobody-known': {} });
  });

  it('an account without a person, although it names another as who acted', async () => {
    const request = bench.ask(id, visit('dry'), administrator, { envelope: actedBy(townshipCadre, '永扶发〔2018〕12号') });
    expect(await refusalOf(request)).toEqual({ 'desk.account-without-person': {} });
  });

  it('no verification in one’s own name, and none that rests on a named document', async () => {
    for (const envelope of [actedBy(countyOffice), actedBy(townshipCadre, '永扶发〔2018〕12号')])
      expect(await refusalOf(bench.ask(id, look, verifier, { envelope }))).toEqual({ 'rectification.problem-absent': { problem: 'ZG-1' } });
  });

  it('no act of somebody of the recorder’s region', async () => {
    expect(await submit(bench.ask(id, visit('dry'), cadre, { envelope: actedBy(villageOfficer) }))).toMatchObject({ revision: 2 });
  });
});

describe('an entry that rests on something confidential', () => {
  it('does not name it', async () => {
    bench.confidential.add(`person-${villageOfficer.person}`);
    await submit(bench.ask(id, visit('dry'), officer));
    bench.confidential.clear();
    await submit(bench.ask(id, visit('dry'), officer));
    const [, hidden, named] = await bench.history(id);
    expect([hidden?.by.reads, named?.by.reads.map(({ stream }) => stream)]).toEqual([[], [`person-${villageOfficer.person}`]]);
  });
});
