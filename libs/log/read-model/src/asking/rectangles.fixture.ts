import { type AnyRegister, type CalendarDate, type CellValue, column, type Register, kind, type CellKind } from '@lookback/kernel';
import type { TestDatabase } from '@lookback/testing';
import fc from 'fast-check';
import { snake, tableName, whole } from '../declaration/register-tables.js';

export type Cells = Readonly<Record<string, CellValue>>;
const words = { en: 'toy', zh: '玩具' };
const called = (name: string) => ({ en: name, zh: name });
const of = (kind: CellKind, name: string) => column<Cells>(kind, called(name), (row) => row[name] ?? null, { filter: true, sort: true });

/** A register with a column of every kind that is kept in its own way. */
export const problems: Register<Cells> = {
  name: 'toyProblems',
  called: words,
  columns: {
    number: of(kind.line, 'number'),
    status: of(kind.code({ found: words, done: words }), 'status'),
    village: of(kind.region, 'village'),
    dueOn: of(kind.day, 'dueOn'),
    people: of(kind.whole, 'people'),
    costFen: of(kind.fen, 'costFen'),
    urgent: of(kind.yesNo, 'urgent'),
  },
  passed: { overdue: { called: words, day: 'dueOn', where: { status: ['found'] } } },
  groups: { standing: ['status', 'village'], limit: ['status', 'dueOn', 'people'] },
  order: ['number'],
};
export const helpers: Register<Cells> = {
  name: 'toyHelpers',
  called: words,
  columns: { rank: of(kind.code({ cadre: words, teacher: words }), 'rank') },
  groups: {},
  order: ['rank'],
};

/** A row where it holds: of the days from one up to another, as known from one position up to another; null where it is known still. */
export interface Rectangle {
  readonly subject: number;
  readonly key: string;
  readonly setBy: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromPos: number;
  readonly toPos: number | null;
  readonly cells: Cells;
}

export const head = 12;
export const days = ['2018-01-01', '2018-02-01', '2018-03-01', '2018-04-01'] as const satisfies readonly CalendarDate[];
export const lastDay: CalendarDate = '2018-05-01';
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 });
const valueOf: Readonly<Record<string, fc.Arbitrary<CellValue>>> = {
  number: maybe(fc.constantFrom('61-1', '61-2', '61%', '62-1', '户-1')),
  status: maybe(fc.constantFrom('found', 'done')),
  village: maybe(fc.constantFrom('610426001', '610426002', '610427001')),
  dueOn: maybe(fc.constantFrom(...days)),
  people: maybe(fc.integer({ min: 0, max: 3 })),
  costFen: maybe(fc.constantFrom(0, 100, 3_000_000_000)),
  urgent: maybe(fc.boolean()),
  rank: maybe(fc.constantFrom('cadre', 'teacher')),
};

/** Rows of a register that leave no point twice: for each key the positions are cut, and in each piece the days. */
export const rectanglesOf = (register: AnyRegister): fc.Arbitrary<Rectangle[]> => {
  const cells = fc.record(
    Object.fromEntries(Object.keys(register.columns).map((name) => [name, valueOf[name] as fc.Arbitrary<CellValue>])),
  );
  const piece = fc.record({ cuts: fc.subarray([...days]), cells: fc.array(fc.option(cells, { freq: 4 }), { minLength: 5, maxLength: 5 }) });
  const row = fc.record({
    subject: fc.constantFrom(3, 5, 8),
    key: fc.constantFrom('', 'a', 'b'),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: head }), { minLength: 1, maxLength: 3 }).map((all) => all.sort((a, b) => a - b)),
    pieces: fc.array(piece, { minLength: 3, maxLength: 3 }),
  });
  const rows = fc.uniqueArray(row, { selector: ({ subject, key }) => `${subject} ${key}`, maxLength: 9 });
  return rows.map((all) =>
    all.flatMap(({ subject, key, cuts, pieces }) =>
      cuts.flatMap((fromPos, i) => {
        const { cuts: from = [], cells: values = [] } = pieces[i] ?? {};
        const starts = ['-infinity', ...from];
        return starts.flatMap((fromDay, n) => {
          const one = values[n];
          const [toDay, toPos] = [starts[n + 1] ?? 'infinity', cuts[i + 1] ?? null];
          return one ? [{ subject, key, setBy: fromPos, fromDay, toDay, fromPos, toPos, cells: one }] : [];
        });
      }),
    ),
  );
};

const types: Readonly<Record<string, string>> = { day: 'date', count: 'int', fen: 'bigint', 'yes-no': 'boolean' };
const groupsOf = (register: AnyRegister) => [[whole, Object.keys(register.columns)] as const, ...Object.entries(register.groups)];

/** Makes the tables of a register, as a projector does. */
export async function made({ ownerPool }: TestDatabase, register: AnyRegister): Promise<void> {
  for (const [group, columns] of groupsOf(register))
    for (const which of ['known', 'past'] as const) {
      const own = columns.map((name) => `"${snake(name)}" ${types[register.columns[name]?.kind.name ?? ''] ?? 'text COLLATE "C"'}`);
      const bounds = 'from_pos bigint, to_pos bigint, set_by bigint, subject bigint, from_day date, to_day date, key text COLLATE "C"';
      await ownerPool.query(`CREATE TABLE read.${tableName(register.name, group, which)} (${[bounds, ...own].join()})`);
    }
}

/** Puts rectangles in the place of all rows of a register. */
export async function filled({ ownerPool }: TestDatabase, register: AnyRegister, rectangles: readonly Rectangle[]): Promise<void> {
  for (const [group, columns] of groupsOf(register))
    for (const which of ['known', 'past'] as const) {
      const table = `read.${tableName(register.name, group, which)}`;
      const rows = rectangles
        .filter(({ toPos }) => (which === 'known') === (toPos === null))
        .map(({ fromPos, toPos, setBy, subject, fromDay, toDay, key, cells }) => ({
          ...{ from_pos: fromPos, to_pos: toPos, set_by: setBy, subject, from_day: fromDay, to_day: toDay, key },
          ...Object.fromEntries(columns.map((name) => [snake(name), cells[name] ?? null])),
        }));
      await ownerPool.query(`TRUNCATE ${table}`);
      await ownerPool.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows)]);
    }
}
