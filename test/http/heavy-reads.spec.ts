import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { type BuiltOffice, openBuiltOffice } from '../support/built-office.js';
import { visit } from '../support/facts.js';
import { knownId } from '../support/importing.js';
import type { Answer } from '../support/asking.js';
import { operations } from '../support/openapi.js';
import { RawConnection } from '../support/raw-connection.js';
import { type Colleague, mustBe, newcomer } from '../support/staff.js';
import { until } from '../support/until.js';

/** Most heavy reads of an account, and of all, at once. */
const most = { own: 2, all: 4 } as const;
const visiting = { command: visit('2018-03-01', '在家').command, envelope: { effectiveOn: '2018-03-01' } };
/** Milliseconds within which whatever is asked is answered. */
const answered = 15_000;

let office: BuiltOffice;
let readers: Colleague[];
let held: PoolClient | undefined;

beforeAll(async () => {
  office = await openBuiltOffice();
  const newcomers = ['first', 'second', 'third'].map((name) => ({ login: `reader.${name}`, rights: ['record'] }));
  readers = [];
  for (const one of newcomers) readers.push(await newcomer(office.ask, office.staff, one));
});
afterEach(() => goOn());
afterAll(() => office.close());

const token = (reader: number) => readers[reader]?.token ?? '';
const asked = (path: string, reader: number): Promise<Answer> => office.ask('GET', path, undefined, token(reader));

/** Whatever goes through the entries or the ledger now hangs in PostgreSQL, for as long as it may. */
async function hang(): Promise<void> {
  held = await office.owner.connect();
  await held.query('BEGIN');
  await held.query('LOCK TABLE read.journal, read.problems_known, read.problems_standing_known IN ACCESS EXCLUSIVE MODE');
}

async function goOn(): Promise<void> {
  await held?.query('ROLLBACK');
  held?.release();
  held = undefined;
}

const hanging = (count: number) =>
  until(`${count} hanging statements`, async () => {
    const { rows } = await office.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'lookback heavy reads' AND state = 'active'`,
    );
    return rows[0]?.n === count || undefined;
  });

/** An export or a breakdown that somebody asks and may leave. */
async function leaving(path: string, reader: number): Promise<RawConnection> {
  const connection = await RawConnection.to(office.url);
  connection.head('GET', path, { authorization: `Bearer ${token(reader)}` });
  return connection;
}

describe('exports and figures of a whole county', () => {
  it('are few at once, of an account and of all; whatever else is asked goes on, and whoever leaves frees the place', async () => {
    await hang();
    const first = [await leaving('/entries/facets', 0), await leaving('/entries/export.xlsx', 0)];
    await hanging(most.own);
    const others = [asked('/problems/ledger.xlsx', 1), asked('/registers/problems/counts', 1)];
    await hanging(most.all);
    const [own, whole] = await Promise.all([asked('/problems/ledger.xlsx', 0), asked('/entries/facets', 2)]);
    expect(own).toMatchObject({ status: 429, problem: { type: 'urn:lookback:rule:reads.own-at-once', facts: { most: most.own } } });
    expect(whole).toMatchObject({ status: 503, problem: { type: 'urn:lookback:rule:reads.all-at-once', facts: { most: most.all } } });
    for (const { headers } of [own, whole]) expect(headers.get('retry-after')).toBe('5');

    await mustBe(200, asked(`/households/${knownId}`, 0));
    await mustBe(200, office.ask('POST', '/registers/households/search', { text: '张三' }, token(0)));
    await mustBe(201, office.ask('POST', `/households/${knownId}/visit-home`, visiting, office.staff.operator.token));
    await hanging(most.all);

    const left = performance.now();
    for (const one of first) one.end();
    await hanging(most.all - first.length);
    expect(performance.now() - left).toBeLessThan(2_000); // long before their time is up
    const after = [asked('/entries/export.xlsx', 2), asked('/entries/facets', 0)];
    await hanging(most.all);
    await goOn();
    for (const answer of [...others, ...after]) await mustBe(200, answer);
    await hanging(0);
  });

  it('of an account wait for each other a while', async () => {
    await hang();
    const three = ['/entries/facets', '/entries/facets', '/registers/problems/counts'].map((path) => asked(path, 0));
    await hanging(most.own);
    await goOn();
    for (const answer of three) await mustBe(200, answer);
  });

  it('are given up where they take too long', async () => {
    const paths = ['/entries/facets', '/entries/export.xlsx', '/problems/ledger.xlsx'];
    await hang();
    const began = performance.now();
    for (const { status, headers, problem } of await Promise.all(paths.map(asked)))
      expect([status, problem.type, headers.get('retry-after')]).toEqual([503, 'urn:lookback:rule:reads.too-long', '5']);
    expect(performance.now() - began).toBeLessThan(answered);
    await goOn();
    for (const answer of paths.map(asked)) await mustBe(200, answer);
  });

  it('are told in the OpenAPI document, each with what it answers then', () => {
    const heavy = operations.filter(({ answers }) => answers['503']?.description.includes('reads.all-at-once')).map(({ id }) => id);
    expect(heavy).toEqual([
      ...['countHouseholds', 'countReceipt', 'helpersUnderQuota', 'helpersWithoutPost', 'countHelpers', 'ledgerWorkbook'],
      ...['countRegister', 'registerReceipts', 'exportRegister', 'entryFacets', 'exportEntries'],
    ]);
  });
});
