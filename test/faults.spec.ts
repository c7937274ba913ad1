import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Receipt } from '@lookback/office/desk';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSystem, settingsFrom } from '@lookback/application/system';
import { type Ask, asker } from './support/asking.js';
import { FactsOf, visit } from './support/facts.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { actsOfAnyDayOn } from './support/acts-of-any-day.js';
import { Running } from './support/running.js';
import { type Colleague, mustBe, signedInAgain, staffed } from './support/staff.js';
import { until } from './support/until.js';

let data: string;
let env: Readonly<Record<string, string>>;
let operator: Colleague;
let auditor: Colleague;
const servers: Running[] = [];

const started = (): Running => {
  const server = Running.server(env);
  servers.push(server);
  return server;
};
/** The embedded PostgreSQL’s process; undefined where none runs. */
const postmaster = async (): Promise<number | undefined> => {
  const file = await readFile(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return file === undefined ? undefined : Number(file.split('\n')[0]);
};

/** How the log was opened, and for whom: what another process finds on the same PostgreSQL. */
async function opened(): Promise<string[]> {
  const system = await openSystem(settingsFrom(env));
  const types: string[] = [];
  for await (const batch of system.log.readAll({ after: 0, types: ['LogOpened', 'AccountOpened'] }))
    types.push(...batch.map(({ type }) => type));
  await system.close();
  return types;
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lookback-faults-'));
  env = { LOOKBACK_DATA: data, LOOKBACK_PORT: '0' };
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.send('SIGTERM');
    await server.ended();
  }
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** Asks for visits, eight at a time, until it is told to stop; keeps the positions that were acknowledged. */
function visiting(ask: Ask, token: string, run: string) {
  const acknowledged: number[] = [];
  const answered: { status: number; retryAfter: string | null }[] = [];
  let going = true;
  const lane = async (lane: number) => {
    for (let i = 0; going; i++) {
      const { path, command } = visit('2018-01-01', `${run} ${lane} ${i}`);
      const body = { command, envelope: { effectiveOn: '2018-01-01' } };
      const headers = { 'idempotency-key': `${run}/${lane}/${i}` };
      const answer = await ask('POST', `/households/${knownId}/${path}`, body, token, headers).catch(() => undefined);
      if (!answer) return; // the connection was refused or cut: nothing was acknowledged
      answered.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') });
      if (answer.status === 201) acknowledged.push(answer.as(Receipt).position);
    }
  };
  const lanes = Promise.all(Array.from({ length: 8 }, (_, n) => lane(n)));
  const stop = async () => {
    going = false;
    await lanes;
  };
  return { acknowledged, answered, stop, enough: (n: number) => until(`${n} visits`, () => acknowledged.length >= n || undefined) };
}

async function recordedPositions(ask: Ask): Promise<Set<number>> {
  const { text } = await mustBe(200, ask('GET', `/households/${knownId}/history`, undefined, (await signedInAgain(ask, auditor)).token));
  return new Set((JSON.parse(text) as { entries: { position: number }[] }).entries.map(({ position }) => position));
}

describe('a server on its own PostgreSQL', () => {
  it('started twice at once on an empty folder is one: one log, one administrator, one password', async () => {
    const both = [started(), started()];
    const asks = (await Promise.all(both.map((server) => server.url()))).map(asker);
    const passwords = both.flatMap(({ stderr }) => [...stderr.matchAll(/password: (\w+)/g)].map(([, password]) => password ?? ''));
    expect(passwords).toHaveLength(1);
    expect(await opened()).toEqual(['LogOpened', 'AccountOpened']);
    const staff = await staffed(asks[0] as Ask, passwords[0] ?? '');
    ({ operator, auditor } = staff);
    await actsOfAnyDayOn(settingsFrom(env));
    await imported(asks[0] as Ask, excerptBytes(), operator.token);
    const health = (await mustBe(200, (asks[1] as Ask)('GET', '/health'))).text;
    expect(JSON.parse(health)).toMatchObject({ status: 'up', database: 'up' });
    expect(await recordedPositions(asks[1] as Ask)).toEqual(await recordedPositions(asks[0] as Ask));
  }, 120_000);

  it('told to stop answers what it has begun, loses nothing acknowledged, and stops PostgreSQL', async () => {
    const server = started();
    const ask = asker(await server.url());
    expect(server.stderr).not.toContain('password:');
    const visits = visiting(ask, (await signedInAgain(ask, operator)).token, 'stop');
    await visits.enough(30);
    const asked = Date.now();
    server.send('SIGTERM');
    expect(await server.ended()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(20_000); // no connection that is kept alive holds it
    await visits.stop();
    expect(await postmaster()).toBeUndefined();
    const again = started();
    const recorded = await recordedPositions(asker(await again.url()));
    expect(visits.acknowledged.filter((position) => !recorded.has(position))).toEqual([]);
  }, 120_000);

  it('whose PostgreSQL is killed says so, comes back by itself, and loses nothing acknowledged', async () => {
    const server = started();
    const ask = asker(await server.url());
    const { token } = await signedInAgain(ask, operator);
    const visits = visiting(ask, token, 'kill');
    await visits.enough(30);
    const pid = await until('the postmaster', postmaster);
    process.kill(pid, 'SIGKILL');
    const down = await until('a health that is down', async () => {
      const answer = await ask('GET', '/health');
      return answer.status === 503 ? answer : undefined;
    });
    expect(down.headers.get('retry-after')).not.toBeNull();
    expect(JSON.parse(down.text)).toMatchObject({ status: 'down' });
    await until('a health that is up', async () => (await ask('GET', '/health')).status === 200 || undefined);
    const before = visits.acknowledged.length;
    await visits.enough(before + 10);
    await visits.stop();
    const unexpected = visits.answered.filter(
      ({ status, retryAfter }) => status !== 201 && !(status === 503 && retryAfter !== null) && status !== 412,
    );
    expect(unexpected).toEqual([]);
    const recorded = await recordedPositions(ask);
    expect(visits.acknowledged.filter((position) => !recorded.has(position))).toEqual([]);
    const facts = new FactsOf(ask, token, knownId);
    await mustBe(201, facts.asked({ ...visit('2018-02-01', '恢复'), path: 'visit-home?wait=projected' }));
    expect(await postmaster()).not.toBe(pid);
  }, 120_000);
});
