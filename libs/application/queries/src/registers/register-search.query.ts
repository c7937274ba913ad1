import { householdsRegister, type NameIndex, TextSearch } from '@lookback/case/household';
import { type AnyRegister, Inapplicable, input } from '@lookback/kernel';
import { type Asks, literally, type RowAsked, type RowsAsked, todays } from '@lookback/log/read-model';
import { knowsOf, type MountedRegister, type Principal } from '@lookback/office/desk';
import type { RegisterPoint } from './register-point.js';
import type { QueryFaults } from './unreadable-query.js';

interface Searching {
  readonly who: Principal | null;
  readonly point: RegisterPoint;
  readonly faults: QueryFaults;
}

/** What is looked for by a text that may be a name or a citizen number, and so stands in no address. */
export class RegisterSearch {
  private readonly texts: TextSearch;

  constructor(names: NameIndex) {
    this.texts = new TextSearch(names);
  }

  /** Rows with a text that begins so, and rows of households that are meant at the point; undefined where nothing was typed. */
  async condition({ register, subjects }: MountedRegister, typed: string | undefined, by: Searching): Promise<RowsAsked['and']> {
    if (typed === undefined) return undefined;
    const read = input.text(40)(typed);
    if (read instanceof Inapplicable) {
      if (!input.isMissing(read)) by.faults.add('text', '', { en: read.in('en'), zh: read.in('zh') });
      return undefined;
    }
    const households = subjects.filter(({ name }) => name === 'household');
    if (households.length > 0 && Array.from(read.value).length < 2) by.faults.add('text', '', tooShort);
    const seen = { ...by.point, sees: knowsOf(by.who, households) };
    const isMeant = households.length > 0 ? await this.texts.meant(read.value, seen) : undefined;
    const columns = Object.entries(register.columns).flatMap(([name, { kind, filter }]) => (kind.name === 'text' && filter ? [name] : []));
    if (columns.length === 0 && households.length === 0) by.faults.add('text', '', unsearched);
    const begins = `${literally(read.value)}%`;
    const where: Asks = (row) => {
      const own = columns.map((name) => `${row.cell(name)} LIKE ${row.values.value(begins)}`);
      const conditions = isMeant ? [...own, isMeant({ subject: row.subject, values: row.values, cell: numberOf(row, register) })] : own;
      return `(${conditions.join(' OR ')})`;
    };
    return { columns, where };
  }
}

const short = input.unreadable('input.search-too-short');
const unsearched = { en: 'is of no use here: nothing in this list is looked for by a text', zh: '在本清单中无法按文字查找' };
const tooShort = { en: short.in('en'), zh: short.in('zh') };

/** The number of the household of a row, which other registers call otherwise, or do not have. */
const numberOf = (row: RowAsked, register: AnyRegister) => (name: string) => {
  if (register === householdsRegister) return row.cell(name);
  if ('subjectNumber' in register.columns) return row.cell('subjectNumber');
  return `(SELECT h.number FROM ${todays(householdsRegister)} h WHERE h.subject = ${row.subject} LIMIT 1)`;
};
