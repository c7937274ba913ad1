import { todays } from '@lookback/log/read-model';
import { problemsRegister } from '@lookback/case/rectification';
import { helpersRegister } from '@lookback/case/household';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AccountsPage,
  CountReceipt,
  EntriesPage,
  EntryFacets,
  HelperCountsShown,
  HouseholdCounts,
  PeoplePage,
  UnitHouseholds,
  UnitsPage,
} from '@lookback/application/queries';
import { readSheet } from '@lookback/paper/workbook';
import { registersOf, subjectsOf } from './support/asking-registers.js';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, elsewhere, mustBe, newcomer, postedOn, township } from './support/staff.js';

const names = [
  'records for a unit',
  'verifies for a unit, records in a township and another county',
  'audits for a unit',
  'records in a township',
  'records in a county',
  'records elsewhere',
  'administers a county',
  'administers a township',
  'administers all',
  'audits a county',
] as const;

let near: ProblemOffice;
let askers: Readonly<Record<(typeof names)[number], Colleague>>;

/** A list as it is asked for, and of which subjects its rows are; `record` where a line leads to what is known of somebody, not to a file. */
interface Listing {
  readonly of: string;
  readonly rows: (who: Colleague) => Promise<readonly string[]>;
  readonly leadsTo?: '' | '/record';
  /** Which of the subjects of its kind could be on it. */
  readonly among?: string;
}

const ask = (method: string, path: string, who: Colleague, body?: unknown) => near.office.ask(method, path, body, who.token);
const get = (path: string, who: Colleague) => mustBe(200, ask('GET', path, who));
const post = (path: string, who: Colleague, body: object) => mustBe(200, ask('POST', path, who, body));
const registers = (who: Colleague) => registersOf(near.office.ask, who);

async function sheet(path: string, { token }: Colleague, name: string): Promise<string[]> {
  const file = await fetch(near.office.url + path, { headers: { authorization: `Bearer ${token}` } });
  const { rows } = await readSheet(new Uint8Array(await file.arrayBuffer()), { columns: [{ name }] });
  const cells: string[] = [];
  for await (const row of rows) cells.push(row.text(name));
  return cells;
}

const withProblems = `SELECT DISTINCT stream FROM ${todays(problemsRegister)} p`;
const withHelpers = `SELECT DISTINCT stream FROM ${todays(helpersRegister)} r`;
const households = { of: 'household', plural: 'households' };
/** None where nothing of the helper may be known. */
async function helpedBy(path: string, who: Colleague): Promise<string[]> {
  const answer = await ask('GET', path, who);
  return answer.status === 404 ? [] : (await mustBe(200, Promise.resolve(answer))).as(UnitHouseholds).households.map(({ id }) => id);
}
const lists: Readonly<Record<string, Listing>> = {
  'households that are searched': {
    ...households,
    rows: async (who) => subjectsOf(await registers(who).search('households', { limit: '200' })),
  },
  'what a figure rests on': {
    ...households,
    rows: async (who) =>
      (await get('/households/counts/receipt?limit=100', who)).as(CountReceipt).households.map(({ household }) => household.id),
  },
  'the ledger of problems': {
    ...households,
    among: withProblems,
    rows: async (who) => subjectsOf(await registers(who).page('problems', { limit: '200' })),
  },
  'households that an official helps': {
    ...households,
    among: withHelpers,
    rows: (who) => helpedBy(`/people/${near.staff.chief.person ?? ''}/households`, who),
  },
  'households that a unit helps': {
    ...households,
    among: withHelpers,
    rows: (who) => helpedBy(`/units/${near.staff.units.office}/households`, who),
  },
  officials: {
    of: 'person',
    leadsTo: '/record',
    rows: async (who) => (await post('/people/search', who, { limit: 200 })).as(PeoplePage).people.map(({ person }) => person),
  },
  'public bodies': {
    of: 'unit',
    leadsTo: '/record',
    rows: async (who) => (await get('/units?limit=200', who)).as(UnitsPage).units.map(({ unit }) => unit),
  },
  accounts: {
    of: 'account',
    rows: async (who) => (await get('/accounts?limit=200', who)).as(AccountsPage).accounts.map(({ account }) => account),
  },
};
for (const kind of ['household', 'person', 'unit', 'account', 'standards', 'regions'])
  Object.assign(lists, {
    [`entries of each ${kind}`]: {
      of: kind,
      rows: async (who: Colleague) => (await entriesOf(kind, who)).map(({ subject }) => subject),
    },
  });

const entriesOf = async (kind: string, who: Colleague) => (await get(`/entries?limit=200&kind=${kind}`, who)).as(EntriesPage).entries;

const plurals: Readonly<Record<string, string>> = { person: 'people', standards: 'standards', regions: 'regions' };

beforeAll(async () => {
  near = await ProblemOffice.open();
  const { ask: asked } = near.office;
  await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
  const { staff } = near;
  const grant = (to: Colleague, command: object) =>
    mustBe(
      201,
      ask('POST', `/accounts/${to.account}/grant-right?wait=projected`, staff.admin, { command, envelope: { effectiveOn: postedOn } }),
    );
  const hired = (login: string, rights: readonly string[], regions: readonly string[]) =>
    newcomer(asked, staff, { login, rights, regions });
  const others = (await registers(staff.operator).page('households')).rows.filter(({ subject }) => subject.id !== knownId);
  const another = others.find(({ cells }) => cells['township']?.value !== township) ?? others[0];
  const paired = {
    command: { person: staff.chief.person, unit: staff.units.office, rank: 'cadre' },
    envelope: { effectiveOn: '2018-04-01' },
  };
  await mustBe(201, ask('POST', `/households/${another?.subject.id ?? ''}/pair-helper`, staff.operator, paired));
  const ofUnit = await hired('of.unit', [], []);
  await grant(ofUnit, { right: 'record', units: [staff.units.township] });
  const ofTwo = await hired('of.two', ['record'], ['610426002', elsewhere]);
  await grant(ofTwo, { right: 'verify', units: [staff.units.township] });
  const far = await hired('audits.unit', [], []);
  await grant(far, { right: 'audit', units: [staff.units.office] });
  askers = {
    'records for a unit': ofUnit,
    'verifies for a unit, records in a township and another county': ofTwo,
    'audits for a unit': far,
    'records in a township': await hired('in.town', ['record'], [township]),
    'records in a county': staff.operator,
    'records elsewhere': staff.stranger,
    'administers a county': staff.chief,
    'administers a township': await hired('town.chief', ['administer'], [township]),
    'administers all': staff.admin,
    'audits a county': staff.auditor,
  };
  await near.office.system.projector.reached(await near.office.system.log.head(), { timeoutMs: 60_000 });
}, 180_000);
afterAll(() => near.close());

const answered = new Map<string, Promise<string[]>>();

/** Those that answer to somebody who asks for each by itself, of a kind or among the streams of a query. */
async function opened(
  kind: string,
  who: Colleague,
  { leadsTo = '', among }: Partial<Pick<Listing, 'leadsTo' | 'among'>> = {},
): Promise<string[]> {
  const asked = `${who.login} ${kind} ${leadsTo}`;
  const all = answered.get(asked) ?? answering(kind, who, leadsTo);
  answered.set(asked, all);
  const those = among && (await idsOf(kind, among));
  return (await all).filter((id) => those?.includes(id) ?? true);
}

async function answering(kind: string, who: Colleague, leadsTo: string): Promise<string[]> {
  const ids = await idsOf(kind, `SELECT stream FROM read.subject WHERE kind = '${kind}'`);
  const answers = await Promise.all(ids.map((id) => ask('GET', `/${plurals[kind] ?? `${kind}s`}/${id}${leadsTo}`, who)));
  expect(answers.map(({ status }) => status).filter((status) => ![200, 403, 404].includes(status))).toEqual([]);
  return ids.filter((_, i) => answers[i]?.status === 200).sort();
}

async function idsOf(kind: string, sql: string): Promise<string[]> {
  const rows: { stream: string }[] = await near.office.system.database.readModels.query(sql);
  return rows.map(({ stream }) => stream.slice(kind.length + 1));
}

const mayAsk = async (path: string, who: Colleague, body?: object) => (await ask(body ? 'POST' : 'GET', path, who, body)).status !== 403;

describe.each(names)('somebody who %s', (name) => {
  it.each(Object.entries(lists))('finds in %s what may be opened one by one', async (_, listing) => {
    const rows = await listing.rows(askers[name]).catch((error: unknown) => {
      if (String(error).includes('answered 403')) return null;
      throw error;
    });
    if (rows !== null)
      expect({ name, rows: [...new Set(rows)].sort() }).toEqual({ name, rows: await opened(listing.of, askers[name], listing) });
  });

  it('has it counted and exported alike', async () => {
    const who = askers[name];
    const own = await opened('household', who);
    const troubled = own.includes(knownId) ? 1 : 0;
    if (await mayAsk('/households/counts', who)) {
      const counts = (await get('/households/counts', who)).as(HouseholdCounts);
      expect({ name, households: counts.households }).toEqual({ name, households: own.length });
      expect(counts.byCause.reduce((sum, { households }) => sum + households, 0)).toBe(own.length);
      expect((await get('/helpers/counts', who)).as(HelperCountsShown).households).toBe(own.length);
      expect((await registers(who).counts('problems', 'status')).total.rows).toBe(troubled);
      expect(await sheet('/problems/ledger.xlsx', who, '问题描述')).toHaveLength(troubled);
      expect((await registers(who).page('households')).total).toBe(own.length);
    }
    const { entries } = (await get('/entries?limit=200', who)).as(EntriesPage);
    const facets = (await get('/entries/facets', who)).as(EntryFacets);
    const exported = await sheet('/entries/export.xlsx', who, '位置');
    expect({ name, counted: facets.counted }).toEqual({ name, counted: exported.length });
    expect(exported.slice(0, entries.length)).toEqual(entries.map(({ position }) => `@${position}`));
  });
});

it('differs between them: nobody’s list is another’s by accident', async () => {
  const counted = new Set<number>();
  for (const who of Object.values(askers)) counted.add((await opened('household', who)).length);
  expect(counted.size).toBeGreaterThan(2);
  const [one, another] = await Promise.all([
    opened('household', askers['records for a unit']),
    opened('household', askers['audits for a unit']),
  ]);
  expect([one, another.length, another.includes(knownId)]).toEqual([[knownId], 1, false]);
});
