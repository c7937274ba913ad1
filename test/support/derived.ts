import { todays } from '@lookback/log/read-model';
import { householdsRegister, nameIndex } from '@lookback/case/household';
import { expect } from '@jest/globals';
import { naiveRows } from './naive-rows.js';
import type { Office } from './office.js';

/** The rows of today's households and of the index of names are those of a fold of every stream, and of a rebuild, row for row. */
export async function expectRowsDerived({ system, owner }: Office): Promise<void> {
  await system.projector.reached(await system.log.head(), { timeoutMs: 60_000 });
  const live = {
    household: await rowsOf(
      owner,
      `(SELECT stream, ${shown}, cause_since::text AS cause_since FROM ${todays(householdsRegister)} h)`,
      'stream',
    ),
    person: await rowsOf(owner, `(SELECT stream, key AS member, is_head, beginning, number FROM ${todays(nameIndex)} m)`, 'stream, member'),
  };
  const folded: { household: object[]; person: object[] } = { household: [], person: [] };
  for (const { stream } of live.household as { stream: string }[]) {
    const rows = naiveRows(stream, await system.log.readStream(stream as never), system.keys.names);
    folded.household.push(rows.household);
    folded.person.push(...rows.person.sort((a, b) => (memberOf(a) < memberOf(b) ? -1 : 1)));
  }
  expect(live.household.length).toBeGreaterThan(0);
  expect(folded).toEqual(live);
  const { rows } = await owner.query<{ n: number }>("SELECT count(*)::int n FROM log.stream WHERE stream LIKE 'household-%'");
  expect(live.household).toHaveLength(rows[0]?.n ?? 0);
  expect((await system.projector.rebuild(undefined, { compare: true })).differing).toEqual([]);
}

const shown = 'number, county, township, village, standing, attribute, main_cause, people, income_per_person_fen';

const memberOf = (row: object) => (row as { member: string }).member;

async function rowsOf(owner: Office['owner'], table: string, order: string): Promise<object[]> {
  const { rows } = await owner.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY ${order}`);
  return rows.map(({ row }) => row);
}
