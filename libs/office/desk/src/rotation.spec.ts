import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdempotencyKeyReused } from '@lookback/log/event-log';
import { villageOfficer } from '@lookback/testing';
import { account, DeskBench, takeOver, visit } from './desk.fixture.js';

const officer = account('officer', villageOfficer.person, 'record');
let before: DeskBench;
let after: DeskBench;
beforeAll(async () => {
  before = await DeskBench.open();
  after = before.another({ isRotated: true });
  for (const bench of [before, after]) bench.posts.give(villageOfficer, '2018-01-01');
});
afterAll(() => before.database.drop());

describe('once there is a newer commit key', () => {
  const listed = (bench: DeskBench) => bench.ask('h1', takeOver(1), officer, { on: '2018-12-31', ...bench.digestsOf('row 1') });
  const asked = (bench: DeskBench, findings: string) => bench.ask('h1', visit(findings), officer, { key: 'visit' });

  it('what a list brought before is there already', async () => {
    expect(await before.desk.submitMany([listed(before)])).toMatchObject([{ revision: 1 }]);
    expect(await after.desk.submitMany([listed(after)])).toEqual([{ alreadyThere: true, id: 'h1' }]);
    expect((await after.history('h1'))[0]?.key).toMatch(/^list\/hmac-sha256:k1:/);
  });

  it('a command asked before gets the answer of then, and another under its key is refused', async () => {
    const answer = await before.desk.submit(asked(before, 'dry'));
    expect(await after.desk.submit(asked(after, 'dry'))).toEqual(answer);
    await expect(after.desk.submit(asked(after, 'leaking'))).rejects.toThrow(IdempotencyKeyReused);
    const [, entry] = await after.history('h1');
    expect(entry?.body).toMatch(/^hmac-sha256:k1:/);
  });

  it('what is asked anew is digested and signed by it', async () => {
    await after.desk.submit(after.ask('h1', visit('wet'), officer, { key: 'later' }));
    expect((await after.history('h1')).at(-1)?.body).toMatch(/^hmac-sha256:k2:/);
    expect((await after.log.stored(3))?.mac).toMatch(/^hmac-sha256:k2:/);
  });
});
