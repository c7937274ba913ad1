import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Child } from '@lookback/testing';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { poolOn } from '../address.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

const joins = `
  import { EmbeddedPostgres } from '@lookback/log/database';
  import { createInterface } from 'node:readline';
  import { Client } from 'pg';
  const server = await EmbeddedPostgres.join(process.argv[1]);
  console.log('joined', server.port);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'leave') break;
    const client = new Client(server.owner('postgres')());
    const answer = await client.connect().then(() => client.query('SELECT 1')).then(() => 'works', (error) => error.code);
    await client.end().catch(() => undefined);
    console.log(answer);
  }
  await server.leave();
  process.exit(0);`;

const goesInAndOut = `
  import { EmbeddedPostgres } from '@lookback/log/database';
  import { Client } from 'pg';
  for (let round = 0; round < 6; round++) {
    const server = await EmbeddedPostgres.join(process.argv[1]);
    const client = new Client(server.owner('postgres')());
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
    await server.leave();
  }
  console.log('done');`;

let shelf: string;
let home: string;
const children: Child[] = [];
const joined: EmbeddedPostgres[] = [];

beforeAll(async () => {
  shelf = await mkdtemp(join(tmpdir(), 'lookback-embedded-'));
});

afterAll(() => rm(shelf, { recursive: true }));

beforeEach(() => {
  home = join(shelf, 'shared');
});

const freshHome = () => {
  home = join(shelf, 'fresh');
};

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill('SIGKILL')));
  for (const server of joined.splice(0)) await server.leave();
  if (existsSync(pidFile())) {
    const server = await EmbeddedPostgres.join(home);
    await server.leave();
  }
  await rm(join(shelf, 'fresh'), { recursive: true, force: true });
});

const pidFile = () => join(home, 'postgres', 'data', 'postmaster.pid');
const postmaster = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);

async function here(): Promise<EmbeddedPostgres> {
  const server = await EmbeddedPostgres.join(home);
  joined.push(server);
  return server;
}

function child(code = joins, as = {}): Child {
  const made = new Child(code, [home], as);
  children.push(made);
  return made;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

async function answers(server: EmbeddedPostgres): Promise<boolean> {
  const pool = poolOn(server.owner('postgres'), 'spec', 1);
  const answer = await pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  await pool.end();
  return answer;
}

describe('coming and going', () => {
  it('is started by the first, joined by the second, stopped by the last, and keeps its port', async () => {
    const first = await here();
    const second = child();
    expect(await second.line()).toBe(`joined ${String(first.port)}`);
    await first.leave();
    second.say('ask');
    expect(await second.line()).toBe('works');
    second.say('leave');
    expect(await second.ended()).toBe(0);
    expect(existsSync(pidFile())).toBe(false);
    expect((await here()).port).toBe(first.port);
  });

  it('is left twice without harm', async () => {
    const server = await here();
    await Promise.all([server.leave(), server.leave()]);
    await server.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('serves processes that join just when another stops it', async () => {
    const busy = [child(goesInAndOut), child(goesInAndOut), child(goesInAndOut)];
    expect(await Promise.all(busy.map((one) => one.line()))).toEqual(['done', 'done', 'done']);
    expect(await Promise.all(busy.map((one) => one.ended()))).toEqual([0, 0, 0]);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is made once when two come at once, and the half-made folder of a killed maker is swept', async () => {
    freshHome();
    const gone = child('');
    await gone.ended();
    await mkdir(join(home, `postgres.${String(gone.pid)}.Ab12Cd`, 'data'), { recursive: true });
    const other = child();
    const server = await here();
    expect(await other.line()).toBe(`joined ${String(server.port)}`);
    expect(await readdir(home)).toEqual(['postgres']);
  });

  (process.getuid?.() === 0 ? it : it.skip)('works for an ordinary user', async () => {
    freshHome();
    await mkdir(home);
    await chmod(shelf, 0o755);
    await chown(home, 65_534, 65_534);
    const ordinary = child(joins, { uid: 65_534, gid: 65_534 });
    expect(await ordinary.line()).toMatch(/^joined \d+$/);
    ordinary.say('ask');
    expect(await ordinary.line()).toBe('works');
    ordinary.say('leave');
    expect(await ordinary.ended()).toBe(0);
  });
});

describe('secrets', () => {
  it('lie in a closed folder, each in a closed file', async () => {
    await here();
    const mode = async (...path: string[]) => ((await stat(join(home, ...path))).mode & 0o777).toString(8);
    expect(await mode()).toBe('700');
    expect(await mode('postgres')).toBe('700');
    expect(await mode('postgres', 'lookback_owner.password')).toBe('600');
    expect(await mode('postgres', 'lookback_app.password')).toBe('600');
  });
});

describe('what is killed', () => {
  it('comes back for every joined process when the postmaster is killed, on one server', async () => {
    const server = await here();
    const other = child();
    await other.line();
    const before = await postmaster();
    process.kill(before, 'SIGKILL');
    await until(async () => existsSync(pidFile()) && (await postmaster()) !== before && (await answers(server)));
    await until(async () => {
      other.say('ask');
      return (await other.line()) === 'works';
    });
    await server.leave();
    other.say('leave');
    expect(await other.ended()).toBe(0);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is joined by the next when its starter was killed', async () => {
    const starter = child();
    const said = await starter.line();
    await starter.kill('SIGKILL');
    const server = await here();
    expect(said).toBe(`joined ${String(server.port)}`);
    await server.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('starts over a postmaster.pid whose number now belongs to a stranger', async () => {
    const server = await here();
    await server.leave();
    await writeFile(
      pidFile(),
      `${String(process.pid)}\n${join(home, 'postgres', 'data')}\n1700000000\n${String(server.port)}\n\n127.0.0.1\n`,
    );
    expect(await answers(await here())).toBe(true);
  });

  it('refuses a folder that holds something else', async () => {
    freshHome();
    await mkdir(join(home, 'postgres'), { recursive: true });
    await writeFile(join(home, 'postgres', 'letter.txt'), 'mine');
    await expect(here()).rejects.toMatchObject({ name: 'UnsupportedDatabase', setting: 'LOOKBACK_DATA' });
  });
});

function listener(port: number): Promise<Server | undefined> {
  return new Promise((tell) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => {
      tell(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      tell(server);
    });
  });
}

describe('its port', () => {
  it('changes when another program took it meanwhile, and pools made earlier follow', async () => {
    const server = await here();
    const pool = poolOn(server.owner('postgres'), 'spec', 2);
    await pool.query('SELECT 1');
    const { port } = server;
    let thief: Server | undefined;
    await until(async () => {
      if (existsSync(pidFile())) process.kill(await postmaster(), 'SIGKILL');
      thief = await listener(port);
      return thief !== undefined;
    });
    await until(() =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(server.port).not.toBe(port);
    await pool.end();
    await new Promise((closed) => thief?.close(closed));
  });
});

(process.platform === 'linux' ? it : it.skip)('runs in a session of its own, which Ctrl-C does not reach', async () => {
  await here();
  const sessionOf = async (pid: number) => (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')[3];
  expect(await sessionOf(await postmaster())).not.toBe(await sessionOf(process.pid));
});
