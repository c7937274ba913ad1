import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import type { LiveShown, LogShown } from '@lookback/application/queries';
import { ConfidentialOffice, secretWords } from './support/confidential-office.js';
import { knownId } from './support/importing.js';
import { PastPostgres } from './support/past-postgres.js';
import { exampleOf, type Operation, operations } from './support/openapi.js';
import { type Colleague, county, elsewhere, newcomer } from './support/staff.js';
import { until } from './support/until.js';
import { fromWeb, type Hearing } from './support/web.js';
import { LivePace } from '../apps/server/src/live-updates.js';

const { LiveLine } = await fromWeb<Hearing>('api/live-line');

type Named = Awaited<ReturnType<ConfidentialOffice['dossier']>>;

/** Nothing of it is on record anywhere. */
const nowhere: Named = {
  id: '00000000-0000-4000-8000-000000000001',
  entry: '00000000-0000-4000-8000-000000000002',
  position: '99999999',
  digest: `sha256:${'0'.repeat(64)}`,
};

/** By which names parameters and fields call a subject, an entry, a paper. */
const ids: Readonly<Record<string, keyof Named>> = {
  id: 'id',
  subject: 'id',
  person: 'id',
  unit: 'id',
  account: 'id',
  leader: 'id',
  actedBy: 'id',
  position: 'position',
  upTo: 'position',
  correlation: 'entry',
  digest: 'digest',
};

let office: ConfidentialOffice;
let secret: Named;

/** They are about whoever asks, or move by themselves; a leaf proves an entry to whoever was told of it, and tells nothing of it. */
const isOwn = (id: string) => ['live', 'leaf', 'confirmClock', 'views', 'saveOwnView', 'dropOwnView'].includes(id);
const isAsked = ({ id, path }: Operation) => !path.startsWith('/session') && !isOwn(id);
/** The generic routes, as a dossier has them. */
const ofDossiers = operations
  .filter(({ path }) => path.startsWith('/wards/') || path.startsWith('/units/{id}'))
  .map((one) => ({ ...one, id: `${one.id} (dossier)`, path: one.path.replace('/units/', '/dossiers/') }));
const own: Operation[] = ['note', 'release'].map((path) => ({
  id: `${path} (dossier)`,
  method: 'POST',
  path: `/dossiers/{id}/${path}`,
  parameters: [],
  may: ['inspect'],
  answers: {},
  body: undefined,
}));
const asked = [...operations.filter(isAsked), ...ofDossiers, ...own];
const reads = asked.filter(({ method, path }) => method === 'GET' || path.endsWith('/search') || path.endsWith('/likely'));
/** They are on record themselves, which those who look on may see. */
const exports = reads.filter(({ id }) => ['exportRegister', 'ledgerWorkbook'].includes(id));
const naming = asked.filter(
  ({ path, parameters, method }) => path.includes('{') || (method === 'GET' && parameters.some(({ name }) => name in ids)),
);

/** `called`: by which id a parameter is filled that calls a subject, an entry or a paper; undefined where it is left out. */
function filled({ id, path, parameters }: Operation, called: (name: string) => string | undefined): string {
  const [, first = ''] = path.split('/');
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => called(['id', 'name'].includes(name) ? first : name) ?? nowhere.id);
  const query = parameters
    .filter((one) => one.in === 'query')
    .flatMap((one) => {
      const example = () => String(one.example ?? exampleOf(one.schema, `${id}: ${one.name}`));
      const said = (one.name in ids ? called(one.name) : undefined) ?? (one.required ? example() : undefined);
      return said === undefined ? [] : [`${one.name}=${encodeURIComponent(said)}`];
    });
  return query.length > 0 ? `${whole}?${query.join('&')}` : whole;
}

/** Whatever calls anything calls this. */
const pathOf = (operation: Operation, named: Named): string =>
  filled(operation, (name) => (name === 'upTo' ? undefined : named[ids[name] ?? 'id']));

/** What outsiders may see: those who are in the circle among it. */
const pathOfOwn = (operation: Operation): string =>
  filled(operation, (name) => {
    const { staff } = office.near;
    const { person } = office.insider;
    return {
      households: knownId,
      people: person,
      units: staff.units.township,
      accounts: office.insider.account,
      registers: 'problems',
      position: '9',
    }[name];
  });

const bodyOf = ({ id, body }: Operation): unknown => body && (body.type === 'application/json' ? exampleOf(body.schema, id) : '%PDF-1.7');

/** What is said, without where the log stands, which is no news of anybody. */
const settled = (text: string): string =>
  text
    .replace(/"(position|head|lag|known|recordedAt|time|exp|at|upTo)":\s*("[^"]*"|\d+)/g, '')
    .replace(/^lookback_\w+(position|lag)\w*(\{.*\})? \d+$/gm, '');

async function ask(operation: Operation, { token }: Colleague, named: Named, path = pathOf(operation, named)): Promise<string> {
  const headers = operation.body && { 'content-type': operation.body.type };
  const answer = await office.near.office.ask(operation.method, path, bodyOf(operation), token, headers);
  const isSheet = answer.headers.get('content-type')?.includes('spreadsheet') === true;
  const told = isSheet ? await cellsAt(path, token) : settled(answer.text);
  return Object.entries(named).reduce((text, [kind, id]) => text.replaceAll(id, `<${kind}>`), `${answer.status} ${told}`);
}

async function cellsAt(path: string, token: string): Promise<string> {
  const file = await fetch(office.near.office.url + path, { headers: { authorization: `Bearer ${token}` } });
  const columns = ['位置', '户编号', '问题描述', '责任单位', '对象', '事项', '办理人', '登记人'].map((name) => ({ name, optional: true }));
  const { rows } = await readSheet(new Uint8Array(await file.arrayBuffer()), { columns });
  const all: string[] = [];
  for await (const row of rows) all.push(columns.map(({ name }) => row.text(name)).join(' '));
  return all.join('\n');
}

/** What every outsider is told by each route that reads, of what they may see. */
async function toldToOutsiders(by: readonly Operation[]): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const [name, who] of office.outsiders)
    for (const operation of by) told.set(`${name}: ${operation.id}`, await ask(operation, who, nowhere, pathOfOwn(operation)));
  return told;
}

describe('a confidential subject', () => {
  let before: Map<string, string>;
  let after: Map<string, string>;

  beforeAll(async () => {
    office = await ConfidentialOffice.open();
    const others = reads.filter((operation) => !exports.includes(operation));
    const exported = await toldToOutsiders(exports);
    before = new Map([...(await toldToOutsiders(others)), ...exported]);
    secret = await office.dossier();
    after = new Map([...(await toldToOutsiders(others)), ...(await toldToOutsiders(exports))]);
  }, 240_000);
  afterAll(() => office.close());

  it('changes no list, count, search, facet, export or error of anybody outside its circle', () => {
    expect(before.size).toBeGreaterThan(150);
    const changed = [...before]
      .filter(([route, told]) => after.get(route) !== told)
      .map(([route, told]) => [route, told, after.get(route)]);
    expect(changed).toEqual([]);
  });

  it.each(naming.map((operation) => [operation.id, operation] as const))('%s answers as of one that is absent', async (id, operation) => {
    for (const [name, who] of office.outsiders) {
      const there = await ask(operation, who, secret);
      expect({ id, name, there }).toEqual({ id, name, there: await ask(operation, who, nowhere) });
      expect({ id, name, tells: there.includes(secretWords) || there.includes('卷宗') }).toEqual({ id, name, tells: false });
    }
  });

  it.each(['kind=dossier', 'kind=dossier&subject=ID', 'subject=ID', 'type=DossierOpened', 'type=DossierNoted', 'correlation=ENTRY'])(
    'is not found in the explorer by %s: neither listed, counted nor exported',
    async (filter) => {
      const query = filter.replace('ID', secret.id).replace('ENTRY', secret.entry);
      for (const who of office.outsiders.values()) {
        const token = who.token;
        const page = await office.near.office.ask('GET', `/entries?${query}`, undefined, token);
        expect(JSON.parse(page.text)).toMatchObject({ entries: [], leftOut: 0, older: null });
        const facets = await office.near.office.ask('GET', `/entries/facets?${query}`, undefined, token);
        expect(JSON.parse(facets.text)).toMatchObject({ counted: 0 });
        expect(await cellsAt(`/entries/export.xlsx?${query}`, token)).toBe('');
      }
    },
  );

  it('moves the live line of its circle alone', async () => {
    office.near.office.app.get(LivePace).lookEvery = 50;
    const leaving = new AbortController();
    const heard = new Map<string, LiveShown[]>();
    const listening = [...office.outsiders, ['insider', office.insider] as const].map(([name, { token }]) => {
      const told: LiveShown[] = [];
      heard.set(name, told);
      const open = (signal: AbortSignal) =>
        fetch(`${office.near.office.url}/live`, { headers: { authorization: `Bearer ${token}` }, signal });
      return new LiveLine(open, (said: LiveShown) => told.push(said)).listen(leaving.signal);
    });
    const last = (name: string) => heard.get(name)?.at(-1)?.position;
    const before = await until('the first message of each', () => {
      const told = [...heard.keys()].map(last);
      return told.every((position) => position !== undefined) ? Math.max(...told) : undefined;
    });
    await office.asks(`${secret.id}/note`, { words: secretWords });
    const moved = await until('what the circle hears', () => ((last('insider') ?? 0) > before ? last('insider') : undefined));
    expect([...office.outsiders.keys()].map(last)).toEqual([...office.outsiders.keys()].map(() => before));
    await office.near.asked('ZG-2018-0001', 'measured');
    await until('what everybody hears', () => ([...heard.keys()].every((name) => (last(name) ?? 0) > moved) ? true : undefined));
    leaving.abort();
    await Promise.all(listening);
  });

  it('changes no figure of health, metrics or the log where it is parked or stuck, and no answer to who asks again', async () => {
    const { ask, system } = office.near.office;
    const administrator = office.outsiders.get('first administrator') as Colleague;
    const run = (sql: string, values: unknown[]) => system.database.readModels.query(sql, values);
    const before = JSON.parse((await ask('GET', '/log', undefined, administrator.token)).text) as LogShown;
    const reaction = before.reactions[0]?.reaction;
    for (const stream of [`household-${knownId}`, `dossier-${secret.id}`]) {
      await run('INSERT INTO read.parked VALUES ($1, $2, $3, $4)', ['subjects', stream, secret.position, 'of a spec']);
      await run('INSERT INTO read.stuck_reaction VALUES ($1, $2, $3, $4, $5)', [
        system.origin,
        reaction,
        stream,
        secret.position,
        'of a spec',
      ]);
    }
    const health = await until('health to look', async () => {
      const { text } = await ask('GET', '/health');
      return text.includes('"parked":1') || text.includes('"parked":2') ? text : undefined;
    });
    const { text: metrics } = await ask('GET', '/metrics');
    const { text: log } = await ask('GET', '/log', undefined, administrator.token);
    expect([health, metrics, log].filter((text) => /"(parked|stuck)(Count)?":2|(parked|stuck)\S* 2$/m.test(text))).toEqual([]);
    expect([log.includes(`household-${knownId}`), log.includes(secret.id)]).toEqual([true, false]);
    const looksOn = (login: string, region: string) => newcomer(ask, office.near.staff, { login, rights: ['audit'], regions: [region] });
    const tells = async ({ token }: Colleague) => (await ask('GET', '/log', undefined, token)).text.includes(`household-${knownId}`);
    expect([await tells(await looksOn('near.by', county)), await tells(await looksOn('far.off', elsewhere))]).toEqual([true, false]);
    const again = await ask('POST', '/log/reactions/retry', undefined, administrator.token);
    expect(JSON.parse(again.text)).toEqual({ streams: 1 });
    await run('DELETE FROM read.parked WHERE error = $1', ['of a spec']);
    await run('DELETE FROM read.stuck_reaction WHERE reason = $1', ['of a spec']);
  });

  it('is found by its circle: file, history, entries, facets, export, paper, proposals', async () => {
    const { token } = office.insider;
    const get = async (path: string) => office.near.office.ask('GET', path, undefined, token);
    expect((await get(`/entries?kind=dossier&subject=${secret.id}`)).text).toContain('DossierNoted');
    expect((await get(`/entries/${secret.position}`)).text).toContain(secretWords);
    expect((await get('/entries/facets?kind=dossier')).text).toContain('DossierOpened');
    expect(await cellsAt('/entries/export.xlsx?kind=dossier', token)).toContain('卷宗');
    expect((await get(`/dossiers/${secret.id}`)).text).toContain(secretWords);
    expect((await get(`/dossiers/${secret.id}/history`)).text).toContain('DossierNoted');
    expect((await get('/proposals/desk')).text).toContain(secret.id);
    expect((await get(`/dossiers/${secret.id}/attachments`)).text).toContain(secret.digest);
    expect((await get(`/dossiers/${secret.id}/attachments/${secret.digest}/view`)).status).toBe(200);
  });

  it('is seen by its readers once it is released', async () => {
    await office.asks(`${secret.id}/release`, {});
    const auditor = office.outsiders.get('auditor') as Colleague;
    const administrator = office.outsiders.get('administrator') as Colleague;
    const entries = (who: Colleague) => office.near.office.ask('GET', '/entries?kind=dossier', undefined, who.token);
    expect((await entries(auditor)).text).toContain('DossierReleased');
    expect(JSON.parse((await entries(administrator)).text)).toMatchObject({ entries: [] });
  });

  it('is absent to all others also where the log is broken in it', async () => {
    const broken = await office.dossier();
    await new PastPostgres(() => office.near.office.owner).spoil(`dossier-${broken.id}`);
    for (const operation of [...ofDossiers, ...own])
      for (const [name, who] of office.outsiders) {
        const absent = await ask(operation, who, nowhere);
        expect({ id: operation.id, name, there: await ask(operation, who, broken) }).toEqual({ id: operation.id, name, there: absent });
      }
    const { status, problem } = await office.near.office.ask('GET', `/dossiers/${broken.id}`, undefined, office.insider.token);
    expect([status, problem.type]).toEqual([500, 'urn:lookback:log:changed']);
  });
});
