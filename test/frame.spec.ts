import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhoAmI } from '@lookback/office/access';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Receipt } from '@lookback/office/desk';
import {
  AccountsPage,
  FirstStepsShown,
  type LiveShown,
  LogShown,
  ProposalsShown,
  RegionsShown,
  type RightShown,
  type RoleShown,
  StandardsShown,
} from '@lookback/application/queries';
import type { ImportShown } from '../apps/server/src/http/imports.dto.js';
import { LivePace } from '../apps/server/src/live-updates.js';
import { excerptBytes, imported, listedOn } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { colleague, county, mustBe, newcomer, type Staff, staffed, township } from './support/staff.js';
import { until } from './support/until.js';
import { fromWeb, type Hearing } from './support/web.js';

const { LiveLine } = await fromWeb<Hearing>('api/live-line');

/** What every screen of the console stands on. */
describe('the frame of the console', () => {
  let office: Office;
  let staff: Staff;
  const get = (path: string, token?: string, status = 200) => mustBe(status, office.ask('GET', path, undefined, token));

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
  });
  afterAll(() => office.close());

  it('greets whoever asks by name and post, on the county’s day', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const me = (await get('/session', staff.operator.token)).as(WhoAmI);
    expect(me).toMatchObject({ login: 'operator', name: '苗春兰', person: staff.operator.person, mustChangePassword: false, today });
    expect(me.post).toEqual({ post: 'town-commissioner', unit: staff.units.township, unitName: '监军街道办事处', level: 'township' });
    expect((await get('/session', staff.admin.token)).as(WhoAmI)).toMatchObject({ name: null, person: null, post: null });
  });

  it('names the divisions of one’s own regions, and those that they lie in', async () => {
    const { regions } = (await get('/regions', staff.operator.token)).as(RegionsShown);
    expect(regions.slice(0, 3).map(({ code, level }) => [code, level])).toEqual([
      ['61', 'province'],
      ['6104', 'city'],
      [county, 'county'],
    ]);
    expect(regions.slice(2).every(({ code }) => code.startsWith(county))).toBe(true);
    const narrow = (await get(`/regions?region=${township}`, staff.admin.token)).as(RegionsShown).regions;
    expect(narrow.find(({ code }) => code === township)?.name).toBe('监军街道');
    expect(narrow.filter(({ level }) => level === 'township')).toHaveLength(1);
    expect((await get('/regions?at=1990-01-01', staff.admin.token)).as(RegionsShown).regions).toEqual([]);
    await get('/regions', undefined, 401);
  });

  it('gives the standards of a region and day with their words', async () => {
    const { standards } = (await get(`/standards/in-force?region=${county}&on=2020-06-30`, staff.operator.token)).as(StandardsShown);
    const classes = standards.find(({ standard }) => standard === 'problem-classes');
    expect(classes).toMatchObject({ en: 'classes of problems', zh: '问题类别', setIn: 'CN', document: null });
    expect(JSON.stringify(classes?.value)).toContain('"code":"exit","zh":"精准退出","en":"targeted exit"');
    const { problem } = await get('/standards/in-force?region=here', staff.operator.token, 400);
    expect(problem.errors).toEqual([{ field: 'region', value: 'here', en: 'is not written as it has to be', zh: '格式不符' }]);
  });

  it('lists accounts to those who administer them, each only where he does', async () => {
    const { accounts } = (await get('/accounts', staff.admin.token)).as(AccountsPage);
    expect(accounts.map(({ login }) => login)).toEqual(['admin', 'auditor', 'chief', 'front.desk', 'operator', 'stranger']);
    expect(accounts[4]).toMatchObject({ personName: '苗春兰', closed: false, rights: [{ right: 'record', regions: [county] }] });
    const chiefs = (await get('/accounts', staff.chief.token)).as(AccountsPage).accounts.map(({ login }) => login);
    expect(chiefs).toEqual(['auditor', 'chief', 'operator']);
    expect((await get('/accounts', staff.operator.token, 403)).problem.needed).toEqual(['administer']);
  });

  it('tells an administrator how far the office stands, where he administers', async () => {
    const steps = async (token: string) => (await get('/first-steps', token)).as(FirstStepsShown);
    const { roles, ...counts } = await steps(staff.chief.token);
    expect(counts).toMatchObject({ units: 2, people: 3, posted: 3, accounts: 2, lists: { roster: false, pairing: false, ledger: false } });
    expect(roles.find(({ role }) => role === 'auditor')).toEqual({ role: 'auditor', accounts: 0 });
    expect((await get('/first-steps', staff.operator.token, 403)).problem.needed).toEqual(['administer']);
  });

  it('finds accounts by login, right and region, page by page', async () => {
    await colleague(office.ask, staff.admin.token, { login: 'of.township', rights: ['record'], regions: [township] });
    const found = async (query: string) => (await get(`/accounts?${query}`, staff.admin.token)).as(AccountsPage);
    expect((await found('login=o')).accounts.map(({ login }) => login)).toEqual(['of.township', 'operator']);
    expect((await found(`right=record&region=${township}`)).accounts.map(({ login }) => login)).toEqual([
      ...['front.desk', 'of.township', 'operator'],
    ]);
    const first = await found('limit=5');
    expect([first.accounts.length, first.next]).toEqual([5, 'of.township']);
    expect((await found(`limit=5&after=${first.next}`)).accounts.map(({ login }) => login)).toEqual(['operator', 'stranger']);
    expect((await found('closed=true')).accounts).toEqual([]);
  });

  it('opens an account in a role, with all its rights in one commit, only for regions that the opener administers', async () => {
    const roles = JSON.parse((await get('/roles', staff.chief.token)).text) as RoleShown[];
    const verifier = roles.find(({ role }) => role === 'verifier');
    expect(verifier).toMatchObject({ zh: '核查员', rights: ['verify', 'cancel'] });
    const open = (said: object, token = staff.chief.token, status = 201) => {
      const command = { login: 'in.role', password: 'in.role: temporary 1', ...said };
      return mustBe(status, office.ask('POST', '/accounts/open-account', { command, envelope: { effectiveOn: '2018-01-01' } }, token));
    };
    await open({ role: 'verifier', regions: ['610426', '43'] }, staff.chief.token, 403);
    const fieldsOf = async (said: object) => (await open(said, staff.chief.token, 400)).problem.errors?.map(({ field }) => field);
    expect((await open({ role: 'verifier' }, staff.chief.token, 409)).problem.type).toBe('urn:lookback:rule:access.scope-missing');
    expect(await fieldsOf({ role: 'nothing', regions: [county] })).toEqual(['command.role']);
    expect(await fieldsOf({ regions: [county] })).toEqual(['command.role']);
    const { events } = (await open({ role: 'verifier', regions: [county] })).as(Receipt);
    expect(events).toEqual(['AccountOpened', 'PasswordSet', 'RightGranted', 'RightGranted']);
    await office.system.projector.reached(await office.system.log.head(), { timeoutMs: 10_000 });
    const [account] = (await get('/accounts?login=in.role', staff.chief.token)).as(AccountsPage).accounts;
    expect(account?.rights).toEqual(['verify', 'cancel'].map((right) => ({ right, regions: [county], units: [] })));
  });

  it('says what may be granted, and what every code is called', async () => {
    const rights = JSON.parse((await get('/rights', staff.operator.token)).text) as RightShown[];
    expect(rights).toContainEqual(expect.objectContaining({ right: 'verify', en: 'verify rectifications', zh: '核查', part: 'decides' }));
    expect(rights.filter(({ opens: { en, zh } }) => en === '' || zh === '')).toEqual([]);
    const words = JSON.parse((await get('/words', staff.operator.token)).text) as Record<
      string,
      Record<string, { en: string; zh: string }>
    >;
    expect(words['standings']?.['exited']).toEqual({ en: 'exited', zh: '已脱贫' });
  });

  it('finds one’s own imports again', async () => {
    const { id } = await imported(office.ask, excerptBytes(), staff.operator.token);
    const mine = JSON.parse((await get('/imports', staff.operator.token)).text) as ImportShown[];
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ id, list: 'roster', dated: listedOn, dryRun: false, state: 'done' });
    expect(JSON.parse((await get('/imports', staff.desk.token)).text)).toEqual([]);
  });

  it('says where the log stands and how far the read models have come', async () => {
    const log = (await get('/log', staff.auditor.token)).as(LogShown);
    expect(log).toMatchObject({ zone: 'Asia/Shanghai', simulated: false, projector: 'following', macKey: 'k1' });
    expect(log.origin).toMatch(/^lookback-[0-9a-f]{16}$/);
    expect(log.position).toBe(await office.system.log.head());
    expect(log.models.map(({ model }) => model)).toContain('accounts');
    await get('/log', undefined, 401);
  });

  it('shows what was proposed to those who may answer it, and who had a hand in it', async () => {
    const [one, other] = await Promise.all(
      ['first.holder', 'second.holder'].map((login) => newcomer(office.ask, staff, { login, rights: ['standards'] })),
    );
    const command = { standard: 'village-exit', value: { incidencePerMille: 25 }, document: '永政发〔2019〕1号' };
    await mustBe(
      201,
      office.ask('POST', `/standards/${county}/propose-standard`, { command, envelope: { effectiveOn: '2019-03-01' } }, one?.token),
    );
    const path = `/standards/proposed?region=${county}`;
    const { proposals } = (await get(path, one?.token)).as(ProposalsShown);
    expect(proposals).toMatchObject([{ ...command, zh: '贫困村退出标准', effectiveOn: '2019-03-01', own: true }]);
    expect((await get(path, other?.token)).as(ProposalsShown).proposals).toMatchObject([{ own: false }]);
    expect((await get(path, staff.auditor.token, 403)).problem.needed).toEqual(['standards']);
    expect((await get('/standards/proposed?region=430224', one?.token, 403)).problem.needed).toEqual(['standards']);
  });

  it('gives whoever watches the server its figures, without a token', async () => {
    const head = String(await office.system.log.head());
    const figures = await until('figures of where the log stands, which are looked at once a second', async () => {
      const answer = await office.ask('GET', '/metrics');
      return answer.text.includes(`\nlookback_log_position ${head}\n`) ? answer : undefined;
    });
    expect(figures.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(figures.text).toMatch(/^lookback_model_lag\{model="households"\} \d+$/m);
    expect(figures.text).toMatch(/^lookback_commits_waiting 0$/m);
  });

  it('tells whoever watches when the log moves, between the breaths of a still line; whoever leaves keeps no connection', async () => {
    office.app.get(LivePace).breatheEvery = 5;
    const lines = { open: 0, all: 0 };
    office.app.getHttpServer().on('request', ({ url }: IncomingMessage, response: ServerResponse) => {
      if (url !== '/live') return;
      lines.open++;
      lines.all++;
      response.on('close', () => lines.open--);
    });
    let breaths = 0;
    const heard: LiveShown[] = [];
    const headers = { authorization: `Bearer ${staff.operator.token}` };
    const open = async (signal: AbortSignal) => {
      const { headers: said, body } = await fetch(`${office.url}/live`, { headers, signal });
      expect(said.get('content-type')).toContain('text/event-stream');
      const counting = new TransformStream<Uint8Array, Uint8Array>({
        transform: (bytes, out) => {
          breaths += Buffer.from(bytes).toString().split('event: still').length - 1;
          out.enqueue(bytes);
        },
      });
      return new Response(body?.pipeThrough(counting));
    };
    const leaving = new AbortController();
    const pages = [1, 2, 3].map(() => new LiveLine(open, (said: LiveShown) => heard.push(said)).listen(leaving.signal));
    await until('many breaths', () => (breaths > 30 ? true : undefined));
    await colleague(office.ask, staff.admin.token, { login: 'moves.the.log', rights: [] });
    const head = await office.system.log.head();
    await until('what was recorded', () => (heard.filter(({ position }) => position === head).length >= pages.length ? true : undefined));
    expect(lines).toEqual({ open: pages.length, all: pages.length });
    leaving.abort();
    await Promise.all(pages);
    await until('that every connection is closed', () => (lines.open === 0 ? true : undefined));
  });

  it('tells nobody without a token how the log moves, and ends with the server', async () => {
    expect((await fetch(`${office.url}/live`)).status).toBe(401);
    const { body } = await fetch(`${office.url}/live`, { headers: { authorization: `Bearer ${staff.operator.token}` } });
    const reader = body?.getReader();
    await reader?.read();
    await office.app.close();
    for (let ended = false; !ended;) ended = (await reader?.read())?.done ?? false;
  });
});
