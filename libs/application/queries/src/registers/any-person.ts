import type { AnyRegister } from '@lookback/kernel';
import type { RowsAsked } from '@lookback/log/read-model';
import type { AskedParameters } from './parameters.js';

type Condition = NonNullable<RowsAsked['and']>;

/** The columns of officials in which one is looked for as `person`, where none is called so: in whichever a duty stands. */
export const personColumns = ({ columns }: AnyRegister): string[] =>
  'person' in columns
    ? []
    : Object.entries(columns).flatMap(([name, { kind, filter }]) => (kind.name === 'person' && filter ? [name] : []));

/** Rows that name an official in any of their columns; undefined where nobody is asked for. */
export function namingPerson(register: AnyRegister, { person }: AskedParameters): Condition | undefined {
  const columns = personColumns(register);
  if (person === undefined || columns.length === 0) return undefined;
  const where: Condition['where'] = (row) => `(${columns.map((name) => `${row.cell(name)} = ${row.values.value(person)}`).join(' OR ')})`;
  return { columns, where };
}

/** Rows of which all of some conditions hold. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  return {
    columns: given.flatMap(({ columns }) => columns),
    where: (row) => given.map(({ where }) => where(row)).join(' AND '),
  };
}
