import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions, Tokens } from '@lookback/office/access';
import { Imports } from '@lookback/application/imports';
import { type Ask, type Answer, asker } from './support/asking.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { guarantee } from './support/facts.js';
import { everyLog } from './support/logs.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { Running } from './support/running.js';
import { type Colleague, county, mustBe, newcomer, Session, signedInAgain, type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';

const { effectiveOn, ...fact } = guarantee('2018-01-01', 'water', true);
const envelope = { effectiveOn: new ClockOfSpec().today() };
const ruleOf = ({ status, problem }: Answer) => `${status} ${problem.type?.replace('urn:lookback:rule:', '') ?? ''}`;
const over = '401 access.session-over';

describe.each(everyLog)('two servers of one office, over %s', (where) => {
  let office: Office;
  let other: Running;
  let here: Ask;
  let there: Ask;
  let staff: Staff;

  const startOther = async () => {
    other = Running.server({ ...office.env, LOOKBACK_ROLES: 'api', LOOKBACK_TRUSTED_PROXY: '127.0.0.1' });
    there = asker(await other.url());
  };
  const stopOther = async () => {
    other.send('SIGTERM');
    await other.ended();
  };

  beforeAll(async () => {
    office = await openOffice(where);
    here = office.ask;
    staff = await staffed(here, office.password);
    await imported(here, excerptBytes(), staff.operator.token);
    await startOther();
  });
  afterAll(async () => {
    await stopOther();
    await office.close();
  });

  const records = (ask: Ask, token: string) =>
    ask('POST', `/households/${knownId}/${fact.path}`, { command: fact.command, envelope: { effectiveOn } }, token);
  const reads = (ask: Ask, token: string) => ask('GET', `/households/${knownId}`, undefined, token);
  const hired = (login: string): Promise<Colleague> => newcomer(here, staff, { login, rights: ['record'] });
  const administer = (account: string, what: string, command: object) =>
    mustBe(201, here('POST', `/accounts/${account}/${what}`, { command, envelope }, staff.admin.token));

  /** Both servers know the account, so that the second has something to forget. */
  async function atWork(login: string): Promise<Colleague> {
    const one = await hired(login);
    await mustBe(201, records(there, one.token));
    await mustBe(200, reads(there, one.token));
    return one;
  }

  it('take a right away from writers at once and from readers within seconds', async () => {
    const { account, token } = await atWork('revoked');
    await administer(account, 'revoke-right', { right: 'record', regions: [county] });
    expect((await records(there, token)).status).toBe(403);
    await until('the reader', async () => ((await reads(there, token)).status === 403 ? true : undefined), 5_000);
    await administer(account, 'grant-right', { right: 'record', regions: [county] });
    await mustBe(201, records(there, token));
  });

  it('let nobody on whom another gave a password', async () => {
    const { account, token } = await atWork('reset');
    await administer(account, 'set-password', { password: 'another temporary one' });
    expect(ruleOf(await records(there, token))).toBe(over);
    await until('the reader', async () => ((await reads(there, token)).status === 401 ? true : undefined), 5_000);
  });

  it('let nobody on whose account was closed, nor go on with the list that it was taking over', async () => {
    const { account, token } = await atWork('closed');
    const who = await office.app.get(Sessions).current(await office.app.get(Tokens).read(token));
    await administer(account, 'close-account', {});
    expect(ruleOf(await records(there, token))).toBe(over);
    await until('the reader', async () => ((await reads(there, token)).status === 401 ? true : undefined), 5_000);
    const head = await office.system.log.head();
    const taking = { who, dated: envelope.effectiveOn, dryRun: false, onProgress: () => undefined, signal: new AbortController().signal };
    await expect(office.app.get(Imports).roster(excerptBytes(), taking)).rejects.toMatchObject({ status: 401 });
    expect(await office.system.log.head()).toBe(head);
  });

  it('end all other sessions of an account whose password was changed', async () => {
    const one = await atWork('careful');
    const stolen = await signedInAgain(there, one);
    const change = { current: one.password, password: 'quite another passphrase' };
    const own = (await mustBe(200, here('POST', '/session/password', change, one.token))).as(Session);
    for (const token of [stolen.token, one.token]) expect(ruleOf(await records(there, token))).toBe(over);
    await mustBe(201, records(there, own.token));
  });

  it('end a session that was signed out, renewed or not, in each of them at once, and after they start anew', async () => {
    const one = await atWork('leaving');
    const elsewhere = await signedInAgain(here, one);
    const renewed = (await mustBe(200, here('POST', '/session/renew', undefined, one.token))).as(Session);
    await mustBe(200, reads(there, renewed.token));
    await mustBe(204, here('DELETE', '/session', undefined, renewed.token));
    for (const token of [one.token, renewed.token])
      for (const ask of [here, there]) {
        expect(ruleOf(await reads(ask, token))).toBe(over);
        expect(ruleOf(await records(ask, token))).toBe(over);
        expect(ruleOf(await ask('POST', '/session/renew', undefined, token))).toBe(over);
      }
    await mustBe(200, reads(there, elsewhere.token));
    await stopOther();
    await startOther();
    expect(ruleOf(await reads(there, renewed.token))).toBe(over);
    await mustBe(200, reads(there, elsewhere.token));
  });

  /** Behind the proxy that one of them trusts. */
  const signsIn = (login: string, password: string, address: string) =>
    there('POST', '/session', { login, password }, undefined, { 'x-forwarded-for': address });

  it('slow guessing down together', async () => {
    const { login } = await hired('guessed');
    for (let nth = 0; nth < 5; nth++)
      expect(ruleOf(await (nth % 2 ? here : there)('POST', '/session', { login, password: 'no' }))).toBe('401 access.sign-in-refused');
    const slowed = await there('POST', '/session', { login, password: 'no' });
    expect(ruleOf(slowed)).toBe('429 access.too-many-attempts');
    expect(slowed.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('lock nobody out by logins that nobody has', async () => {
    const one = await hired('bystander');
    await mustBe(200, signsIn(one.login, one.password, '203.0.113.7'));
    const guesses = Array.from({ length: 35 }, (_, nth) => signsIn(`nobody${nth}`, 'no', '203.0.113.7'));
    expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([401, 429]));
    await office.owner.query(`UPDATE session.attempt SET wait_until = now() + interval '1 hour' WHERE failures > 20`); // as long as the test takes
    await mustBe(200, signsIn(one.login, one.password, '203.0.113.7'));
    await mustBe(200, signsIn(staff.operator.login, staff.operator.password, '203.0.113.8'));
    const told = async (login: string) => {
      const { status, problem } = await signsIn(login, 'no', '203.0.113.7');
      return [status, problem.type, problem.title.replace(/\d+/, '…')];
    };
    expect(await told(one.login)).toEqual(await told('nobody.either'));
    expect((await told(one.login))[0]).toBe(429);
  });

  it('believe X-Forwarded-For of no proxy but those that they are told of', async () => {
    const forged = { 'x-forwarded-for': '203.0.113.9' };
    const at = async (ask: Ask) => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => ask('POST', '/session', { login: 'nobody.at.all', password: 'no' }, undefined, forged)),
      );
      return answers.filter(({ status }) => status === 401).length;
    };
    expect(await at(there)).toBe(5);
    await office.owner.query('DELETE FROM session.attempt');
    expect(await at(here)).toBe(5);
    const direct = await here('POST', '/session', { login: 'nobody.at.all', password: 'no' });
    expect(direct.status).toBe(429); // it was counted as from the address that asked
  });

  it('answer others while somebody floods them with sign-ins', async () => {
    let over = false;
    const flood = Promise.all(Array.from({ length: 300 }, (_, nth) => signsIn(`flood${nth}`, 'no', '203.0.113.10'))).finally(
      () => (over = true),
    );
    for (let nth = 0; nth < 5; nth++) await mustBe(200, reads(there, staff.operator.token));
    await mustBe(200, signsIn(staff.operator.login, staff.operator.password, '203.0.113.8'));
    expect(over).toBe(false);
    const turnedAway = (await flood).filter((answer) => ruleOf(answer) === '429 access.too-many-at-once');
    expect(turnedAway.length).toBeGreaterThan(200);
    expect(turnedAway[0]?.headers.get('retry-after')).toBe('2');
  });

  it('end a line that stays open once its session is over', async () => {
    const one = await hired('following');
    const line = await fetch(`${await other.url()}/live`, { headers: { authorization: `Bearer ${one.token}` } });
    expect(line.status).toBe(200);
    const ended = line.text();
    await mustBe(204, here('DELETE', '/session', undefined, one.token));
    expect(await ended).toContain('data: ');
  });
});
