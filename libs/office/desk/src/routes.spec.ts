import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Catalogue, type EntryId, event, type EventOf, History, says, type StandardValues } from '@lookback/kernel';
import { by, circumstancesOf, recordedAs, townshipCadre } from '@lookback/testing';
import { controllerFor } from './controllers.js';
import { CommandDecider } from './command-decider.js';
import { account, closed, county, DeskBench, opened, toy } from './desk.fixture.js';
import { route } from './route.js';
import { RightMissing } from './principal.js';
import { anySubject, type AnySubject, type Subject, SubjectAbsent } from './subject.js';

class OpenBox {}
class WindBox {}
class OpenLid {}
class WindOneself {}
const called = { en: 'box', zh: '匣' };
let standing: StandardValues = {};

type Boxed = ReturnType<typeof opened> | ReturnType<typeof closed>;
/** A toy with a line that only a process asks, and that looks at a standard where it is set. */
const box: Subject<null, Boxed> = {
  ...toy,
  routes: [
    route<OpenBox, null, Boxed>('', OpenBox, () => [opened({})], { may: ['administer'], called, opens: true }),
    route<OpenLid, null, Boxed>('open-lid', OpenLid, () => [closed({})], { may: ['administer'], called }),
    route<WindOneself, null, Boxed>('wind-oneself', WindOneself, () => [closed({})], { may: 'self', called }),
    route<WindBox, null, Boxed>(
      'wind',
      WindBox,
      (_, __, context) => {
        ({ standards: standing } = context);
        return [closed({})];
      },
      { may: [], called, standards: ['wound'], consults: ['sung'] },
    ),
  ],
};

describe('a line that no right opens', () => {
  let bench: DeskBench;
  const clock = { process: 'clock' } as const;
  const subject = anySubject(box);
  const administrator = account('administrator', null, 'administer');

  beforeAll(async () => {
    bench = await DeskBench.open();
    bench.standards.values.set('wound', { turns: 3 });
    await bench.desk.submit(bench.ask('b-1', new OpenBox(), administrator, { subject }));
  });
  afterAll(() => bench.database.drop());

  it('is asked by a process, and refused to every account', async () => {
    await expect(bench.desk.submit(bench.ask('b-1', new WindBox(), administrator, { subject }))).rejects.toEqual(
      new RightMissing([], county),
    );
    await expect(bench.desk.submit(bench.ask('b-1', new WindBox(), clock, { subject }))).resolves.toMatchObject({ revision: 2 });
  });

  it('has no route', () => {
    const methods = Object.getOwnPropertyNames(controllerFor(box).prototype);
    expect(methods).toEqual(['constructor', 'openBox', 'openLid', 'actOfToy']);
  });

  it('is told of a standard that it consults where that is set, and of those that it needs always', async () => {
    await bench.desk.submit(bench.ask('b-1', new WindBox(), clock, { subject }));
    expect(standing).toEqual({ wound: { turns: 3 } });
    bench.standards.values.set('sung', { verses: 2 });
    await bench.desk.submit(bench.ask('b-1', new WindBox(), clock, { subject }));
    expect(standing).toEqual({ wound: { turns: 3 }, sung: { verses: 2 } });
  });
});

describe('a route of the account itself', () => {
  let bench: DeskBench;
  const subject = anySubject(box);
  const administrator = account('administrator', null, 'administer');
  const owner = account('owner', null);
  const id = owner.account;

  beforeAll(async () => {
    bench = await DeskBench.open();
    await bench.desk.submit(bench.ask(id, new OpenBox(), administrator, { subject }));
  });
  afterAll(() => bench.database.drop());

  it('takes no right, and is opened by none', async () => {
    await expect(bench.desk.submit(bench.ask(id, new WindOneself(), owner, { subject }))).resolves.toMatchObject({ revision: 2 });
    const ofAnother = bench.desk.submit(bench.ask(id, new WindOneself(), administrator, { subject }));
    await expect(ofAnother).rejects.toEqual(new SubjectAbsent('toy', id));
  });
});

describe('gates of procedures that a subject goes through many times at once', () => {
  const begun = event('Begun', { procedure: 'rectification', key: 'number' }, says<{ number: number }>());
  const ended = event('Ended', { procedure: 'rectification', key: 'problem' }, says<{ problem: number }>());
  const seen = event('Seen', { fact: 'rectification', key: 'problem' }, says<{ problem: number }>());
  const idle = event('Idle', 'fact', says<Record<string, never>>());
  class Say {
    event: EventOf;
  }
  const line = route<Say, null, EventOf>('say', Say, (_, said) => [said.event], { may: [], called });
  const subject = {
    ...toy,
    initial: null,
    routes: [line],
    evolve: { Begun: () => null, Ended: () => null, Seen: () => null },
  } as unknown as AnySubject;
  const decided = new CommandDecider(new Catalogue({ begun, ended, seen, idle }));
  const told = [
    by(townshipCadre, begun({ number: 1 }), { effectiveOn: '2020-03-01' }),
    by(townshipCadre, ended({ problem: 1 }), { effectiveOn: '2020-03-10' }),
    by(townshipCadre, begun({ number: 2 }), { effectiveOn: '2020-03-02' }),
  ].map(recordedAs);
  const on = (effectiveOn: '2020-03-03' | '2020-03-01', said: EventOf) =>
    decided.events(
      { subject, command: Object.assign(new Say(), { event: said }) } as never,
      History.from(told),
      circumstancesOf(townshipCadre, { effectiveOn }),
    );

  it('are held to their own', () => {
    expect(on('2020-03-03', ended({ problem: 2 }))).toHaveLength(1);
    expect(() => on('2020-03-03', ended({ problem: 1 }))).toThrow('desk.before-last-gate');
    expect(() => on('2020-03-01', ended({ problem: 2 }))).toThrow('the procedure has already reached 2020-03-02');
  });

  it('hold up no fact', () => {
    expect(on('2020-03-01', seen({ problem: 1 }))).toHaveLength(1);
  });

  const correlation = (...events: readonly EventOf[]) => decided.correlation(events, History.from(told), (n) => `new-${n}` as EntryId);

  it('are found together with their facts by the entry that was recorded first of them', () => {
    expect([correlation(ended({ problem: 1 })), correlation(seen({ problem: 2 }))]).toEqual([told[0]?.id, told[2]?.id]);
  });

  it('are opened by an entry that names itself', () => {
    expect(correlation(begun({ number: 3 }))).toBe('new-1');
    expect(correlation(idle({}), begun({ number: 3 }), seen({ problem: 3 }))).toBe('new-2');
  });

  it('are not spoken of by what is of none, and two of them not by one command', () => {
    expect(correlation(idle({}))).toBeUndefined();
    expect(() => correlation(ended({ problem: 1 }), seen({ problem: 2 }))).toThrow(
      'one command speaks of rectification 1 and rectification 2',
    );
  });
});
