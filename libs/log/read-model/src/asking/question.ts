import type { AnyRegister, CalendarDate } from '@lookback/kernel';
import { snake, tableName, tablesOf } from '../declaration/register-tables.js';
import { quoted } from '../storage/table.js';
import type { Where } from '../storage/where.js';
import { type AskedAt, holdsAt, tablesAt } from './asked-at.js';
import { type Asks, narrowest, RowAsked } from './row.js';
import { columnsOf, type Filter, isSought } from './sought.js';

/** Another register whose rows of the same subject are looked for. */
export interface Beside {
  readonly register: AnyRegister;
  readonly filters: readonly Filter[];
  /** Whether subjects are wanted that have such a row, or those that have none. */
  readonly is: 'there' | 'missing';
}

/** Which rows of a register are asked for; all that is given has to hold. */
export interface RowsAsked {
  readonly register: AnyRegister;
  readonly day: CalendarDate;
  /** Whether nothing is known of a later day. */
  readonly isLastDay: boolean;
  /** As known at this position of the log; as far as the register has come where it is null. */
  readonly position: number | null;
  readonly filters: readonly Filter[];
  readonly beside: readonly Beside[];
  /** Which rows the asker sees. */
  readonly isSeen: Asks;
  /** What else has to hold of a row, and the columns that it looks at. */
  readonly and?: { readonly columns: readonly string[]; readonly where: Asks } | undefined;
}

/** A question about one point, as it becomes a statement with its values. */
export class Question {
  constructor(
    readonly rows: RowsAsked,
    readonly at: AskedAt,
    readonly values: Where,
  ) {}

  /** All registers that it looks at. */
  static registersOf({ register, beside }: Pick<RowsAsked, 'register' | 'beside'>): string[] {
    return [...new Set([register.name, ...beside.map((other) => other.register.name)])];
  }

  row(alias: string, group: string, register = this.rows.register): RowAsked {
    return new RowAsked(register, alias, group, this.at, this.values);
  }

  /** The narrowest group of which some columns can be asked, and whatever the question looks for. */
  groupWith(columns: readonly string[]): string {
    return narrowest(this.rows.register, [...columns, ...columnsOf(this.rows.filters), ...(this.rows.and?.columns ?? [])]);
  }

  /**
   * Selects from the rows of a group, as one table after the other gives them.
   * @param select what is selected from a row, and the conditions and order besides
   */
  from(group: string, select: (row: RowAsked) => readonly Selected[]): string {
    const selects = tablesAt(this.at).flatMap((table) => {
      const row = this.row('r', group);
      return select(row).map(({ columns, conditions = [], tail = '' }) => {
        const where = [...this.holds(row, table), ...conditions, ...this.isAsked(row)];
        return `(SELECT ${columns} FROM ${nameOf(row, table)} WHERE ${where.join(' AND ')} ${tail})`;
      });
    });
    return selects.join(' UNION ALL ');
  }

  /** Selects from the rows of a group, of both tables together: what is asked of a row is asked of all of them at once. */
  rowsIn(group: string, columns: string): string {
    const row = this.row('r', group);
    const standing = tablesOf(row.register).find((one) => one.group === group)?.columns ?? [];
    const own = ['subject', 'key', 'set_by', ...standing.map((name) => quoted(snake(name)))].map((name) => `r.${name}`).join();
    const tables = tablesAt(this.at).map(
      (table) => `SELECT ${own} FROM ${nameOf(row, table)} WHERE ${this.holds(row, table).join(' AND ')}`,
    );
    return `SELECT ${columns} FROM (${tables.join(' UNION ALL ')}) r WHERE ${this.isAsked(row).join(' AND ')}`;
  }

  /** Selects the row of a group that has the subject and key of a row that was found. */
  rowOf(found: string, group: string, columns: string): string {
    const selects = tablesAt(this.at).map((table) => {
      const row = this.row('r', group);
      const where = [`r.subject = ${found}.subject AND r.key = ${found}.key`, ...this.holds(row, table)];
      return `SELECT ${columns} FROM ${nameOf(row, table)} WHERE ${where.join(' AND ')}`;
    });
    return selects.join(' UNION ALL ');
  }

  /** Whether a row is one of those asked for, wherever it stands. */
  isAsked(row: RowAsked): string[] {
    const { filters, beside, isSeen, and } = this.rows;
    return [...isSought(row, filters), ...beside.map((other) => this.stands(row, other)), isSeen(row), ...(and ? [and.where(row)] : [])];
  }

  /** The conditions under which a row holds; of a register that is dated ahead, what holds today may have an end. */
  holds(row: RowAsked, table: 'known' | 'past'): string[] {
    const isLastDay = this.at.isLastDay && !row.register.isDatedAhead;
    return holdsAt({ ...this.at, isLastDay }, { table, alias: row.alias }, (value) => this.values.value(value));
  }

  private stands(of: RowAsked, { register, filters, is }: Beside): string {
    const group = narrowest(register, columnsOf(filters));
    const found = tablesAt(this.at).map((table) => {
      const row = this.row('j', group, register);
      const where = [`j.subject = ${of.subject}`, ...this.holds(row, table), ...isSought(row, filters)];
      return `EXISTS (SELECT FROM ${nameOf(row, table)} WHERE ${where.join(' AND ')})`;
    });
    return `${is === 'missing' ? 'NOT ' : ''}(${found.join(' OR ')})`;
  }
}

/** One statement of a union. */
export interface Selected {
  readonly columns: string;
  readonly conditions?: readonly string[];
  readonly tail?: string;
}

/** A table with the alias under which its row is asked. */
export const nameOf = ({ register, alias, group }: RowAsked, table: 'known' | 'past'): string =>
  `read.${quoted(tableName(register.name, group, table))} ${alias}`;
