import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { Catalogue, type CalendarDate, type EntryId, type PersonId, type UnitId } from '@lookback/kernel';
import { EventLog1796083200001, PostgresEventLog } from '@lookback/log/event-log';
import { Projector } from '@lookback/log/read-model';
import { CommitKeys, Keys, Vault, Vault1735689600000 } from '@lookback/log/vault';
import { anySubject, FormerStayRow, seesOf, SubjectRow, subjectsModel } from '@lookback/office/desk';
import { type TestDatabase, testDatabase } from '@lookback/testing';
import { randomBytes } from 'node:crypto';
import { JournalRow } from './journal.entity.js';
import { journal } from './journal.projection.js';
import { JournalQuery } from './journal.query.js';
import type { EntriesWanted } from './journal.where.js';

/** Enough that PostgreSQL looks into an index where one helps. */
const entries = 100_000;
const seldom = 1_000;
const correlation = '00000000-0000-4000-8000-000000000007' as EntryId;

const keys = new Keys(
  randomBytes(32),
  CommitKeys.parse(`k1 ${randomBytes(32).toString('hex')}`, 'spec', { origin: 'lookback-spec', epoch: 1 }),
);

let database: TestDatabase;
beforeAll(async () => {
  const tables = [JournalRow, SubjectRow, FormerStayRow];
  database = await testDatabase({ migrations: [Vault1735689600000, EventLog1796083200001], entities: tables });
  const log = new PostgresEventLog(database.pool, new Catalogue(), new Vault(database.pool, keys), keys);
  const projector = new Projector({ log, database: database.readModels, projections: [journal, subjectsModel([])] });
  await projector.start();
  await projector.stop();
  await database.pool.query(
    `INSERT INTO read.journal (position, n, id, stream, revision, type, effective_on, recorded_at, days_until_recorded, mode, acted_by, unit, recorded_by, recorder, correlation, speaks_of)
     SELECT i, 0, gen_random_uuid(), 'household-' || i % ${seldom}, i / ${seldom} + 1, 'Type' || i % ${seldom}, '2020-01-01', now(), i % 40, 'act',
            'p' || i % ${seldom}, 'u' || i % ${seldom}, 'a' || i % ${seldom}, 'p' || i % ${seldom},
            ('00000000-0000-4000-8000-' || lpad((i % ${seldom})::text, 12, '0'))::uuid,
            CASE WHEN i % 50 = 0 THEN gen_random_uuid() END
       FROM generate_series(1, ${entries}) i`,
  );
  await database.pool.query('ANALYZE read.journal');
});
afterAll(() => database.drop());

interface Plan {
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}
const indexesIn = ({ 'Index Name': name, Plans: plans = [] }: Plan): string[] => [...(name ? [name] : []), ...plans.flatMap(indexesIn)];

/** The indexes of the journal in which PostgreSQL would look for the answer to a question. */
async function lookedInto(ask: (query: JournalQuery) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  const query = async <Rows>(sql: string, values: unknown[] = []): Promise<Rows> => {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    found.push(...rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: plan }) => indexesIn(plan))));
    return [] as Rows;
  };
  await ask(new JournalQuery({ query }));
  return found.filter((name) => name.startsWith('journal'));
}

const all = seesOf(null, [anySubject(household)]);
const page = (wanted: EntriesWanted) => (query: JournalQuery) => query.find(wanted, all, { limit: 50 });
const today: CalendarDate = '2020-12-31';

describe('the journal', () => {
  it('has an index for each of its questions, and none that no question looks into', async () => {
    const questions = [
      page({}),
      page({ kind: 'household', subject: '7' }),
      page({ type: 'Type7' }),
      page({ account: 'a7' }),
      page({ person: 'p7' as PersonId, part: 'acted' }),
      page({ person: 'p7' as PersonId, part: 'recorded' }),
      page({ unit: 'u7' as UnitId }),
      page({ correlation }),
      (query: JournalQuery) => query.acts({ person: 'p7' as PersonId, effectiveTo: today }, all),
    ];
    const found = new Set<string>();
    for (const question of questions) for (const name of await lookedInto(question)) found.add(name);
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'read' AND tablename = 'journal' ORDER BY 1`,
    );
    expect([...found].sort()).toEqual(rows.map(({ name }) => name));
  });
});
