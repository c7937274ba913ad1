import type { AnyRegister, CellKind } from '@lookback/kernel';
import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaIndexOptions } from 'typeorm';

/** The group of all columns: what lists are made of. */
export const whole = '';

/** A group of columns of a register, with its two tables: what is known now, and what was known once. */
export interface GroupTables {
  readonly group: string;
  /** Names of its columns, in the order of the register; those that are opened stand for where their boxes are. */
  readonly columns: readonly string[];
  readonly known: EntitySchema;
  readonly past: EntitySchema;
}

/** The name in SQL of what is called so in code: `dueOn` is `due_on`. */
export const snake = (name: string): string => name.replaceAll('-', '_').replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The name of a group's table, without its schema: `household_standing_past`. */
export const tableName = (register: string, group: string, which: 'known' | 'past'): string =>
  [snake(register), ...(group === whole ? [] : [snake(group)]), which].join('_');

const text = { type: 'text', collation: 'C' } as const;
const types: Readonly<Record<CellKind['name'], Pick<EntitySchemaColumnOptions, 'type' | 'collation'>>> = {
  text,
  code: text,
  listed: text,
  region: text,
  person: text,
  unit: text,
  day: { type: 'date' },
  count: { type: 'int' },
  fen: { type: 'bigint' },
  'yes-no': { type: 'boolean' },
};

/** The part of the world in which a row holds, in the order that packs best: the subject by the position of its first entry, positions, days. */
const bounds = (which: 'known' | 'past'): Record<string, EntitySchemaColumnOptions> => ({
  subject: { type: 'bigint', primary: true },
  fromPos: { name: 'from_pos', type: 'bigint', ...(which === 'past' && { primary: true }) },
  ...(which === 'past' && { toPos: { name: 'to_pos', type: 'bigint' } }),
  setBy: { name: 'set_by', type: 'bigint' },
  fromDay: { name: 'from_day', type: 'date', primary: true },
  toDay: { name: 'to_day', type: 'date' },
  key: { ...text, primary: true },
});

/** Kinds of columns of which one value picks few rows, or by which rows are put in order. */
const picking: ReadonlySet<CellKind['name']> = new Set(['text', 'day', 'person', 'unit', 'fen', 'count']);

/** Columns by which today's rows are found or put in order. */
const askedOfToday = ({ columns }: AnyRegister): string[] =>
  Object.entries(columns).flatMap(([name, { kind, filter, sort }]) =>
    (filter || sort) && (picking.has(kind.name) || name === 'village') ? [name] : [],
  );

function tables(register: AnyRegister, group: string, columns: readonly string[]): GroupTables {
  const kindOf = (name: string) => register.columns[name]?.kind.name ?? 'text';
  const cells = Object.fromEntries(columns.map((name) => [name, { name: snake(name), nullable: true, ...types[kindOf(name)] }]));
  const ofToday = askedOfToday(register).map((name) => ({ columns: [name, 'subject', 'key'], where: "to_day = 'infinity'" }));
  const table = (which: 'known' | 'past', indices: EntitySchemaIndexOptions[]) =>
    new EntitySchema({ name: tableName(register.name, group, which), schema: 'read', columns: { ...bounds(which), ...cells }, indices });
  return {
    group,
    columns,
    known: table('known', group === whole ? [{ columns: ['fromPos'] }, ...ofToday] : []),
    past: table('past', group === whole ? [{ columns: ['fromPos'] }, { columns: ['toPos'] }] : []),
  };
}

function refuseBounds(register: AnyRegister): void {
  const taken = new Set([...Object.keys(bounds('past')), 'stream']);
  const name = [...Object.keys(register.columns), ...Object.keys(register.opened ?? {})].find((column) => taken.has(column));
  if (name !== undefined) throw new Error(`${register.name}: every row has "${name}", no column can be called so`);
}

const known = new WeakMap<AnyRegister, readonly GroupTables[]>();

/** Every group of a register with its tables, the whole first; the same tables each time. @throws Error where a column is called as what bounds every row. */
export function tablesOf(register: AnyRegister): readonly GroupTables[] {
  if (!known.has(register)) refuseBounds(register);
  const made = known.get(register) ?? [
    tables(register, whole, [...Object.keys(register.columns), ...Object.keys(register.opened ?? {})]),
    ...Object.entries(register.groups).map(([group, columns]) => tables(register, group, columns)),
  ];
  known.set(register, made);
  return made;
}
