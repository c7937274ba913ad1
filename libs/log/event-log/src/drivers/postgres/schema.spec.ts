import { describe, expect, it } from '@jest/globals';
import { readSql } from '@lookback/log/database';
import type { QueryResult } from 'pg';
import { all } from '../../contract/appending.fixture.js';
import { opened } from '../../contract/opened.fixture.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { openPostgres } from './postgres.fixture.js';

/** What `log.pieces` asks. */
const [, streamSlices = ''] = /RETURN QUERY (.*);\nEND/s.exec(readSql(import.meta.url, 'stream-slices.sql')) ?? [];

describe('partitions', () => {
  const opening = opened(async () => {
    const under = await openPostgres(catalogue);
    await under.database.ownerPool.query(`
      DROP TABLE log.entry_0, log.entry_1;
      CREATE OR REPLACE FUNCTION log.partition_size() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 10::bigint';
      SELECT log.make_room(0, 0)`);
    return under;
  });
  const owner = () => opening.it.database.ownerPool;

  it('are made ahead, one by one and many at once, and read as one log', async () => {
    const { log } = opening.it;
    for (let i = 0; i < 25; i++) await log.append(commit(stream('one'), i, counts(i)));
    await log.append(commit(stream('many'), 0, counts(...Array<number>(37).fill(1))));
    await log.appendMany([commit(stream('one'), 25, counts(1, 2)), commit(stream('two'), 0, counts(1))]);
    expect((await all(log)).length).toBe(65);
    expect((await log.readStream(stream('one'))).map(({ revision }) => revision)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    const { rows } = await owner().query(
      `SELECT tableoid::regclass::text AS partition, max(position)::int AS last FROM log.entry GROUP BY 1 ORDER BY 2`,
    );
    expect(rows).toEqual([10, 20, 30, 40, 50, 60, 65].map((last, i) => ({ partition: `log.entry_${String(i)}`, last })));
    await expect(owner().query('SELECT FROM log.entry_7')).resolves.toMatchObject({ rowCount: 0 });
  });

  it('refuse change, each of them', async () => {
    await expect(owner().query('DELETE FROM log.entry_7')).rejects.toMatchObject({ code: '42501' });
    await expect(owner().query('TRUNCATE log.entry_6')).rejects.toMatchObject({ code: '42501' });
  });

  it('that a stream does not reach are not looked at', async () => {
    const answers = (await owner()
      .query(`SET LOCAL plan_cache_mode = force_generic_plan; PREPARE piece (text[], int[], int[]) AS ${streamSlices};
      EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off) EXECUTE piece ('{household-many}', '{1}', '{1000}')`)) as unknown as QueryResult[];
    const rows = answers.at(-1)?.rows as { 'QUERY PLAN': string }[];
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/entry_2.*actual/);
    expect(plan).toMatch(/entry_0.*never executed/);
  });
});

describe('time', () => {
  const opening = opened(() => openPostgres(catalogue));
  const setClock = (instant: string) =>
    opening.it.database.ownerPool.query(
      `CREATE OR REPLACE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$SELECT '${instant}'::timestamptz$$`,
    );

  it('is whole milliseconds, and never runs backwards', async () => {
    for (const [i, instant] of ['2020-01-01T00:00:00.123999Z', '2019-01-01Z', '2020-01-01T00:00:01Z'].entries()) {
      await setClock(instant);
      await opening.it.log.append(commit(stream('one'), i, counts(1)));
      await opening.it.log.appendMany([commit(stream('many'), 2 * i, counts(1, 2))]);
    }
    const entries = await all(opening.it.log);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, i) => i + 1));
    const recorded = entries.map(({ recordedAt }) => recordedAt.toISOString());
    expect(recorded).toEqual([...Array<string>(6).fill('2020-01-01T00:00:00.123Z'), ...Array<string>(3).fill('2020-01-01T00:00:01.000Z')]);
  });
});
