import { expect } from '@jest/globals';
import type { AnySource, CalendarDate, CellValue, Moment } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { RegisterQuery, tablesOf } from '@lookback/log/read-model';
import type { AnySubject } from '@lookback/office/desk';
import { naiveRowsOf, type NaiveRow } from './naive-registers.js';
import type { Office } from './office.js';

/** A subject that has rows in registers, with its whole history. */
interface Lived {
  readonly subject: AnySubject;
  readonly sources: readonly AnySource[];
  readonly history: readonly Entry[];
}

/** A group of a register with its two tables. */
interface Held {
  readonly name: string;
  readonly columns: readonly string[];
  readonly known: string;
  readonly past: string;
}

type Over = Pick<Office, 'system' | 'owner'>;

/** What holds of every register of an office, whatever happened in it; asked once nothing more is recorded. */
export class RegisterLaws {
  private readonly held: readonly Held[];

  private constructor(
    private readonly owner: Office['owner'],
    private readonly query: RegisterQuery,
    private readonly lives: readonly Lived[],
    private readonly registers: readonly AnySource['register'][],
  ) {
    this.held = heldBy(registers);
  }

  static async of({ system, owner }: Over): Promise<RegisterLaws> {
    await system.projector.reached(await system.log.head(), { timeoutMs: 120_000 });
    const parts = system.parts.all.flatMap(({ subject, registers }) => (subject && registers.length > 0 ? [{ subject, registers }] : []));
    const lives: Lived[] = [];
    for (const { subject, registers: sources } of parts)
      for await (const streams of system.log.readByStream({ upTo: await system.log.head(), kinds: [subject.name] }))
        for (const history of streams) lives.push({ subject, sources, history });
    const registers = [...system.parts.registers.values()].map(({ register }) => register);
    return new RegisterLaws(owner, new RegisterQuery(system.database.readModels), lives, registers);
  }

  /** Points on the two clocks: days and positions of entries and the ones before them, where rows begin and end; and a tenth anywhere. */
  points(many: number, random: () => number): Moment[] {
    const below = (most: number) => Math.floor(random() * most);
    const entries = this.lives.flatMap(({ history }) => history);
    const [last] = entries.map(({ position }) => position).sort((a, b) => b - a);
    const entry = () => entries[below(entries.length)] as Entry;
    return Array.from({ length: many }, () => {
      const { effectiveOn } = entry().by;
      const known = random() < 0.9 ? entry().position - below(2) : 1 + below(last ?? 1);
      return { effective: random() < 0.8 ? effectiveOn : dayBefore(effectiveOn), known };
    });
  }

  /** Every register equals the naive fold in columns and in the entries that set them. Gives how many rows that were. */
  async expectNaiveRowsAt(moments: readonly Moment[]): Promise<number> {
    let rows = 0;
    for (const moment of moments) {
      const naive = this.naive(moment);
      for (const group of this.held) {
        const [expected, there] = [(naive.get(group.name) ?? []).map(shown), (await this.rowsAt(group, moment)).map(shown)];
        rows += there.length;
        const [missing, surplus] = [without(expected, there), without(there, expected)];
        expect({ ...moment, group: group.name, missing, surplus }).toEqual({ ...moment, group: group.name, missing: [], surplus: [] });
      }
    }
    return rows;
  }

  /** No two rectangles of a row share a point, and none is empty. Gives how many rectangles that were. */
  async expectNoOverlap(): Promise<number> {
    let rectangles = 0;
    for (const { name, known, past } of this.held) {
      const bounds = 'subject, key, from_day, to_day, from_pos';
      const { rows } = await this.owner.query<{ all: number; empty: number; overlapping: number }>(
        `WITH r AS MATERIALIZED (SELECT *, row_number() OVER () AS n FROM (
             SELECT ${bounds}, 9223372036854775807 AS to_pos FROM ${known} UNION ALL SELECT ${bounds}, to_pos FROM ${past}) u)
         SELECT (SELECT count(*)::int FROM r) AS all,
                (SELECT count(*)::int FROM r WHERE from_day >= to_day OR from_pos >= to_pos) AS empty,
                (SELECT count(*)::int FROM r a JOIN r b USING (subject, key)
                  WHERE a.n < b.n AND a.from_day < b.to_day AND b.from_day < a.to_day AND a.from_pos < b.to_pos AND b.from_pos < a.to_pos) AS overlapping`,
      );
      expect({ name, ...rows[0] }).toEqual({ name, all: rows[0]?.all, empty: 0, overlapping: 0 });
      rectangles += rows[0]?.all ?? 0;
    }
    return rectangles;
  }

  /** What changed between two positions, as of a day, equals the difference of two naive states. Gives how many changes that were. */
  async expectChangesOf(moments: readonly Moment[], random: () => number): Promise<number> {
    let changes = 0;
    for (const { effective, known } of moments) {
      const since = Math.max(1, known - Math.floor(random() * 200));
      const [before, after] = [this.naive({ effective, known: since }), this.naive({ effective, known })];
      for (const register of this.registers) {
        const of = (rows: ReturnType<RegisterLaws['naive']>) =>
          new Map(
            (rows.get(`${register.name}/`) ?? []).map(({ subject, key, cells }) => [JSON.stringify([subject, key]), JSON.stringify(cells)]),
          );
        const [was, is] = [of(before), of(after)];
        const expected = [...new Set([...was.keys(), ...is.keys()])].filter((row) => was.get(row) !== is.get(row));
        const found = await this.changed(register, { effective, known }, since);
        const told = expected.map((row) => JSON.stringify([row, was.get(row) ?? null, is.get(row) ?? null]));
        const [missing, surplus] = [without(told, found), without(found, told)];
        expect({ register: register.name, effective, since, known, missing, surplus }).toMatchObject({ missing: [], surplus: [] });
        changes += found.length;
      }
    }
    return changes;
  }

  private async changed(register: AnySource['register'], { effective: day, known }: Moment, since: number): Promise<string[]> {
    const columns = [...Object.keys(register.columns), ...Object.keys(register.opened ?? {})];
    const asked = { register, day, isLastDay: false, position: known, filters: [], beside: [], isSeen: () => 'true' };
    const { found } = await this.query.changes({ ...asked, since, columns, order: [], limit: 1_000_000 });
    const cells = (row: readonly CellValue[] | null) =>
      row && JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
    return found.rows.map(({ subject, key, before, after }) =>
      JSON.stringify([JSON.stringify([subject, key]), cells(before), cells(after)]),
    );
  }

  private naive(moment: Moment): Map<string, NaiveRow[]> {
    const all = new Map<string, NaiveRow[]>();
    for (const { subject, sources, history } of this.lives)
      for (const [group, rows] of naiveRowsOf(subject, sources, history, moment)) {
        const some = all.get(group) ?? [];
        some.push(...rows.values());
        all.set(group, some);
      }
    return all;
  }

  private async rowsAt({ columns, known, past }: Held, { effective, known: position }: Moment): Promise<NaiveRow[]> {
    const at = 'from_day <= $1 AND $1 < to_day AND from_pos <= $2';
    const { rows } = await this.owner.query<{ row: Readonly<Record<string, string | number | boolean | null>> }>(
      `SELECT to_jsonb(t) AS row FROM ${known} t WHERE ${at} UNION ALL SELECT to_jsonb(t) FROM ${past} t WHERE ${at} AND $2 < to_pos`,
      [effective, position],
    );
    return rows.map(({ row }) => ({
      subject: row['subject'] as number,
      key: row['key'] as string,
      setBy: row['set_by'] as number,
      cells: Object.fromEntries(columns.map((name) => [name, row[snake(name)] ?? null])),
    }));
  }
}

const heldBy = (registers: readonly AnySource['register'][]): Held[] =>
  registers.flatMap((register) =>
    tablesOf(register).map(({ group, columns, known, past }) => ({
      name: `${register.name}/${group}`,
      columns,
      known: `read.${known.options.name}`,
      past: `read.${past.options.name}`,
    })),
  );

const shown = ({ subject, key, setBy, cells }: NaiveRow): string => JSON.stringify([subject, key, setBy, cells]);
const snake = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The first few of some that others have not. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return some.filter((one) => !there.has(one)).slice(0, 3);
}

const dayBefore = (day: CalendarDate) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as CalendarDate;
