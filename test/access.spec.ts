import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Receipt } from '@lookback/office/desk';
import { SubjectHistory } from '@lookback/review/history';
import { openApiOf } from '../apps/server/src/openapi.js';
import type { Answer } from './support/asking.js';
import { registersOf } from './support/asking-registers.js';
import { FactsOf, guarantee, joins } from './support/facts.js';
import { excerptBytes, imported, knownHousehold, knownId } from './support/importing.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { citizenNumber } from './support/rosters.js';
import { colleague, mustBe, Session, signedInAgain, type Staff, staffed } from './support/staff.js';

let office: Office;
let staff: Staff;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  await imported(office.ask, excerptBytes(), staff.operator.token);
});
afterEach(() => {
  ClockOfSpec.aheadMs = 0;
});
afterAll(() => office.close());

const minutes = (count: number) => (ClockOfSpec.aheadMs = count * 60_000);
const session = (token: string, path = '') => office.ask(path ? 'POST' : 'GET', `/session${path}`, undefined, token);
const facts = (token: string) => new FactsOf(office.ask, token, knownId);
const fact = guarantee('2018-01-01', 'water', true);
const body = { command: fact.command, envelope: { effectiveOn: fact.effectiveOn } };
const path = `/households/${knownId}/${fact.path}`;
const asOperator = (sent: unknown, headers = {}) => office.ask('POST', path, sent, staff.operator.token, headers);

/** It is a problem of RFC 9457 in both languages. */
function says(answer: Answer, status: number, rule?: string): Answer['problem'] {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const { problem } = answer;
  expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  expect([answer.status, problem.status, problem.type]).toEqual([
    status,
    status,
    rule === undefined ? undefined : `urn:lookback:rule:${rule}`,
  ]);
  expect(problem.title).toMatch(/^[^{}]+$/);
  expect(problem.titleZh).toMatch(/\p{Script=Han}/u);
  return problem;
}

describe('who may', () => {
  it('asks no route without a token, except for a sign-in and the server’s health and its figures', async () => {
    const { paths } = openApiOf(office.app);
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(routes.length).toBeGreaterThan(25);
    const open: string[] = [];
    for (const [method, path] of routes) {
      const answer = await office.ask(method, path.replace('{id}', knownId), method === 'POST' ? {} : undefined);
      if (answer.status !== 401) open.push(`${method} ${path}`);
      else says(answer, 401, 'access.not-signed-in');
    }
    expect(open.sort()).toEqual(['GET /health', 'GET /metrics', 'POST /session']);
  });

  it('neither records nor reads in another county', async () => {
    const { token } = staff.stranger;
    says(await facts(token).asked(fact), 404);
    for (const read of [knownId, knownHousehold, `${knownId}/history`])
      says(await office.ask('GET', `/households/${read}`, undefined, token), 404);
    expect((await registersOf(office.ask, staff.stranger).search('households', { text: knownHousehold })).rows).toEqual([]);
  });

  it('reads as an auditor, masked, and records nothing', async () => {
    const { token } = staff.auditor;
    const { said } = await facts(token).file();
    expect(said.members[0]).toMatchObject({ name: '阎奕泽', citizenNumber: '610426********8094', phone: '130******77' });
    expect(says(await facts(token).asked(fact), 403).needed).toEqual(['record']);
    says(await office.ask('POST', '/imports/roster?dated=2016-12-31', excerptBytes(), token), 403);
    const both = { command: { right: 'record', regions: ['610426'] }, envelope: { effectiveOn: '2018-01-01' } };
    says(
      await office.ask('POST', `/accounts/${staff.auditor.account}/grant-right`, both, staff.admin.token),
      409,
      'access.onlookers-decide-nothing',
    );
  });

  it('administers no account beyond his county, and never his own rights', async () => {
    const envelope = { effectiveOn: new ClockOfSpec().today() };
    const grant = (account: string, regions: string[], token: string) =>
      office.ask('POST', `/accounts/${account}/grant-right`, { command: { right: 'verify', regions }, envelope }, token);
    says(await grant(staff.operator.account, ['43'], staff.chief.token), 403);
    says(await grant(staff.stranger.account, ['610426'], staff.chief.token), 404);
    says(await grant(staff.admin.account, ['610426'], staff.admin.token), 409, 'access.own-rights');
    expect((await grant(staff.operator.account, ['610426'], staff.chief.token)).status).toBe(201);
  });
});

describe('a session', () => {
  it('runs out after a quarter of an hour, is renewed until the day is over, and no longer', async () => {
    const { token } = await signedInAgain(office.ask, staff.operator);
    minutes(14);
    const renewed = (await mustBe(200, session(token, '/renew'))).as(Session);
    minutes(16);
    says(await session(token), 401, 'access.session-over');
    says(await facts(token).asked(fact), 401, 'access.session-over');
    await mustBe(200, session(renewed.token));
    let { token: last } = renewed;
    for (let at = 28; at < 720; at += 14) {
      minutes(at);
      ({ token: last } = (await mustBe(200, session(last, '/renew'))).as(Session));
    }
    minutes(720);
    says(await session(last, '/renew'), 401, 'access.session-over');
  });

  it('of a temporary password does nothing but change it', async () => {
    const account = { command: { login: 'newcomer', password: 'newcomer: temporary' }, envelope: { effectiveOn: '2018-01-01' } };
    await mustBe(201, office.ask('POST', '/accounts/open-account', account, staff.admin.token));
    const { token, mustChangePassword } = (await mustBe(200, office.ask('POST', '/session', account.command))).as(Session);
    expect(mustChangePassword).toBe(true);
    says(await office.ask('GET', '/rules', undefined, token), 403, 'access.password-is-temporary');
    const change = (current: string, password: string) => office.ask('POST', '/session/password', { current, password }, token);
    says(await change('not the one given', 'a sound passphrase 8'), 403, 'access.current-password-wrong');
    says(await change(account.command.password, 'short'), 409, 'access.password-too-short');
    const own = (await mustBe(200, change(account.command.password, 'a sound passphrase 8'))).as(Session);
    await mustBe(200, office.ask('GET', '/rules', undefined, own.token));
    says(await session(token, '/renew'), 401, 'access.session-over');
    says(await office.ask('POST', '/session', account.command), 401, 'access.sign-in-refused');
  });

  it('is refused where the token was changed, and guessing is slowed', async () => {
    const [head = '', claims = '', mac = ''] = staff.auditor.token.split('.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const more = Buffer.from(JSON.stringify({ ...said, rights: { record: ['CN'] } })).toString('base64url');
    says(await facts(`${head}.${more}.${mac}`).asked(fact), 401, 'access.session-over');
    await colleague(office.ask, staff.admin.token, { login: 'guessed', rights: [] });
    const guess = () => office.ask('POST', '/session', { login: 'guessed', password: 'not this one either' });
    for (let i = 0; i < 5; i++) says(await guess(), 401, 'access.sign-in-refused');
    const slowed = await guess();
    says(slowed, 429, 'access.too-many-attempts');
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a command', () => {
  it('asked twice under one key is answered once and alike; another one under it is refused', async () => {
    const headers = { 'idempotency-key': 'visit-2018-01' };
    const first = await mustBe(201, asOperator(body, headers));
    const head = await office.system.log.head();
    const again = await mustBe(201, asOperator(body, headers));
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
    expect(await office.system.log.head()).toBe(head);
    says(await asOperator({ ...body, envelope: { effectiveOn: '2018-01-02' } }, headers), 422);
    expect(says(await asOperator(body, { 'idempotency-key': 'with spaces' }), 400).errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it('rests on the revision that it names', async () => {
    const first = await mustBe(201, asOperator(body));
    const { revision } = first.as(Receipt);
    expect(first.headers.get('etag')).toBe(`"${revision}"`);
    const stale = says(await asOperator(body, { 'if-match': `"${revision - 1}"` }), 412);
    expect(stale).toMatchObject({ revision });
    const next = await mustBe(201, asOperator(body, { 'if-match': `"${revision}"` }));
    expect(next.headers.get('etag')).toBe(`"${revision + 1}"`);
    expect(says(await asOperator(body, { 'if-match': 'five' }), 400).errors).toMatchObject([{ field: 'If-Match' }]);
  });

  it('that waits for its projection is found at once', async () => {
    const joined = joins('2018-05-01', '阎晨曦', citizenNumber(50_003));
    await mustBe(201, facts(staff.operator.token).asked({ ...joined, path: `${joined.path}?wait=projected` }));
    const { rows } = await registersOf(office.ask, staff.operator).search('households', { text: '阎晨' });
    expect(rows).toMatchObject([{ subject: { id: knownId }, called: knownHousehold, cells: { people: { value: 4 } } }]);
  });

  it('tells what was recorded by whom, in the post of the day', async () => {
    const told = await mustBe(200, office.ask('GET', `/households/${knownId}/history`, undefined, staff.auditor.token));
    const { entries } = told.as(SubjectHistory);
    const { account, person } = staff.operator;
    const post = { person, post: 'town-commissioner', unit: staff.units.township, level: 'township' };
    expect(entries.find(({ type }) => type === 'MemberJoined')).toMatchObject({ actedBy: post, recordedBy: { account, ...post } });
  });
});

describe('what cannot be used', () => {
  const fieldsOf = (answer: Answer) =>
    (says(answer, 400).errors ?? []).map(({ field, en, zh }) => [field, en.length > 0, /\p{Script=Han}/u.test(zh)]);
  const named = (...fields: string[]) => fields.map((field) => [field, true, true]);

  it('is named field by field, in both languages', async () => {
    const wrong = { command: { kind: 'roof', met: 'yes', grade: 'E' }, envelope: { effectiveOn: '2018-02-30', actedBy: '!' } };
    expect(fieldsOf(await asOperator(wrong))).toEqual(
      named('command.kind', 'command.met', 'command.grade', 'envelope.actedBy', 'envelope.effectiveOn'),
    );
    expect(fieldsOf(await asOperator({}))).toEqual(named('command', 'envelope'));
    expect(fieldsOf(await office.ask('POST', '/session', { login: 'A!', password: 7 }))).toEqual(
      expect.arrayContaining(named('login', 'password')),
    );
  });

  it('is no field that nobody knows', async () => {
    const more = { command: { ...body.command, note: 'x' }, envelope: { ...body.envelope, recordedBy: 'me' }, extra: 1 };
    expect(fieldsOf(await asOperator(more))).toEqual(expect.arrayContaining(named('extra', 'command.note', 'envelope.recordedBy')));
  });

  it('is no body, one that is too large, or one of another kind', async () => {
    says(await asOperator('{"command":'), 400);
    says(await asOperator('null'), 400);
    says(await asOperator({ ...body, extra: 'x'.repeat(300 * 1024) }), 413);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/xml'])
      says(await asOperator('kind=water', { 'content-type': type }), 415);
    says(await office.ask('POST', '/imports/roster?dated=2016-12-31', { rows: [] }, staff.operator.token), 415);
  });

  it('is what does not exist', async () => {
    const { token } = staff.operator;
    const absent = ['/households/00000000-0000-4000-8000-000000000000', '/households/610426001200999999', '/imports/nothing', '/nothing'];
    for (const path of absent) says(await office.ask('GET', path, undefined, token), 404);
    says(await office.ask('POST', `/households/${knownId}x/${fact.path}`, body, token), 404);
    says(await office.ask('GET', '/households/..%2Faccounts', undefined, token), 400);
    for (const query of ['at=2018-02-30', 'known=yesterday'])
      says(await office.ask('GET', `/households/${knownId}?${query}`, undefined, token), 400);
    says(await office.ask('GET', `/households/${knownId}?at=2010-01-01`, undefined, token), 404);
  });
});
