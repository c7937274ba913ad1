import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Code, type HouseholdId, type MemberId, type PersonId, Refusal, streamName } from '@lookback/kernel';
import { townshipCadre } from '@lookback/testing';
import { plainToInstance } from 'class-transformer';
import { IsOptional, IsString, validateSync } from 'class-validator';
import { bodyOf } from './command-body.dto.js';
import { account, catalogue, DeskBench, elsewhere, opened, toy } from './desk.fixture.js';
import { Redecision } from './redecision.js';
import { RightMissing } from './principal.js';
import { type ActorKind, route } from './route.js';
import { StandardsRead } from './standards-read.js';
import { anySubject, type Subject } from './subject.js';
import { strictly } from './validation.js';
import { byRegion } from './visible.js';

class Open {}
class Withdraw {}
class Say {
  @IsOptional() @IsString() words?: string;
}
class Review {}
type Opened = ReturnType<typeof opened>;
const line = (path: string, command: new () => object, acts: ActorKind, byChannel = false) =>
  route<object, null, Opened>(path, command, () => [opened({})], { may: ['record'], called: { en: 'x', zh: '某' }, acts, byChannel });
const village: Subject<null, Opened> = {
  ...(toy as unknown as Subject<null, Opened>),
  name: 'toy',
  visible: byRegion(['record']),
  actsInPost: true,
  routes: [
    route<Open, null, Opened>('', Open, () => [opened({})], { may: ['record'], called: { en: 'x', zh: '某' }, opens: true }),
    line('withdraw', Withdraw, 'householder', true),
    {
      ...line('say', Say, 'either', true),
      decide: (_, __, { newId }) => [opened({ said: newId('said') } as never)],
      commandFrom: { ToyOpened: () => ({}) },
    },
    line('review', Review, 'holder'),
  ],
};
const subject = anySubject(village);
const cadre = account('cadre', townshipCadre.person, 'record');
const app = { channel: 'national-app' as Code<'channel'>, token: 't-1' as Code<'submission-token'> };
const householder = {
  household: 'h-1' as HouseholdId,
  member: 'm-1' as MemberId,
  how: 'thumb-print' as Code<'sign-method'>,
};
const envelope = { effectiveOn: '2020-03-01', householder } as const;

let bench: DeskBench;
beforeAll(async () => {
  bench = await DeskBench.open();
  bench.posts.give(townshipCadre, '2018-01-01');
  bench.memberships.since.set('h-1/m-1', '2020-03-01');
  for (const id of ['a', 'b', 'c', 'd']) await bench.desk.submit(bench.ask(id, new Open(), cadre, { subject }));
});
afterAll(() => bench.database.drop());

const refusalOf = (...asked: Parameters<DeskBench['ask']>): Promise<unknown> =>
  bench.desk.submit(bench.ask(...asked)).then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? { [error.rule]: error.facts } : error),
  );

describe('what a member of a household does', () => {
  it('is recorded as the member’s by whoever typed it in, without post or unit', async () => {
    await bench.desk.submit(bench.ask('a', new Withdraw(), cadre, { subject, envelope }));
    const proxied = { ...envelope, householder: { ...householder, proxy: 'guardian' as Code<'proxy-kind'> } };
    await bench.desk.submit(bench.ask('a', new Say(), cadre, { subject, envelope: proxied }));
    const [, own, through] = await bench.history('a', 'toy');
    expect(own?.by.actedBy).toEqual(householder);
    expect(own?.by.recordedBy).toMatchObject({ account: cadre.account, person: townshipCadre.person });
    expect(own?.by.reads).toEqual([{ stream: streamName('household', 'h-1'), revision: 1 }]);
    expect(through?.by.actedBy).toEqual({ ...householder, proxy: 'guardian' });
  });

  it('is an official’s where no member is named and either may', async () => {
    await bench.desk.submit(bench.ask('b', new Say(), cadre, { subject }));
    expect((await bench.history('b', 'toy')).at(-1)?.by.actedBy).toEqual(townshipCadre);
  });

  it('is refused of a member who was not of the household on that day, or of one that the asker may not know', async () => {
    const before = { ...envelope, effectiveOn: '2020-02-29' } as const;
    expect(await refusalOf('b', new Withdraw(), cadre, { subject, envelope: before })).toEqual({
      'desk.no-member-then': { on: '2020-02-29' },
    });
    bench.memberships.region = elsewhere;
    const hidden = await refusalOf('b', new Withdraw(), cadre, { subject, envelope });
    bench.memberships.region = '610426101200' as typeof elsewhere;
    expect(hidden).toEqual({ 'desk.no-member-then': { on: '2020-03-01' } });
  });

  it('is refused where an official has to act, where nobody is named, and where both are', async () => {
    expect(await refusalOf('b', new Review(), cadre, { subject, envelope })).toEqual({ 'desk.done-in-a-post': {} });
    expect(await refusalOf('b', new Withdraw(), cadre, { subject })).toEqual({ 'desk.done-by-householder': {} });
    const both = { ...envelope, actedBy: townshipCadre.person };
    expect(await refusalOf('b', new Say(), cadre, { subject, envelope: both })).toEqual({ 'desk.one-actor': {} });
  });
});

describe('a channel', () => {
  it('records what a member did under channel, token and subject: once', async () => {
    const ask = () => bench.desk.submit(bench.ask('c', new Withdraw(), app, { subject, envelope }));
    expect(await ask()).toEqual(await ask());
    const entry = (await bench.history('c', 'toy')).at(-1);
    expect(entry).toMatchObject({ revision: 2, key: 'channel/national-app/t-1/toy-c' });
    expect(entry?.by).toMatchObject({ recordedBy: { channel: 'national-app' }, actedBy: householder });
  });

  it('says something by itself where a route lets either act', async () => {
    await bench.desk.submit(bench.ask('d', new Say(), app, { subject }));
    const [, entry] = await bench.history('d', 'toy');
    expect(entry?.by.recordedBy).toEqual({ channel: 'national-app' });
    expect(entry?.by).not.toHaveProperty('actedBy');
  });

  it('says it under an id that is the same when it is decided again from what the log keeps', async () => {
    const known = await bench.histories.load(streamName('toy', 'd'));
    const entry = known.entries.at(-1) as (typeof known.entries)[number];
    const redecision = new Redecision(catalogue, new StandardsRead(bench.standards), bench.posts);
    const place = { subject, id: 'd', known, today: '2020-03-02', others: () => Promise.resolve([]) } as const;
    const { event } = await redecision.again(place, entry, { command: {}, effectiveOn: '2020-03-01' });
    expect(event).toEqual({ type: 'ToyOpened', data: entry.data });
    expect(entry.data).toMatchObject({ said: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('asks nothing that is not open to channels, and names no official', async () => {
    const another = { ...app, token: 't-2' as typeof app.token };
    expect(await refusalOf('c', new Review(), another, { subject })).toEqual(new RightMissing([]));
    const named = { effectiveOn: '2020-03-01', actedBy: 'p-1' as PersonId } as const;
    expect(await refusalOf('c', new Say(), another, { subject, envelope: named })).toEqual({
      'desk.done-by-householder': {},
    });
  });
});

describe('an envelope', () => {
  const faults = (acts: ActorKind, otherwise: object) =>
    validateSync(plainToInstance(bodyOf(Withdraw, acts), { command: {}, envelope: { effectiveOn: '2020-03-01', ...otherwise } }), strictly)
      .flatMap(({ children }) => children ?? [])
      .map(({ property, children }) => (children?.length ? children.map((inner) => `${property}.${inner.property}`).join() : property));

  it.each<[ActorKind, object, string[]]>([
    ['holder', { actedBy: 'p-1' }, []],
    ['holder', { householder }, ['householder']],
    ['householder', { householder }, []],
    ['householder', {}, ['householder']],
    ['householder', { householder, actedBy: 'p-1' }, ['actedBy']],
    ['householder', { householder: { ...householder, proxy: 'neighbour' } }, ['householder.proxy']],
    ['householder', { householder: { ...householder, how: 'nod', member: '!' } }, ['householder.member,householder.how']],
    ['either', {}, []],
    ['either', { householder: { ...householder, proxy: 'guardian' } }, []],
  ])('of what is done by %s with %j names what does not hold: %j', (acts, otherwise, fields) => {
    expect(faults(acts, otherwise)).toEqual(fields);
  });
});
