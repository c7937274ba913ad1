import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refusal, streamName } from '@lookback/kernel';
import { type Entry, IdempotencyKeyReused, LogUnavailable } from '@lookback/log/event-log';
import { townshipCadre, villageOfficer } from '@lookback/testing';
import { account, commandOf, DeskBench, takeOver, visit } from './desk.fixture.js';

const officer = account('officer', villageOfficer.person, 'record');
const cadre = account('cadre', townshipCadre.person, 'record');

/** Two processes on one log. */
let here: DeskBench;
let there: DeskBench;
let nth = 600;
let id: string;

beforeAll(async () => {
  here = await DeskBench.open();
  there = here.another();
  for (const { posts } of [here, there]) {
    posts.give(villageOfficer, '2019-01-01');
    posts.give(townshipCadre, '2018-01-01');
  }
});
/** Every spec has a household of its own, which this process keeps. */
beforeEach(async () => {
  id = `k${(nth += 1)}`;
  await here.desk.submit(here.ask(id, takeOver(nth), officer, { on: '2018-12-31' }));
});
afterAll(() => here.database.drop());

const memberOf = async (at: number): Promise<string> =>
  ((await here.history(id))[0]?.data as { members: { member: string }[] }).members[at]?.member ?? '';
const leaves = async () => commandOf('LeaveMember', { member: await memberOf(1), reason: 'died' });
const outcome = (asking: Promise<unknown>): Promise<unknown> =>
  asking.catch((error: unknown) => (error instanceof Refusal ? error.rule : (error as Error).name));
/** What is read of the log while something is done: for each reading, from which revision on. */
async function readWhile(doing: () => Promise<unknown>): Promise<unknown[]> {
  const reading = jest.spyOn(here.log, 'readStreams');
  await doing();
  const from = reading.mock.calls.map(([, revisions]) => revisions);
  reading.mockRestore();
  return from;
}

describe('a history that is kept', () => {
  it('is not read again by a command that appends after it', async () => {
    expect(await readWhile(() => here.desk.submit(here.ask(id, visit('dry'), officer)))).toEqual([]);
  });

  it('is not read again by a command that only rests on it', async () => {
    expect(await readWhile(() => here.histories.load(streamName('household', id)))).toEqual([]);
  });

  it('has what this process appended, as reading gives it', async () => {
    await here.desk.submit(here.ask(id, visit('dry'), officer));
    const kept = await here.histories.load(streamName('household', id));
    const told = ({ by, key, body, ...entry }: Entry) => ({ ...entry, by, key, body });
    expect(kept.entries.map(told)).toEqual((await here.history(id)).map(told));
    expect(kept.history.revision).toBe(2);
  });

  it('is read from where it ends, where the log does not give back what was appended', async () => {
    const append = here.log.append.bind(here.log);
    const silent = jest.spyOn(here.log, 'append').mockImplementation(async (commit) => {
      const { revision, position } = await append(commit);
      return { revision, position };
    });
    await here.desk.submit(here.ask(id, visit('dry'), officer));
    silent.mockRestore();
    expect(await readWhile(() => here.desk.submit(here.ask(id, visit('wet'), officer)))).toEqual([[2]]);
  });

  it('is what is decided on where the log was looked at just now, and is looked at again where that is a while ago', async () => {
    const looking = jest.spyOn(here.log, 'standing');
    const now = performance.now();
    await here.histories.load(streamName('account', officer.account));
    await here.desk.submit(here.ask(id, visit('dry'), officer));
    expect(looking).toHaveBeenCalledTimes(1);
    const later = jest.spyOn(performance, 'now').mockReturnValue(now + 10_000);
    await here.desk.submit(here.ask(id, visit('wet'), officer));
    expect(looking).toHaveBeenCalledTimes(2);
    for (const spy of [looking, later]) spy.mockRestore();
  });

  it('is left alone by what is decided on it and then refused by the log', async () => {
    const kept = await here.histories.load(streamName('household', id));
    const away = jest.spyOn(here.log, 'append').mockRejectedValue(new LogUnavailable('cut'));
    expect(await outcome(here.desk.submit(here.ask(id, await leaves(), officer)))).toBe('LogUnavailable');
    away.mockRestore();
    expect(await here.histories.load(streamName('household', id))).toBe(kept);
    expect(await here.desk.submit(here.ask(id, await leaves(), officer))).toMatchObject({ revision: 2 });
  });
});

describe('a history that is kept while somebody reaches past the log', () => {
  /** As every door does before it lets anybody ask. */
  const look = () => here.histories.load(streamName('account', officer.account));
  const tampered = async (change: string) => {
    await here.database.ownerPool.query(
      `ALTER TABLE log.entry_0 DISABLE TRIGGER append_only; ${change}; ALTER TABLE log.entry_0 ENABLE ALWAYS TRIGGER append_only`,
    );
    await look();
  };
  const ofHousehold = () => `stream = 'household-${id}' AND revision = 1`;

  it.each([
    ['changes an entry', () => `UPDATE log.entry_0 SET data = replace(data, 'a', 'b') WHERE ${ofHousehold()}`, 'EntryForged'],
    ['takes one away', () => `DELETE FROM log.entry_0 WHERE ${ofHousehold()}`, 'LogCorrupted'],
  ])('is not appended to, where that %s', async (_, change, error) => {
    await tampered(change());
    expect(await outcome(here.desk.submit(here.ask(id, visit('on top'), officer)))).toBe(error);
    const { rows } = await here.database.ownerPool.query('SELECT revision FROM log.stream WHERE stream = $1', [`household-${id}`]);
    expect(rows).toEqual([{ revision: 1 }]);
  });

  it('is read whole where the triggers were off, and nothing was changed', async () => {
    await tampered('SELECT');
    expect(await readWhile(() => here.desk.submit(here.ask(id, visit('dry'), officer)))).toEqual([[1]]);
    expect(await readWhile(() => here.desk.submit(here.ask(id, visit('wet'), officer)))).toEqual([]);
  });

  it('is not kept as long as they are off', async () => {
    await here.database.ownerPool.query('ALTER TABLE log.entry_0 DISABLE TRIGGER append_only');
    await look();
    for (let asked = 1; asked <= 2; asked++)
      expect(await readWhile(() => here.desk.submit(here.ask(id, visit(String(asked)), officer)))).toEqual([[1]]);
    await here.database.ownerPool.query('ALTER TABLE log.entry_0 ENABLE ALWAYS TRIGGER append_only');
  });
});

describe('what another process appended', () => {
  it('comes before what is decided here', async () => {
    await there.desk.submit(there.ask(id, visit('there'), cadre));
    expect(await here.desk.submit(here.ask(id, visit('here'), officer))).toMatchObject({ revision: 3 });
    expect(await there.desk.submit(there.ask(id, visit('there again'), cadre))).toMatchObject({ revision: 4 });
    expect((await here.history(id)).map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  });

  it('is what a command is refused by, though what is kept would grant it', async () => {
    await there.desk.submit(there.ask(id, await leaves(), cadre));
    expect(await outcome(here.desk.submit(here.ask(id, await leaves(), officer)))).toBe('identification.member-absent');
    expect(await here.history(id)).toHaveLength(2);
  });

  it('is what a command is granted by, though what is kept would refuse it', async () => {
    const pairs = commandOf('PairHelper', { person: 'p-helper', unit: 'u-helper', rank: 'other' });
    await there.desk.submit(there.ask(id, pairs, cadre));
    const release = commandOf('ReleaseHelper', { person: 'p-helper' });
    expect(await here.desk.submit(here.ask(id, release, officer))).toMatchObject({ revision: 3 });
  });

  it('counts where a command names the revision that it made', async () => {
    await there.desk.submit(there.ask(id, await leaves(), cadre));
    const request = here.ask(id, await leaves(), officer, { ifRevision: 2 });
    expect(await outcome(here.desk.submit(request))).toBe('identification.member-absent');
    expect(await outcome(here.desk.submit(here.ask(id, visit('dry'), officer, { ifRevision: 1 })))).toBe('WrongExpectedRevision');
  });

  it('is answered again where its acknowledgement was lost, though a rule would refuse it now', async () => {
    const request = there.ask(id, await leaves(), officer);
    const receipt = await there.desk.submit(request);
    expect(await here.desk.submit(request)).toEqual(receipt);
    await expect(here.desk.submit({ ...request, command: visit('dry') })).rejects.toThrow(IdempotencyKeyReused);
    expect(await here.history(id)).toHaveLength(2);
  });
});
