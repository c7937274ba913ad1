import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import type { Answer } from './support/asking.js';
import { excerptBytes } from './support/importing.js';
import { Secrets } from './support/leaks.js';
import { openOffice } from './support/office.js';
import { exampleOf, type Operation, operations, type Parameter } from './support/openapi.js';
import { type Colleague, elsewhere } from './support/staff.js';
import { nowhere, type OnRecord, TwoCounties } from './support/two-counties.js';

let counties: TwoCounties;
let secrets: Secrets;
/** Ids of the other county, which nobody here may be told. */
let hidden: readonly string[];

beforeAll(async () => {
  counties = await TwoCounties.over(await openOffice());
  secrets = await Secrets.read(excerptBytes());
  for (const name of ['苗春兰', '郝建章', '永寿县扶贫办', '屋顶漏雨']) secrets.add(name);
  const { standards: _, position: _position, ...ids } = counties.theirs;
  hidden = Object.values(ids);
});
afterAll(() => counties.near.close());

/** What the first word of a path is about, and which of its ids stands there. A route about something else has to be added here. */
const about: Readonly<Record<string, keyof OnRecord>> = {
  households: 'household',
  people: 'person',
  units: 'unit',
  accounts: 'account',
  standards: 'standards',
  regions: 'standards',
  series: 'standards',
  imports: 'import',
  entries: 'position',
  log: 'position',
  registers: 'view',
};

/** Which ids stand in what parameters and fields, by their names. */
const ids: Readonly<Record<string, keyof OnRecord>> = {
  person: 'person',
  actedBy: 'person',
  leader: 'person',
  staff: 'person',
  from: 'person',
  unit: 'unit',
  onBehalfOf: 'unit',
  account: 'account',
  subject: 'household',
  correlation: 'entry',
  digest: 'digest',
  problem: 'problem',
  proposal: 'entry',
};

/** Tells nothing of what an entry says: it proves one to whoever was told of it. */
const proves = 'leaf';
/** They are about whoever asks, and some end his session. */
const isAboutOneself = ({ path, method }: Operation) => (path === '/session' ? method !== 'GET' : path.startsWith('/session/'));
const asked = operations.filter((operation) => !isAboutOneself(operation) && operation.id !== 'live');
const isAbout = (operation: Operation) => /\{/.test(operation.path);

interface Asking {
  /** Of whom the path speaks. */
  readonly subject: OnRecord;
  /** Whom its parameters and its body name. */
  readonly naming: OnRecord;
}

function pathOf({ id, path, parameters }: Operation, { subject, naming }: Asking): string {
  const [, first = ''] = path.split('/');
  const inPath = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const one = parameters.find((parameter) => parameter.name === name);
    if (one && ['path', 'command', 'name'].includes(name)) return String(one.example ?? exampleOf(one.schema, `${id}: ${name}`));
    const kind = name === 'digest' ? 'digest' : about[first];
    if (kind === undefined) throw new Error(`${id}: nobody said what ${path} is about`);
    return subject[kind];
  });
  const value = (one: Parameter) =>
    one.name === 'region' ? elsewhere : one.name in ids ? naming[ids[one.name] as keyof OnRecord] : undefined;
  const query = parameters
    .filter((one) => one.in === 'query')
    .flatMap((one) => {
      const said = value(one) ?? (one.required ? String(one.example ?? exampleOf(one.schema, `${id}: ${one.name}`)) : undefined);
      return said === undefined ? [] : [`${one.name}=${encodeURIComponent(said)}`];
    });
  return query.length > 0 ? `${inPath}?${query.join('&')}` : inPath;
}

/** The operation's own example, of the asker's region, with these ids in it. */
function bodyOf({ id, path, body }: Operation, { naming }: Asking): unknown {
  if (!body) return undefined;
  if (body.type !== 'application/json') return '%PDF-1.7';
  const filled = (name: string, said: unknown): unknown => {
    if (Array.isArray(said)) return said.map((one) => filled(name, one));
    if (typeof said === 'object' && said !== null)
      return Object.fromEntries(Object.entries(said).map(([field, one]) => [field, filled(field, one)]));
    if (typeof said !== 'string') return said;
    if (name === 'region' || name === 'regions') return elsewhere;
    if (name === 'text' && path.startsWith('/households')) return naming.number;
    return name in ids && !/^\d{4}-/.test(said) ? naming[ids[name] as keyof OnRecord] : said;
  };
  return filled('', exampleOf(body.schema, id));
}

/** What came back, with every id that was sent called by its kind, so that it is nobody's any more. */
interface Heard {
  readonly status: number;
  readonly said: string;
}

async function ask(operation: Operation, { token }: Colleague, asking: Asking): Promise<Heard> {
  const headers = operation.body && { 'content-type': operation.body.type };
  const path = pathOf(operation, asking);
  const answer = await counties.near.office.ask(operation.method, path, bodyOf(operation, asking), token, headers);
  const told = answer.headers.get('content-type')?.includes('spreadsheet') ? await cellsAt(path, token) : answer.text;
  const sent = [asking.subject, asking.naming].flatMap((one) => Object.entries(one)) as [string, string][];
  return { status: answer.status, said: sent.reduce((text, [kind, id]) => text.replaceAll(whole(id), `<${kind}>`), settled(told, answer)) };
}

/** An id by itself: a county's code is the beginning of every village's. */
const whole = (id: string): RegExp => new RegExp(`(?<![0-9a-z])${id}(?![0-9a-z])`, 'g');

/** Where the log stands, and when, is no news of anybody; a receipt says where one’s own entry stands. */
const settled = (text: string, { status }: Answer): string =>
  status === 201
    ? text.replace(/"(id|position|revision)":("[^"]*"|\d+)/g, '')
    : text.replace(/"(position|lag|recordedAt)":("[^"]*"|\d+)/g, '');

/** Every cell of a workbook: its bytes hide what they say. */
async function cellsAt(path: string, token: string): Promise<string> {
  const file = await fetch(counties.near.office.url + path, { headers: { authorization: `Bearer ${token}` } });
  const columns = ['户编号', '户主姓名', '问题描述', '责任单位', '对象', '事项', '办理人', '登记人'].map((name) => ({
    name,
    optional: true,
  }));
  const { rows } = await readSheet(new Uint8Array(await file.arrayBuffer()), { columns });
  const all: string[] = [];
  for await (const row of rows) all.push(columns.map(({ name }) => row.text(name)).join(' '));
  return all.join('\n');
}

const tells = (text: string): string[] => [...secrets.in(text), ...hidden.filter((id) => text.includes(id))];
/** Whether anybody of here can stand in what is asked: a list is one’s own. */
const namesAnybody = (operation: Operation): boolean => {
  const { theirs, own } = counties;
  const said = [theirs, nowhere].map((naming) =>
    JSON.stringify([pathOf(operation, { subject: own, naming }), bodyOf(operation, { subject: own, naming })]),
  );
  return isAbout(operation) || said[0] !== said[1];
};
const mayAsk = ({ may }: Operation, right: string) => !Array.isArray(may) || may.includes(right);

describe('every operation of the OpenAPI document', () => {
  it('says by which rights it may be asked', () => {
    expect(operations.filter(({ may }) => may === undefined).map(({ id }) => id)).toEqual([]);
    expect(operations.length).toBeGreaterThan(80);
  });
});

describe('whatever right one holds in another county', () => {
  it.each(asked.map((operation) => [operation.id, operation] as const))('%s tells nothing of what lies here', async (id, operation) => {
    const { theirs, own, askers } = counties;
    const heard: Heard[] = [];
    // One after another: of exports and figures a server runs few at once.
    for (const [right, who] of askers) {
      const subjects = isAbout(operation) ? [theirs, nowhere] : [own, own];
      const there = await ask(operation, who, { subject: subjects[0] ?? own, naming: theirs });
      const absent = namesAnybody(operation) ? await ask(operation, who, { subject: subjects[1] ?? own, naming: nowhere }) : there;
      if (id !== proves) expect({ id, right, ...there }).toEqual({ id, right, ...absent });
      if (!mayAsk(operation, right)) expect({ id, right, status: there.status }).toEqual({ id, right, status: 403 });
      heard.push(there, absent);
    }
    expect({ id, told: heard.flatMap(({ said }) => tells(said)) }).toEqual({ id, told: [] });
  });

  it.each(asked.filter(isAbout).map((operation) => [operation.id, operation] as const))(
    '%s reaches what lies in one’s own, and names nobody of here',
    async (id, operation) => {
      const { theirs, own, askers } = counties;
      const every = [...askers].filter(([right]) => mayAsk(operation, right));
      const isForm = operation.path.endsWith('/acts/{command}'); // which right it takes, the act says
      const reached: number[] = [];
      for (const [right, who] of isForm ? every : every.slice(0, 1)) {
        const named = await ask(operation, who, { subject: own, naming: theirs });
        const absent = await ask(operation, who, { subject: own, naming: nowhere });
        expect({ id, right, said: tells(named.said) }).toEqual({ id, right, said: [] });
        if (![200, 201, 202].includes(absent.status)) expect({ id, right, ...named }).toEqual({ id, right, ...absent });
        reached.push(absent.status);
      }
      // A series lies in no region: only those who look on nation-wide know of it.
      if (every.length > 0 && !/digest|refused|^\/series/.test(operation.path))
        expect(reached.filter((status) => [200, 201, 202, 409, 422].includes(status))).not.toEqual([]);
    },
  );
});
