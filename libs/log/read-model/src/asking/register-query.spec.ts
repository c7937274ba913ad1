import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyRegister, CalendarDate, CellValue } from '@lookback/kernel';
import { type TestDatabase, testDatabase } from '@lookback/testing';
import fc from 'fast-check';
import type { RowCursor, Ordered } from './order.js';
import type { Beside, RowsAsked } from './question.js';
import { days, filled, head, helpers, lastDay, made, problems, type Rectangle, rectanglesOf } from './rectangles.fixture.js';
import { RegisterQuery } from './register-query.js';
import type { Filter, Sought } from './sought.js';

const columns = [...Object.keys(problems.columns), 'overdue'];
const order: fc.Arbitrary<Ordered[]> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...Object.keys(problems.columns)), descending: fc.boolean() }),
  { selector: ({ column }) => column, maxLength: 3 },
);
const sought = (column: string): fc.Arbitrary<Sought> => {
  const value = { status: 'found', village: '610426', number: '61', dueOn: days[1], people: 2, costFen: 100, urgent: true, overdue: true }[
    column
  ];
  const is = { is: 'one', value: value ?? '' } as const;
  if (column === 'number' || column === 'village')
    return fc.constantFrom<Sought>({ is: 'begins', with: String(value) }, { is: 'begins', with: '61%' });
  if (column === 'dueOn' || column === 'people' || column === 'costFen')
    return fc.constantFrom<Sought>(
      is,
      { is: 'between', from: value as string, to: null },
      { is: 'between', from: null, to: value as string },
    );
  return fc.constant(is);
};
const filter: fc.Arbitrary<Filter> = fc.constantFrom(...columns).chain((column) =>
  fc.record({
    column: fc.constant(column),
    anyOf: fc.array(fc.oneof(fc.constant<Sought>({ is: 'none' }), sought(column)), { maxLength: 2 }),
  }),
);
const beside: fc.Arbitrary<Beside[]> = fc.array(
  fc.record({
    register: fc.constant<AnyRegister>(helpers),
    filters: fc.subarray<Filter>([{ column: 'rank', anyOf: [{ is: 'one', value: 'cadre' }] }]),
    is: fc.constantFrom('there', 'missing'),
  }),
  { maxLength: 1 },
);
const point = fc.record({ day: fc.constantFrom<CalendarDate>(...days, lastDay), position: fc.option(fc.integer({ min: 0, max: head })) });
const asked: fc.Arbitrary<RowsAsked> = fc
  .record({ point, filters: fc.array(filter, { maxLength: 2 }), beside })
  .map(({ point: at, ...rest }) => ({
    ...{ register: problems, isLastDay: at.day === lastDay, isSeen: ({ subject }) => `${subject} <> 8`, ...at, ...rest },
  }));
const world = fc.record({ problems: rectanglesOf(problems), helpers: rectanglesOf(helpers) });

let database: TestDatabase;
let query: RegisterQuery;
beforeAll(async () => {
  database = await testDatabase({ migrations: [], entities: [] });
  for (const register of [problems, helpers]) await made(database, register);
  await database.ownerPool.query(
    `CREATE TABLE read.subject (stream text, opened bigint); CREATE TABLE read.checkpoint (model text, position bigint, version text);
     INSERT INTO read.subject VALUES ('toy-3', 3), ('toy-5', 5), ('toy-8', 8);
     INSERT INTO read.checkpoint VALUES ('toyProblems', ${head}, 'v1'), ('toyHelpers', ${head}, 'v1');
     GRANT SELECT ON ALL TABLES IN SCHEMA read TO PUBLIC`,
  );
  query = new RegisterQuery(database.readModels);
});
afterAll(() => database.drop());

const standsAt = ({ day, position }: Pick<RowsAsked, 'day' | 'position'>) => {
  const known = position ?? head;
  const isBefore = (from: string) => from === '-infinity' || (from !== 'infinity' && from <= day);
  return ({ fromDay, toDay, fromPos, toPos }: Rectangle) =>
    isBefore(fromDay) && !isBefore(toDay) && fromPos <= known && (toPos === null || known < toPos);
};
const cellOf = ({ day }: Pick<RowsAsked, 'day'>, { cells }: Rectangle, name: string): CellValue =>
  name === 'overdue' ? cells['status'] === 'found' && cells['dueOn'] != null && cells['dueOn'] < day : (cells[name] ?? null);

function fits(value: CellValue, one: Sought): boolean {
  if (one.is === 'none' || value === null) return one.is === 'none' && value === null;
  if (one.is === 'begins') return String(value).startsWith(one.with);
  if (one.is === 'between') return (one.from === null || value >= one.from) && (one.to === null || value <= one.to);
  return 'value' in one && one.value === value;
}
function naively(all: { readonly problems: readonly Rectangle[]; readonly helpers: readonly Rectangle[] }, of: RowsAsked): Rectangle[] {
  const isLikely = (row: Rectangle, filters: readonly Filter[]) =>
    filters.every(({ column, anyOf }) => anyOf.some((one) => fits(cellOf(of, row, column), one)));
  const others = all.helpers.filter(standsAt(of));
  const isBeside = (row: Rectangle, { filters, is }: Beside) =>
    others.some((other) => other.subject === row.subject && isLikely(other, filters)) === (is === 'there');
  return all.problems
    .filter(standsAt(of))
    .filter((row) => row.subject !== 8 && isLikely(row, of.filters) && of.beside.every((other) => isBeside(row, other)));
}
const byText = (a: CellValue, b: CellValue): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
const inOrder = (by: readonly Ordered[]) => (a: Rectangle, b: Rectangle) => {
  for (const { column, descending } of by) {
    const [one, other] = [a.cells[column] ?? null, b.cells[column] ?? null];
    const sign = descending && one !== null && other !== null ? -1 : 1;
    if (byText(one, other) !== 0) return sign * byText(one, other);
  }
  return a.subject - b.subject || byText(a.key, b.key);
};
const run = <Of>(of: fc.Arbitrary<Of>, doing: (all: Parameters<typeof naively>[0], one: Of) => Promise<void>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(world, of, async (all, one) => {
      await filled(database, problems, all.problems);
      await filled(database, helpers, all.helpers);
      await doing(all, one);
    }),
    { seed: 18, numRuns },
  );

describe('a register', () => {
  it('lists the rows of a point in their order, page by page without a gap or a double', async () => {
    await run(
      fc.tuple(asked, order, fc.constantFrom(1, 2, 50)),
      async (all, [of, by, limit]) => {
        const expected = naively(all, of).sort(inOrder(by));
        const found: object[] = [];
        for (let after: RowCursor | undefined; ;) {
          const page = await query.page({ ...of, columns, order: by, after, limit, marks: [({ subject }) => `${subject} = 3`] });
          expect(page).toMatchObject({ version: 'v1', position: of.position ?? head });
          found.push(...page.found.map(({ cursor: _cursor, ...row }) => row));
          after = page.found.at(-1)?.cursor;
          if (page.found.length < limit) break;
        }
        expect(found).toEqual(
          expected.map((row) => ({
            ...{ subject: row.subject, key: row.key, setBy: row.setBy, stream: `toy-${row.subject}` },
            ...{ cells: columns.map((name) => cellOf(of, row, name)), marks: [row.subject === 3] },
          })),
        );
      },
      150,
    );
  });

  it('counts what it lists, by whatever columns', async () => {
    await run(
      fc.tuple(asked, fc.subarray(['status', 'village', 'overdue', 'urgent'])),
      async (all, [of, by]) => {
        const { found } = await query.counts({ ...of, by: by.map((column) => ({ column })), sums: ['people', 'costFen'] });
        const tally = (rows: readonly Rectangle[]) => ({
          rows: rows.length,
          subjects: new Set(rows.map(({ subject }) => subject)).size,
          sums: ['people', 'costFen'].map((name) => rows.reduce((sum, { cells }) => sum + Number(cells[name] ?? 0), 0)),
        });
        const rows = naively(all, of);
        expect(found.at(-1)).toMatchObject(tally(rows));
        const cells = new Map(rows.map((row) => by.map((name) => cellOf(of, row, name))).map((key) => [JSON.stringify(key), key]));
        const counted = found
          .slice(0, -1)
          .map(({ cells: key, rows: n, subjects, sums }) => [JSON.stringify(key), { rows: n, subjects, sums }] as const);
        const own = (key: string) => rows.filter((row) => JSON.stringify(by.map((name) => cellOf(of, row, name))) === key);
        expect(new Map(counted)).toEqual(by.length === 0 ? new Map() : new Map([...cells.keys()].map((key) => [key, tally(own(key))])));
      },
      100,
    );
  });

  it('tells what changed since a position: what differs between two states, with both', async () => {
    const since = fc.integer({ min: 0, max: head });
    await run(
      fc.tuple(asked, since, order, fc.constantFrom(1, 50)),
      async (all, [{ beside: _beside, ...of }, from, by, limit]) => {
        const until = { ...of, beside: [], position: of.position ?? head };
        const was = naively(all, { ...until, position: from, filters: [] });
        const is = naively(all, { ...until, filters: [] });
        const own = ({ subject, key }: Rectangle) => `${subject} ${key}`;
        const differing = [...new Set([...was, ...is].map(own))].flatMap((row) => {
          const [before, after] = [was, is].map((rows) => rows.find((one) => own(one) === row));
          const isWanted = [before, after].some(
            (one) => one && of.filters.every(({ column, anyOf }) => anyOf.some((s) => fits(cellOf(of, one, column), s))),
          );
          return isWanted && JSON.stringify(before?.cells) !== JSON.stringify(after?.cells)
            ? [{ now: (after ?? before) as Rectangle, before, after }]
            : [];
        });
        const expected = from > until.position ? [] : differing.sort((a, b) => inOrder(by)(a.now, b.now));
        const found: unknown[] = [];
        for (let after: RowCursor | undefined; ;) {
          const { found: page } = await query.changes({
            ...of,
            beside: [],
            columns,
            order: by,
            since: Math.min(from, until.position),
            after,
            limit,
          });
          expect(page.total).toBe(expected.length);
          found.push(...page.rows.map((row) => [row.subject, row.key, row.before, row.after]));
          after = page.rows.at(-1)?.cursor;
          if (page.rows.length < limit) break;
        }
        const cells = (row: Rectangle | undefined) => (row ? columns.map((name) => cellOf(of, row, name)) : null);
        expect(found).toEqual(expected.map(({ now, before, after }) => [now.subject, now.key, cells(before), cells(after)]));
      },
      150,
    );
  });
});
