import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, Get, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Catalogue, Refusal, streamName } from '@lookback/kernel';
import { EventLog, EventLog1796083200001, IdempotencyKeyReused, PostgresEventLog, StreamCache } from '@lookback/log/event-log';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import {
  Clock,
  CodeLists,
  Desk,
  deskProviders,
  Parts,
  Evidence,
  Memberships,
  OtherSubjects,
  RequireRight,
  Posts,
  Projected,
  RefusalWords,
  Malformed,
  RightMissing,
  StandardsInForce,
  SubjectAbsent,
  validation,
} from '@lookback/office/desk';
import { testDatabase, type TestDatabase } from '@lookback/testing';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import * as access from './index.js';

const clock = new (class extends Clock {
  private at = Date.UTC(2020, 2, 15, 1);
  forward = (minutes: number) => void (this.at += minutes * 60_000);
  now = () => new Date(this.at);
  today = () => '2020-03-15' as const;
})();
const neverAsked = (what: string) => () => {
  throw new Error(`accounts never ask for ${what}`);
};

@Controller('cases')
class Cases {
  @Get('count')
  @RequireRight('record', 'audit')
  count(): { cases: number } {
    return { cases: 0 };
  }
}

/** The statuses of architecture.md, Contracts. */
@Catch(Malformed, Refusal, RightMissing, IdempotencyKeyReused, SubjectAbsent)
class Problems implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const [status, body] =
      error instanceof Refusal ? [409, { rule: error.rule, facts: error.facts }]
      : error instanceof RightMissing ? [403, { needed: error.needed, region: error.region }]
      : [error instanceof SubjectAbsent ? 404 : error instanceof Malformed ? 400 : 422, {}]; // prettier-ignore
    void reply.status(status).send(body);
  }
}

let database: TestDatabase;
let log: EventLog;
let app: NestFastifyApplication;
let url: string;
const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'commit.keys', { origin: 'lookback-spec', epoch: 1 }),
);
const catalogue = new Catalogue(access.accountEvents);

async function serve(): Promise<NestFastifyApplication> {
  @Module({
    imports: [CqrsModule.forRoot()],
    controllers: [...access.accessControllers, Cases],
    providers: [
      ...access.accessProviders,
      access.accessGuard,
      { provide: StreamCache, useFactory: (log: EventLog) => new StreamCache(log), inject: [EventLog] },
      ...deskProviders,
      { provide: EventLog, useValue: log },
      { provide: Keys, useValue: keys },
      { provide: Catalogue, useValue: catalogue },
      { provide: Parts, useValue: { isConfidential: () => false } },
      { provide: Clock, useValue: clock },
      { provide: access.SessionPool, useValue: database.pool },
      { provide: access.TokenSecret, useValue: new access.TokenSecret(randomBytes(32)) },
      { provide: Posts, useValue: { held: neverAsked('posts'), regionsOf: neverAsked('posts') } },
      { provide: access.AccountQuery, useValue: { hasAnother: neverAsked('other accounts') } },
      { provide: StandardsInForce, useValue: { inForce: neverAsked('standards') } },
      ...[CodeLists, Memberships, Evidence, OtherSubjects, Projected, RefusalWords].map((port) => ({ provide: port, useValue: null })),
      { provide: APP_FILTER, useClass: Problems },
    ],
  })
  class Server {}
  const served = await NestFactory.create<NestFastifyApplication>(Server, new FastifyAdapter(), { logger: false });
  served.useGlobalPipes(validation());
  return served.init();
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly token: string; readonly mustChangePassword: boolean };
}

async function ask(path: string, body?: unknown, token?: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) as Answer['body'] };
}

const envelope = { effectiveOn: '2020-03-15' };
const passwords = { admin: 'the roof of the school leaks', first: 'seven geese cross the river', own: 'nobody counts the plums twice' };
let admin: string;

/** Opens an account, gives it rights, and changes its password; answers its token. */
async function open(login: string, rights: readonly [string, ...string[]][], by = admin): Promise<string> {
  expect((await ask('/accounts/open-account', { command: { login, password: passwords.first }, envelope }, by)).status).toBe(201);
  for (const [right, ...regions] of rights) expect((await grant(login, right, regions, by)).status).toBe(201);
  const { body } = await ask('/session', { login, password: passwords.first });
  const changed = await ask('/session/password', { current: passwords.first, password: passwords.own }, body.token);
  expect(changed.status).toBe(200);
  return changed.body.token;
}
const grant = (login: string, right: string, regions: string[], by = admin) =>
  ask(`/accounts/${access.accountIdOf(login)}/grant-right`, { command: { right, regions }, envelope }, by);

beforeAll(async () => {
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001, access.Session1764374400000], entities: [] });
  log = new PostgresEventLog(database.pool, catalogue, new Vault(database.pool, keys), keys);
  app = await serve();
  const first = access.randomPassword();
  await app.get(Desk).submit(access.firstAdministrator('admin', await access.hashOf(first), clock.today()));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  const { body } = await ask('/session', { login: 'admin', password: first });
  admin = (await ask('/session/password', { current: first, password: passwords.admin }, body.token)).body.token;
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('sign-in', () => {
  it('answers who it is, what the account may do, and for how long', async () => {
    await open('wang.fang', [
      ['record', '610426'],
      ['review', '610426', '430224'],
    ]);
    const { status, body, headers } = await ask('/session', { login: 'wang.fang', password: passwords.own });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      account: access.accountIdOf('wang.fang'),
      login: 'wang.fang',
      person: null,
      mustChangePassword: false,
      rights: [
        { right: 'record', regions: ['610426'], units: [] },
        { right: 'review', regions: ['610426', '430224'], units: [] },
      ],
      administratorReset: null,
      token: expect.any(String),
      expiresAt: new Date(clock.now().getTime() + 15 * 60_000).toISOString(),
    });
    const who = await ask('/session', undefined, body.token);
    const { token: _token, expiresAt: _expiresAt, ...known } = body as unknown as Record<string, unknown>;
    expect(who.body).toEqual({ ...known, name: null, post: null, today: '2020-03-15', changes: expect.any(Array) as unknown });
  });

  it('answers a wrong password, a login that nobody has and a closed account alike', async () => {
    await open('left.office', []);
    await ask(`/accounts/${access.accountIdOf('left.office')}/close-account`, { command: {}, envelope }, admin);
    const answers = await Promise.all([
      ask('/session', { login: 'admin', password: passwords.own }),
      ask('/session', { login: 'nobody', password: passwords.own }),
      ask('/session', { login: 'left.office', password: passwords.own }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { rule: 'access.sign-in-refused' } });
  });

  it('has to wait after five failures, even with the right password', async () => {
    await open('li.na', []);
    for (let i = 0; i < 5; i++) expect((await ask('/session', { login: 'li.na', password: 'seven geese' })).status).toBe(401);
    const throttled = await ask('/session', { login: 'li.na', password: passwords.own });
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
    clock.forward(1);
    expect((await ask('/session', { login: 'li.na', password: passwords.own })).status).toBe(200);
  });

  it('never says a password again', async () => {
    const secret = 'Geheimnis-'.repeat(8);
    const answers = await Promise.all([
      ask('/session', { login: 'Not A Login', password: secret }),
      ask('/session', { login: 'li.na', password: [secret] }),
      ask('/session', { login: 'li.na', password: secret.repeat(20) }),
      ask('/session', { login: 'li.na', password: secret, [secret.slice(0, 9)]: 1 }),
      ask('/session', `{"login":"li.na","password":"${secret}`),
      ask('/session', `{"login":"li.na","password":${secret}}`),
      ask('/session/password', { current: secret, password: secret }, admin),
      ask('/accounts/open-account', { command: { login: 'x', password: secret }, envelope }, admin),
      ask('/accounts/open-account', { command: { login: 'mei', password: 'Geheimnis' }, envelope }, admin),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 403, 400, 409]);
    for (const { text } of answers) expect(text.replace(`property ${secret.slice(0, 9)} should`, '')).not.toContain('Geheimnis');
  });
});

describe('a session', () => {
  it('is needed for every route but signing in', async () => {
    expect(await ask('/cases/count')).toMatchObject({ status: 401, body: { rule: 'access.not-signed-in' } });
    expect(await ask('/cases/count', undefined, 'a.b.c')).toMatchObject({ status: 401, body: { rule: 'access.session-over' } });
  });

  it('with a temporary password opens nothing but its own routes', async () => {
    await ask('/accounts/open-account', { command: { login: 'zhao.min', password: passwords.first }, envelope }, admin);
    await grant('zhao.min', 'record', ['610426']);
    const { body } = await ask('/session', { login: 'zhao.min', password: passwords.first });
    expect(body.mustChangePassword).toBe(true);
    expect(await ask('/cases/count', undefined, body.token)).toMatchObject({ status: 403, body: { rule: 'access.password-is-temporary' } });
    const { body: changed } = await ask('/session/password', { current: passwords.first, password: passwords.own }, body.token);
    expect(changed.mustChangePassword).toBe(false);
    expect((await ask('/cases/count', undefined, changed.token)).status).toBe(200);
  });

  it('has the rights of now, and is renewed up to twelve hours from sign-in', async () => {
    let token = await open('chen.jie', []);
    expect(await ask('/cases/count', undefined, token)).toMatchObject({ status: 403, body: { needed: ['record', 'audit'] } });
    await grant('chen.jie', 'record', ['610426']);
    expect((await ask('/cases/count', undefined, token)).status).toBe(200);
    for (let minutes = 0; minutes < 720; minutes += 14) {
      const renewed = await ask('/session/renew', {}, token);
      expect(renewed).toMatchObject({ status: 200, body: { rights: [{ right: 'record', regions: ['610426'] }] } });
      token = renewed.body.token;
      clock.forward(14);
    }
    expect((await ask('/session/renew', {}, token)).status).toBe(401);
    admin = (await ask('/session', { login: 'admin', password: passwords.admin })).body.token;
  });
});

describe('an administrator', () => {
  it('acts in the regions of the right only', async () => {
    const local = await open('local.admin', [['administer', '610426']]);
    await open('wide.office', [['record', '610426', '430224']]);
    const id = access.accountIdOf('wide.office');
    expect(await grant('wide.office', 'record', ['430224'], local)).toMatchObject({ status: 403, body: { region: '430224' } });
    const reset = await ask(`/accounts/${id}/set-password`, { command: { password: passwords.first }, envelope }, local);
    expect(reset).toMatchObject({ status: 404 });
    await open('town.office', [['record', '610426101']], local);
  });

  it('who was closed a moment ago administers no more, whatever the token says', async () => {
    const rival = await open('rival', [['administer', 'CN']]);
    expect((await ask(`/accounts/${access.accountIdOf('rival')}/close-account`, { command: {}, envelope }, admin)).status).toBe(201);
    expect((await ask(`/accounts/${access.accountIdOf('admin')}/close-account`, { command: {}, envelope }, rival)).status).toBe(401);
  });

  it('is refused by name, and answered once under one key', async () => {
    const command = { login: 'qian.yi', password: passwords.first };
    const headers = { 'idempotency-key': 'k-1' };
    const first = await ask('/accounts/open-account', { command, envelope }, admin, headers);
    const again = await ask('/accounts/open-account', { command, envelope }, admin, headers);
    expect([first.status, again.text]).toEqual([201, first.text]);
    const other = { ...command, password: passwords.own };
    expect((await ask('/accounts/open-account', { command: other, envelope }, admin, headers)).status).toBe(422);
    expect(await ask('/accounts/open-account', { command, envelope }, admin)).toMatchObject({
      status: 409,
      body: { rule: 'access.login-taken', facts: { login: 'qian.yi' } },
    });
    expect(await grant('admin', 'standards', ['CN'])).toMatchObject({ status: 409, body: { rule: 'access.own-rights' } });
    expect((await grant('qian.yi', 'record', ['61042'])).status).toBe(400);
  });
});

it('the log holds no password and no hash in clear', async () => {
  const { rows } = await database.ownerPool.query<{ line: string }>('SELECT entry::text AS line FROM log.entry');
  const stored = rows.map(({ line }) => line).join('\n');
  for (const password of Object.values(passwords)) {
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(Buffer.from(password).toString('hex'));
  }
  expect(stored).not.toContain('argon2');
  const [, set] = await log.readStream(streamName('account', access.accountIdOf('admin')));
  expect((set as unknown as { data: { hash: { value: string } } }).data.hash.value).toMatch(/^\$argon2id\$/);
});
