import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Catalogue, event, says, type Sealed, sealedTo, streamName } from '@lookback/kernel';
import { type Database, openDatabase } from '@lookback/log/database';
import { EventLog1796083200001, LogUnavailable, PostgresEventLog } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.js';
import { judged } from './harness/judged.js';
import { tell } from './harness/told.js';

/** Blocks of 1,024 bytes that a file may have: more than a segment of WAL, less than what is appended. */
const limit = 24_576;
const noted = event('Noted', 'fact', says<{ note: Sealed<string> }>());
const code = (text: string) => text as never;
const keys = new Keys(Buffer.alloc(32, 1), CommitKeys.parse(`k1 ${'2'.repeat(64)}`, 'told', { origin: 'lookback-spec', epoch: 1 }));
const loader = new URL('../../libs/testing/loader/register.mjs', import.meta.url).href;
const cramped = fileURLToPath(new URL('harness/cramped.fixture.ts', import.meta.url));

let data: string;
let holder: ChildProcess;
let database: Database;
let log: PostgresEventLog;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lookback-full-'));
  const node = ['-c', `ulimit -S -f ${String(limit)} && exec "$0" "$@"`, process.execPath, '--import', loader, cramped, data];
  holder = spawn('bash', node, { stdio: ['pipe', 'pipe', 'inherit'] });
  if (holder.stdout) await once(holder.stdout, 'data');
  database = await openDatabase({ data }, { migrations: [Vault1735689600000, EventLog1796083200001], entities: [] });
  log = new PostgresEventLog(database.pool, new Catalogue({ noted }), new Vault(database.pool, keys), keys);
}, 60_000);
afterAll(async () => {
  await database.close();
  await leave();
  await rm(data, { recursive: true, force: true });
});

const note = sealedTo('household-1' as never)('雨'.repeat(60_000));
const append = (id: string) =>
  log.append({
    stream: streamName('household', id),
    expected: 0,
    key: code(`told/${id}`),
    body: code('body'),
    events: [noted({ note })],
    by: { effectiveOn: '2020-06-30', mode: 'act', recordedBy: { account: code('a-1') }, reads: [], evidence: [], breaches: [] },
  });

/** PostgreSQL begins again without the limit: whoever is joined and notices first starts it, and that is this process now. */
async function makeRoom(): Promise<void> {
  await leave();
  const [pid] = (await readFile(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGINT');
}

async function leave(): Promise<void> {
  holder.stdin?.end();
  if (holder.exitCode === null) await once(holder, 'exit');
}

it('says that the log is away while there is no room, loses nothing acknowledged, and records again when there is', async () => {
  const acknowledged = new Map<string, number>();
  const asked = async (id: string) => acknowledged.set(id, (await append(id)).position);
  const filling = async () => {
    for (let n = 0; n < 1_000; n++) await asked(String(n));
  };
  await expect(filling()).rejects.toThrow(LogUnavailable);
  expect(acknowledged.size).toBeGreaterThan(10);
  await makeRoom();
  const id = String(acknowledged.size);
  await until('room', () => asked(id).catch(() => undefined));
  const told = await tell({ fault: 'disk-full', seed: 0, times: 1, inOpenCommit: 1, longestAway: 0, ...(await judged(log, acknowledged)) });
  expect(told).toMatchObject({ gaps: 0, duplicates: 0, found: acknowledged.size });
});
