import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Catalogue, event, says, streamName } from '@lookback/kernel';
import { type Database, openDatabase } from '@lookback/log/database';
import { type Commit, EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import { Wire } from './harness/wire.js';
import { judged } from './harness/judged.js';
import { tell } from './harness/told.js';

const counted = event('Counted', 'fact', says<{ n: number }>());
const code = (text: string) => text as never;
const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'told', { origin: 'lookback-spec', epoch: 1 }));
const cuts = 20;

let database: TestDatabase;
let wire: Wire;
let through: Database;
let log: PostgresEventLog;

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  wire = await Wire.to(Number(new URL(database.urls.databaseUrl).port));
  const databaseUrl = database.urls.databaseUrl.replace(/:\d+\//, `:${String(wire.port)}/`);
  through = await openDatabase({ data: '', databaseUrl }, { migrations: [], entities: [] });
  log = new PostgresEventLog(through.pool, new Catalogue({ counted }), new Vault(through.pool, keys), keys);
});
afterAll(async () => {
  await through.close();
  await wire.close();
  await database.drop();
});

const commit = (id: string, key: string): Commit => ({
  stream: streamName('household', id),
  expected: 0,
  key: code(`told/${key}`),
  body: code('body'),
  by: { effectiveOn: '2020-06-30', mode: 'act', recordedBy: { account: code('a-1') }, reads: [], evidence: [], breaches: [] },
  events: [counted({ n: 1 })],
});

it('cut between the commit and its answer, again and again: the answer comes all the same, and nothing stands twice', async () => {
  const acknowledged = new Map<string, number>();
  for (let cut = 0; cut < cuts; cut++) {
    wire.cutTheNextAnswer();
    const asked = Array.from({ length: 8 }, (_, i) => `${String(cut)}-${String(i)}`);
    const answers = await Promise.all(asked.map((id) => log.append(commit(id, id))));
    answers.forEach(({ position }, i) => acknowledged.set(asked[i] ?? '', position));
  }
  expect(wire.cuts).toBe(cuts);
  const told = await tell({
    fault: 'connection-cut',
    seed: 0,
    times: cuts,
    inOpenCommit: wire.cuts,
    longestAway: 0,
    ...(await judged(log, acknowledged)),
  });
  expect(told).toMatchObject({ entries: 8 * cuts, found: 8 * cuts, gaps: 0, duplicates: 0 });
});
