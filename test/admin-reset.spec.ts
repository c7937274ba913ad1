import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdministratorReset, WhoAmI } from '@lookback/office/access';
import { everyLog } from './support/logs.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { Running } from './support/running.js';
import { administrator, colleague, type Colleague, mustBe, Session } from './support/staff.js';

/** Somebody runs `lookback admin reset` beside the server that serves. */
describe.each(everyLog)('the way back in, on the server’s own machine, over %s', (where) => {
  let office: Office;
  let back: Colleague;

  beforeAll(async () => (office = await openOffice(where)));
  afterAll(() => office.close());

  const reset = async (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
    const cli = Running.cli(['admin', 'reset', ...args], { ...office.env, ...env });
    const code = await cli.ended();
    return { code, stdout: cli.stdout, stderr: cli.stderr };
  };
  const whoIs = async ({ token }: { token: string }) => (await mustBe(200, office.ask('GET', '/session', undefined, token))).as(WhoAmI);

  it('lets in whoever never saw the first password, as after a crash between its recording and its printing', async () => {
    const { code, stdout } = await reset(['--json']);
    expect(code).toBe(0);
    const { login, password } = JSON.parse(stdout) as { login: string; password: string };
    expect(login).toBe('admin');
    const lost = await office.ask('POST', '/session', { login, password: office.password });
    expect(lost.status).toBe(401);
    back = await administrator(office.ask, password);
  });

  it('is closed while an administrator is left who signed in lately, whatever login is named', async () => {
    const head = await office.system.log.head();
    const { code, stdout, stderr } = await reset(['--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/Some administrators have signed in recently: admin/);
    expect(stderr).toMatch(/仍有近期登录过的管理员：admin/);
    const another = office.app.get(AdministratorReset).reset('second.admin');
    await expect(another).rejects.toMatchObject({ rule: 'access.administrator-left', facts: { logins: ['admin'] } });
    expect(await office.system.log.head()).toBe(head);
  });

  it('is closed to who has not the owner of the database, or not the keys', async () => {
    const [ownerless, keyless] = await Promise.all([
      reset([], { LOOKBACK_OWNER_URL: '' }),
      reset([], { LOOKBACK_MASTER_KEY_FILE: '/nowhere' }),
    ]);
    expect(ownerless).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/takes the owner of the database/) });
    expect(keyless).toMatchObject({ code: 1, stdout: '' });
  });

  it('tells every account, and gives nothing but what administers', async () => {
    const other = await colleague(office.ask, back.token, { login: 'onlooker', rights: ['audit'] });
    for (const one of [back, other])
      expect((await whoIs(one)).administratorReset).toMatchObject({ login: 'admin', at: expect.any(String) });
    const opened = (await mustBe(200, office.ask('POST', '/session', { login: other.login, password: other.password }))).as(Session);
    expect(opened).toMatchObject({ administratorReset: { login: 'admin' } });
    expect((await whoIs(back)).rights).toEqual([{ right: 'administer', regions: ['CN'], units: [] }]);
    const log = await mustBe(200, office.ask('GET', '/entries?type=AdministratorReset', undefined, back.token));
    expect(log.text).toContain('已在服务器本机重设管理员 admin 的密码');
  });

  it('opens again once nobody who administers has signed in for a fortnight, and is told for a month', async () => {
    await office.owner.query(`UPDATE session.attempt SET succeeded_at = succeeded_at - interval '15 days'`);
    const onlooker = office.app.get(AdministratorReset).reset('onlooker');
    await expect(onlooker).rejects.toMatchObject({ rule: 'access.reset-of-another' });
    const { code, stdout } = await reset(['second.admin']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Administrator: second\.admin {2}password: \w{20} /)]);
    ClockOfSpec.aheadMs = 31 * 86_400_000;
    const { login, password } = back;
    const later = await office.ask('POST', '/session', { login, password });
    ClockOfSpec.aheadMs = 0;
    expect(JSON.parse(later.text)).toMatchObject({ administratorReset: null });
  });
});
