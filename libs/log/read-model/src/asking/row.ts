import type { AnyRegister } from '@lookback/kernel';
import type { Where } from '../storage/where.js';
import { quoted } from '../storage/table.js';
import { snake, whole } from '../declaration/register-tables.js';
import type { AskedAt } from './asked-at.js';

/** A row of a register in a statement, by its alias there. */
export class RowAsked {
  constructor(
    readonly register: AnyRegister,
    readonly alias: string,
    /** The group of columns in whose table it stands. */
    readonly group: string,
    readonly at: AskedAt,
    /** Where the statement's values go. */
    readonly values: Where,
  ) {}

  /** Whether a column stands where it is asked. */
  has(name: string): boolean {
    return this.group === whole ? name in this.register.columns : this.register.groups[this.group]?.includes(name) === true;
  }

  /** The position of its subject's first entry, as SQL. */
  get subject(): string {
    return `${this.alias}.subject`;
  }

  /** A cell as SQL; that of a column which depends on the day is computed. */
  cell(name: string): string {
    const passed = this.register.passed?.[name];
    if (!passed) return `${this.alias}.${quoted(snake(name))}`;
    const only = Object.entries(passed.where).map(([column, values]) => `${this.cell(column)} = ANY(${this.values.value(values)})`);
    const isPassed = [`${this.cell(passed.day)} < ${this.values.value(this.at.day)}::date`, ...only].join(' AND ');
    return `coalesce(${isPassed}, false)`;
  }
}

/** What a statement asks of a row, as SQL. */
export type Asks = (row: RowAsked) => string;

/** The columns of a table from which the cells of some columns follow. */
export const standingIn = ({ passed }: AnyRegister, names: readonly string[]): string[] => [
  ...new Set(
    names.flatMap((name) => {
      const one = passed?.[name];
      return one ? [one.day, ...Object.keys(one.where)] : [name];
    }),
  ),
];

/** The group with the fewest columns that has all of some; the whole one has every column. */
export function narrowest(register: AnyRegister, names: readonly string[]): string {
  const needed = standingIn(register, names);
  const fit = Object.entries(register.groups).filter(([, columns]) => needed.every((name) => columns.includes(name)));
  return fit.sort(([, a], [, b]) => a.length - b.length)[0]?.[0] ?? whole;
}
