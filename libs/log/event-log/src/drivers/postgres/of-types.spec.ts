import { describe, expect, it } from '@jest/globals';
import { opened } from '../../contract/opened.fixture.js';
import { catalogue, commit, counts, noted, stream, toPerson } from '../../contract/events.fixture.js';
import { wanted } from './all.query.js';
import { openPostgres } from './postgres.fixture.js';

const [streams, per] = [100, 200];
const seldom = streams / 2;
const remark = noted({ note: toPerson('1')('dry'), by: [] });

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

describe('a type that is seldom', () => {
  const opening = opened(async () => {
    const under = await openPostgres(catalogue);
    for (let i = 0; i < streams; i++) {
      await under.log.append(commit(stream(`s${String(i)}`), 0, counts(...Array<number>(per).fill(1))));
      if (i === seldom) await under.log.append(commit(stream('seldom'), 0, [remark]));
    }
    await under.database.ownerPool.query('VACUUM ANALYZE log.entry');
    return under;
  });

  it('is found among many others without looking at them', async () => {
    const { log, database } = opening.it;
    const found: number[] = [];
    for await (const batch of log.readAll({ after: 0, types: ['Noted'] })) found.push(...batch.map(({ position }) => position));
    expect(found).toEqual([(seldom + 1) * per + 1]);
    const range = { after: 0, upTo: await log.head(), limit: 1_000, types: ['Noted'] };
    const explained = await database.pool.query<{ 'QUERY PLAN': readonly [Plan] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT json) SELECT * FROM log.entry e WHERE ${wanted(range)}`,
    );
    const { Plan } = explained.rows[0]?.['QUERY PLAN'][0] as Plan;
    const { rows } = await database.ownerPool.query<{ pages: number }>(`SELECT pg_relation_size('log.entry_0')::int / 8192 AS pages`);
    expect(Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']).toBeLessThan((rows[0]?.pages ?? 0) / 20);
  });

  it('is found where it came after the last summing up', async () => {
    const { log } = opening.it;
    await log.append(commit(stream('late'), 0, [remark]));
    const found: string[] = [];
    for await (const batch of log.readAll({ after: 0, types: ['Noted'] })) found.push(...batch.map((entry) => entry.stream));
    expect(found).toEqual([stream('seldom'), stream('late')]);
  });
});
