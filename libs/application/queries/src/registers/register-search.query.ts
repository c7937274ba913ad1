import { householdsRegister, type NameIndex, TextSearch } from '@lookback/case/household';
import { type AnyRegister, type CellKind, Inapplicable, input } from '@lookback/kernel';
import { type Asks, literally, type RowAsked, type RowsAsked, todays } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import { knowsOf, type MountedRegister, type Principal } from '@lookback/office/desk';
import { sameName } from '@lookback/office/registry';
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

  constructor(
    names: NameIndex,
    private readonly keys: Pick<Keys, 'lookup'>,
  ) {
    this.texts = new TextSearch(names);
  }

  /**
   * Rows with a text that begins so, or has it within where no household is meant; those of an official whose name begins so, and those of
   * households that are meant at the point; undefined where nothing was typed.
   */
  async condition({ register, subjects }: MountedRegister, typed: string | undefined, by: Searching): Promise<RowsAsked['and']> {
    if (typed === undefined) return undefined;
    const households = subjects.filter(({ name }) => name === 'household');
    const read = (households.length > 0 ? input.searched : input.text)(40)(typed);
    if (read instanceof Inapplicable) {
      if (!input.isMissing(read)) by.faults.add('text', '', { en: read.in('en'), zh: read.in('zh') });
      return undefined;
    }
    const seen = { ...by.point, sees: knowsOf(by.who, households) };
    const isMeant = households.length > 0 ? await this.texts.meant(read.value, seen) : undefined;
    const [texts, people] = [found(register, 'text'), found(register, 'person')];
    const areOfficials = subjects.some(({ name }) => name === 'person');
    if (texts.length + people.length + subjects.filter(({ name }) => ['household', 'person'].includes(name)).length === 0)
      by.faults.add('text', '', unsearched);
    const where: Asks = (row) => {
      const named = () => `FROM read.official o WHERE o.begins @> ARRAY[${row.values.value(sameName(this.keys, read.value))}]`;
      const text = () => row.values.value(`${isMeant ? '' : '%'}${literally(read.value)}%`);
      const conditions = [
        ...texts.map((name) => `${row.cell(name)} LIKE ${text()}`),
        ...people.map((name) => `${row.cell(name)} IN (SELECT o.person ${named()})`),
        ...(areOfficials ? [`${row.subject} IN (SELECT s.opened FROM read.subject s WHERE s.stream IN (SELECT o.stream ${named()}))`] : []),
        ...(isMeant ? [isMeant({ subject: row.subject, values: row.values, cell: numberOf(row, register) })] : []),
      ];
      return `(${conditions.join(' OR ')})`;
    };
    return { columns: [...texts, ...people], where };
  }
}

/** Columns of a kind by which rows may be looked for. */
const found = ({ columns }: AnyRegister, of: CellKind['name']): string[] =>
  Object.entries(columns).flatMap(([name, { kind, filter }]) => (kind.name === of && filter ? [name] : []));

const unsearched = { en: 'is of no use here: nothing in this list is looked for by a text', zh: '在本清单中无法按文字查找' };

/** The number of the household of a row, which other registers call otherwise, or do not have. */
const numberOf = (row: RowAsked, register: AnyRegister) => (name: string) => {
  if (register === householdsRegister) return row.cell(name);
  if ('subjectNumber' in register.columns) return row.cell('subjectNumber');
  return `(SELECT h.number FROM ${todays(householdsRegister)} h WHERE h.subject = ${row.subject} LIMIT 1)`;
};
