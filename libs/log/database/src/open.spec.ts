import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { Child, testDatabase, type TestDatabase } from '@lookback/testing';
import { openDatabase } from './open.js';

class Runs1710000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA spec');
    await runner.query('CREATE TABLE spec.run AS SELECT 1 AS times');
    await runner.query('GRANT USAGE ON SCHEMA spec TO lookback_application');
    await runner.query('GRANT SELECT ON spec.run TO lookback_application');
  }
  down = () => Promise.reject(new Error('no way back'));
}

class Again1710000000001 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query('UPDATE spec.run SET times = times + 1');
  down = () => Promise.reject(new Error('no way back'));
}

class Fails1710000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE spec.run SET times = 100');
    await runner.query('SELECT no_such_function()');
  }
  down = () => Promise.reject(new Error('no way back'));
}

@Entity('spec_house')
class House {
  @PrimaryColumn('text') id: string;
  @Column('integer') people: number;
}

const parts = { migrations: [Runs1710000000000, Again1710000000001], entities: [House] };

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(parts);
});

afterAll(() => test.drop());

const opening = (urls: { databaseUrl?: string; ownerUrl?: string }, with_ = parts) => openDatabase({ data: '', ...urls }, with_);

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

describe('migrations', () => {
  it('run once, however many servers start at once', async () => {
    const fresh = await testDatabase({ migrations: [], entities: [] });
    const opened = await Promise.all(Array.from({ length: 4 }, () => opening(fresh.urls)));
    const { rows } = await fresh.pool.query('SELECT times FROM spec.run');
    await Promise.all(opened.map((one) => one.close()));
    await fresh.drop();
    expect(rows).toEqual([{ times: 2 }]);
  });

  it('leave nothing of the one that fails, and keep those before it', async () => {
    await expect(opening(test.urls, { ...parts, migrations: [...parts.migrations, Fails1710000000002] })).rejects.toThrow(
      /no_such_function/,
    );
    expect((await test.pool.query('SELECT times FROM spec.run')).rows).toEqual([{ times: 2 }]);
  });

  it('need no owner when nothing is pending, and ask for LOOKBACK_OWNER_URL when something is', async () => {
    const { databaseUrl } = test.urls;
    const opened = await opening({ databaseUrl });
    await opened.close();
    await expect(opening({ databaseUrl }, { ...parts, migrations: [...parts.migrations, Fails1710000000002] })).rejects.toMatchObject({
      name: 'UnsupportedDatabase',
      setting: 'LOOKBACK_OWNER_URL',
      en: expect.stringContaining('Fails1710000000002'),
    });
  });
});

describe('the role of the application', () => {
  it.each([
    ['create a table in public', 'CREATE TABLE public.mine ()'],
    ['create a schema', 'CREATE SCHEMA mine'],
    ['create a role', 'CREATE ROLE mine'],
    ['create a database', 'CREATE DATABASE mine'],
    ['become the owner', 'SET ROLE lookback_owner'],
    ['write the history of migrations', `INSERT INTO lookback.migration (timestamp, name) VALUES (1, 'mine')`],
    ['change the history of migrations', 'DELETE FROM lookback.migration'],
  ])('may not %s', async (_, statement) => {
    await expect(test.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is no superuser, and PUBLIC may not even connect', async () => {
    const { rows } = await test.pool.query<Record<string, boolean>>(`
      SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
             EXISTS (SELECT FROM pg_database, aclexplode(datacl) WHERE datname = current_database() AND grantee = 0) AS public
      FROM pg_roles WHERE rolname = current_user`);
    expect(Object.values(rows[0] ?? {})).toEqual([false, false, false, false, false, false]);
  });

  it('makes and drops tables of read models, which TypeORM finds in schema read', async () => {
    await test.pool.query('CREATE TABLE read.spec_house (id text PRIMARY KEY, people integer NOT NULL)');
    const houses = test.readModels.getRepository(House);
    await houses.insert({ id: 'h1', people: 4 });
    expect(await houses.findBy({ id: 'h1' })).toEqual([{ id: 'h1', people: 4 }]);
    await test.pool.query('DROP TABLE read.spec_house');
  });
});

describe('a wrong setting', () => {
  const password = 'open-sesame-4711';

  async function problem(urls: { databaseUrl?: string; ownerUrl?: string }): Promise<unknown> {
    const error: unknown = await opening(urls).then(
      (opened) => opened.close(),
      (refusal: unknown) => refusal,
    );
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(password);
    return error;
  }

  const unfit = (setting: string, en: RegExp) => ({
    name: 'UnsupportedDatabase',
    setting,
    en: expect.stringMatching(en),
    zh: expect.stringMatching(/[一-鿿]/),
  });

  it.each(['databaseUrl', 'ownerUrl'] as const)('names a wrong password in %s', async (which) => {
    const wrong = { ...test.urls, [which]: changed(test.urls[which], (url) => (url.password = password)) };
    const setting = which === 'ownerUrl' ? 'LOOKBACK_OWNER_URL' : 'LOOKBACK_DATABASE_URL';
    expect(await problem(wrong)).toMatchObject(unfit(setting, /refused the user or the password/));
  });

  it('names a server that is not there', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => probe.once('listening', listening));
    const { port } = probe.address() as { port: number };
    await new Promise((closed) => probe.close(closed));
    expect(await problem({ databaseUrl: `postgres://app:${password}@127.0.0.1:${String(port)}/lookback` })).toMatchObject({
      name: 'DatabaseUnavailable',
      setting: 'LOOKBACK_DATABASE_URL',
      en: expect.stringMatching(/cannot be reached \(ECONNREFUSED\)/),
    });
  });

  it('names a database that is not there', async () => {
    const databaseUrl = changed(test.urls.databaseUrl, (url) => (url.pathname = '/nowhere'));
    expect(await problem({ databaseUrl })).toMatchObject(unfit('LOOKBACK_DATABASE_URL', /no database at .*nowhere/));
  });

  it('names a database in another encoding', async () => {
    const name = `${new URL(test.urls.ownerUrl).pathname.slice(1)}_ascii`;
    await test.ownerPool.query(`CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`);
    const there = (url: string) => changed(url, (parsed) => (parsed.pathname = `/${name}`));
    const error = await problem({ databaseUrl: there(test.urls.databaseUrl), ownerUrl: there(test.urls.ownerUrl) });
    await test.ownerPool.query(`DROP DATABASE ${name}`);
    expect(error).toMatchObject(unfit('LOOKBACK_OWNER_URL', /encoding SQL_ASCII/));
  });

  it('refuses the owner in place of the application', async () => {
    const { ownerUrl } = test.urls;
    expect(await problem({ databaseUrl: ownerUrl, ownerUrl })).toMatchObject(unfit('LOOKBACK_DATABASE_URL', /role of its own/));
  });

  it('notices two URLs that lead to different databases', async () => {
    const other = await testDatabase({ migrations: [], entities: [] });
    const error = await problem({ databaseUrl: other.urls.databaseUrl, ownerUrl: test.urls.ownerUrl });
    await other.drop();
    expect(error).toMatchObject(unfit('LOOKBACK_DATABASE_URL', /different databases/));
  });

  it.each([`mysql://app:${password}@host/db`, `postgres://host`, `app:${password}@host`])('refuses %s as a URL', async (databaseUrl) => {
    expect(await problem({ databaseUrl })).toMatchObject(unfit('LOOKBACK_DATABASE_URL', /not a PostgreSQL URL/));
  });

  it('refuses an owner without an application', async () => {
    expect(await problem({ ownerUrl: test.urls.ownerUrl })).toMatchObject(unfit('LOOKBACK_DATABASE_URL', /Set both, or neither/));
  });
});

describe('the embedded database', () => {
  const opens = `
    import { openDatabase } from '@lookback/log/database';
    const database = await openDatabase({ data: process.argv[1] }, { migrations: [], entities: [] });
    console.log((await database.pool.query('SELECT current_user AS me')).rows[0].me);
    await database.close();`;

  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lookback-open-'));
  });

  afterAll(() => rm(home, { recursive: true }));

  const pidFile = () => join(home, 'postgres', 'data', 'postmaster.pid');

  it('is opened by two servers at once in an empty folder', async () => {
    const other = new Child(opens, [home]);
    const database = await openDatabase({ data: home }, parts);
    expect(await other.line()).toBe('lookback_app');
    expect(await other.ended()).toBe(0);
    expect((await database.pool.query('SELECT times FROM spec.run')).rows).toEqual([{ times: 2 }]);
    await database.close();
    await database.close();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('tells that it is down when PostgreSQL is killed, and works again by itself, transactions and read models too', async () => {
    const database = await openDatabase({ data: home }, parts);
    const held = await database.pool.connect();
    await held.query('BEGIN');
    await database.readModels.query('SELECT 1');
    process.kill(Number((await readFile(pidFile(), 'utf8')).split('\n')[0]), 'SIGKILL');
    await until(async () => (await database.status()) !== 'up');
    const isLost = () =>
      held.query('SELECT 1').then(
        () => false,
        () => true,
      );
    await until(isLost); // a backend may live a moment longer than its postmaster
    held.release();
    await until(async () => (await database.status()) === 'up');
    expect((await database.pool.query('SELECT times FROM spec.run')).rows).toEqual([{ times: 2 }]);
    expect(await database.readModels.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('names its connections', async () => {
    const database = await openDatabase({ data: home }, parts);
    const question = `SELECT current_setting('application_name') AS name`;
    const { rows } = await database.pool.query<{ name: string }>(question);
    expect([...rows, ...(await database.readModels.query<{ name: string }[]>(question))].map(({ name }) => name)).toEqual([
      'lookback',
      'lookback read models',
    ]);
    await database.close();
  });
});
