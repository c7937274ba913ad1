import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@lookback/testing';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthSaid } from '@lookback/application/system';
import { type Answer, type Ask, asker } from '../support/asking.js';
import { settingsOf } from '../support/logs.js';
import { Running } from '../support/running.js';
import { administrator, county, mustBe, postedOn } from '../support/staff.js';
import { until } from '../support/until.js';
import { Wire } from './harness/wire.js';

/** Seconds within which a request is answered, and health is, whatever hangs. */
const most = { request: 10, health: 1 } as const;

const folders: string[] = [];
const servers: Running[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.send('SIGKILL');
    await server.ended();
  }
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function started(more: Readonly<Record<string, string>> = {}): Promise<{ server: Running; data: string }> {
  const data = await mkdtemp(join(tmpdir(), 'lookback-outage-'));
  folders.push(data);
  const server = Running.server({ LOOKBACK_DATA: data, LOOKBACK_PORT: '0', ...more });
  servers.push(server);
  return { server, data };
}

async function seconds<T>(doing: Promise<T>): Promise<{ took: number; is: T }> {
  const began = performance.now();
  const is = await doing;
  return { took: (performance.now() - began) / 1_000, is };
}

const unit = (ask: Ask, token: string, name: string): Promise<Answer> =>
  ask(
    'POST',
    '/units/register-unit',
    { command: { name, kind: 'township', level: 'township', region: `${county}001` }, envelope: { effectiveOn: postedOn } },
    token,
    { 'idempotency-key': encodeURIComponent(name) },
  );

/** Health, which is at hand at once. */
async function healthOf(ask: Ask): Promise<HealthSaid & { code: number }> {
  const { took, is } = await seconds(ask('GET', '/health'));
  expect(took).toBeLessThan(most.health);
  return { code: is.status, ...(JSON.parse(is.text) as HealthSaid) };
}

interface Outage {
  readonly hang: () => unknown;
  readonly recover: () => unknown;
  /** What health then says. */
  readonly is: { readonly database: string; readonly log: string };
  /** Whether the log is read all the same. */
  readonly isRead?: boolean;
}

/** What is asked while something hangs is told to ask again, in time; health says what it is; and all comes back by itself. */
async function outlived(ask: Ask, token: string, { hang, recover, is, isRead = false }: Outage): Promise<void> {
  await mustBe(201, unit(ask, token, '之前'));
  await hang();
  const began = performance.now();
  const log = () => ask('GET', '/log', undefined, token);
  const asked = [unit(ask, token, '在途'), ...(isRead ? [] : [log()])].map(seconds);
  const red = await until('a red health', async () => {
    const said = await healthOf(ask);
    return said.status === 'down' ? said : undefined;
  });
  expect(red).toMatchObject({ code: 503, database: is.database, log: { state: is.log }, projector: isRead ? 'following' : 'away' });
  expect((performance.now() - began) / 1_000).toBeLessThan(most.request);
  for (const { took, is: answer } of [...(await Promise.all(asked)), await seconds(unit(ask, token, '其后'))]) {
    expect(answer).toMatchObject({ status: 503 });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(took).toBeLessThan(most.request);
  }
  if (isRead) await mustBe(200, log());
  expect(await healthOf(ask)).toMatchObject({ status: 'down' });
  await recover();
  await until('a health that is up', async () => (await healthOf(ask)).code === 200 || undefined);
  for (const name of ['在途', '其后', '恢复'])
    await until(name, async () => ((await unit(ask, token, name)).status === 201 ? true : undefined));
}

/** The embedded PostgreSQL of a folder. */
async function postgresIn(data: string): Promise<{ pidFile: string; postmaster: number; all: (signal: NodeJS.Signals) => void }> {
  const pidFile = join(data, 'postgres', 'data', 'postmaster.pid');
  const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const all = (signal: NodeJS.Signals) => {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
    for (const pid of [postmaster, ...children.trim().split(/\s+/).map(Number)]) process.kill(pid, signal);
  };
  return { pidFile, postmaster, all };
}

describe('a server whose PostgreSQL', () => {
  it('is stopped in its tracks answers all the same, and goes on with it', async () => {
    const { server, data } = await started();
    const ask = asker(await server.url());
    const { token } = await administrator(ask, await server.said(/password: (\w+)/));
    const { all } = await postgresIn(data);
    await outlived(ask, token, { hang: () => { all('SIGSTOP'); }, recover: () => { all('SIGCONT'); }, is: { database: 'silent', log: 'silent' } }); // prettier-ignore
    server.send('SIGTERM');
    expect(await server.ended()).toBe(0);
  }, 180_000);

  it('is stopped in its tracks ends when it is told to, says what it cut off, and has recorded a command as a whole or not at all', async () => {
    const { server, data } = await started();
    const ask = asker(await server.url());
    const { token } = await administrator(ask, await server.said(/password: (\w+)/));
    await mustBe(201, unit(ask, token, '之前'));
    const { pidFile, postmaster, all } = await postgresIn(data);
    all('SIGSTOP');
    try {
      const asked = Promise.allSettled([unit(ask, token, '在途')]);
      server.send('SIGTERM');
      const { took } = await seconds(server.ended());
      expect(took).toBeLessThan(most.request);
      expect(server.stderr).toContain('cut off, as it did not end in time: ');
      await asked;
    } finally {
      all('SIGCONT');
    }
    const { server: again } = await started({ LOOKBACK_DATA: data });
    const back = asker(await again.url());
    expect((await unit(back, token, '之前')).status).toBe(201);
    expect((await unit(back, token, '在途')).status).toBe(201);
    again.send('SIGTERM');
    expect(await again.ended()).toBe(0);
    process.kill(postmaster, 'SIGINT'); // whoever has left it last could not stop it
    await until('the end of PostgreSQL', () => !existsSync(pidFile) || undefined);
  }, 180_000);

  it('is behind a wire that swallows all, without a word, answers all the same, and goes on over another', async () => {
    const database = await testDatabase({ migrations: [], entities: [] });
    const wire = await Wire.to(Number(new URL(database.urls.databaseUrl).port));
    const through = (url: string) => url.replace(/:\d+\//, `:${String(wire.port)}/`);
    const { server } = await started({
      LOOKBACK_DATABASE_URL: through(database.urls.databaseUrl),
      LOOKBACK_OWNER_URL: through(database.urls.ownerUrl),
    });
    try {
      const ask = asker(await server.url());
      const { token } = await administrator(ask, await server.said(/password: (\w+)/));
      await outlived(ask, token, { hang: () => { wire.die(); }, recover: () => { wire.revive(); }, is: { database: 'silent', log: 'silent' } }); // prettier-ignore
    } finally {
      server.send('SIGKILL');
      await server.ended();
      await wire.close();
      await database.drop();
    }
  }, 180_000);
});

/** The real server of the specs. */
const eventStore = process.env['EVENTSTORE_URL'];

(eventStore === undefined ? describe.skip : describe)('a server whose EventStoreDB', () => {
  it('is behind a wire that swallows all, without a word, answers all the same, and goes on over another', async () => {
    const wire = await Wire.to(Number(/:(\d+)/.exec(eventStore?.slice('esdb:'.length) ?? '')?.[1]));
    const there = { ...settingsOf('EventStoreDB'), LOOKBACK_EVENTSTORE_URL: eventStore?.replace(/:\d+/, `:${String(wire.port)}`) ?? '' };
    try {
      const { server } = await started(there);
      const ask = asker(await server.url());
      const { token } = await administrator(ask, await server.said(/password: (\w+)/));
      await outlived(ask, token, { hang: () => { wire.die(); }, recover: () => { wire.revive(); }, is: { database: 'up', log: 'silent' } }); // prettier-ignore
    } finally {
      await wire.close();
    }
  }, 240_000);
});

/** Three nodes, and their processes in the same order. */
const cluster = process.env['EVENTSTORE_CLUSTER_URL'];
const nodes = cluster?.match(/[\w.]+:\d+/g) ?? [];
const processes = process.env['EVENTSTORE_CLUSTER_PIDS']?.split(',').map(Number) ?? [];
if (cluster === undefined) process.stderr.write('EVENTSTORE_CLUSTER_URL names no cluster: nothing is tested without a quorum\n');

/** The process of the node that leads. */
const leading = () =>
  until('a leader', async () => {
    const states = await Promise.all(
      nodes.map(async (node) => ((await (await fetch(`http://${node}/info`)).json()) as { state: string }).state),
    );
    return processes[states.indexOf('leader')];
  });

type Left = (pid: number, leader: number) => boolean;
const losses: readonly (readonly [which: string, isLeft: Left, log: string, isRead: boolean])[] = [
  ['only its leader', (pid, leader) => pid === leader, 'not recording', true],
  ['only one that followed', (pid, leader) => pid === processes.findLast((one) => one !== leader), 'silent', false],
];

(cluster === undefined ? describe.skip : describe)('a server whose cluster of EventStoreDB has no quorum', () => {
  it.each(losses)(
    'as %s is left says so, answers all the same, and goes on with it',
    async (_, isLeft, log, isRead) => {
      const { server } = await started({ ...settingsOf('EventStoreDB'), LOOKBACK_EVENTSTORE_URL: cluster ?? '' });
      const ask = asker(await server.url());
      const { token } = await administrator(ask, await server.said(/password: (\w+)/));
      const leader = await leading();
      const stopped = processes.filter((pid) => !isLeft(pid, leader));
      const all = (signal: NodeJS.Signals) => { for (const pid of stopped) process.kill(pid, signal); }; // prettier-ignore
      try {
        await outlived(ask, token, { hang: () => { all('SIGSTOP'); }, recover: () => { all('SIGCONT'); }, is: { database: 'up', log }, isRead }); // prettier-ignore
      } finally {
        all('SIGCONT');
      }
    },
    240_000,
  );
});

describe('a server that starts', () => {
  const url = (port: number) => ({ LOOKBACK_DATABASE_URL: `postgres://app:secret@127.0.0.1:${String(port)}/lookback` });

  it.each([
    ['silent', 'no answer', false],
    ['away', 'ECONNREFUSED', true],
  ])(
    'says so where its PostgreSQL is %s, and ends',
    async (_, why, isClosed) => {
      const mute = createServer(() => undefined).listen(0, '127.0.0.1');
      await once(mute, 'listening');
      const { port } = mute.address() as AddressInfo;
      if (isClosed) mute.close();
      const { server } = await started(url(port));
      expect(await server.ended()).toBe(1);
      expect(server.stderr).toBe(
        `PostgreSQL at 127.0.0.1:${String(port)}/lookback cannot be reached (${why}). Start it, or correct host and port in LOOKBACK_DATABASE_URL.\n`,
      );
      mute.close();
    },
    60_000,
  );

  it('says so where the authority of EventStoreDB’s certificate is not trusted, and which setting names it', async () => {
    const pem = (name: string) => readFile(new URL(`harness/untrusted.${name}.pem`, import.meta.url));
    const tls = createTlsServer({ key: await pem('key'), cert: await pem('certificate'), ALPNProtocols: ['h2'] });
    tls.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
    await once(tls, 'listening');
    const { port } = tls.address() as AddressInfo;
    const { server } = await started({ LOOKBACK_EVENTSTORE_URL: `esdb://localhost:${String(port)}?tls=true` });
    expect(await server.ended()).toBe(1);
    expect(server.stderr).toBe(
      `The certificate of EventStoreDB at localhost:${String(port)} is not trusted (self-signed certificate). Name the certificate of the authority that issued it in LOOKBACK_EVENTSTORE_URL, as tlsCAFile=/path/ca.crt.\n`,
    );
    tls.close();
  }, 60_000);
});
