import type { AnyRegister } from '@lookback/kernel';

/** A question as its address has it: texts by name. */
export type AskedParameters = Readonly<Record<string, string>>;

/** Names that are no column, wherever one is meant: a column of such a name is asked with its register before it. */
export const reserved = new Set([
  'at',
  'known',
  'since',
  'columns',
  'order',
  'after',
  'limit',
  'with',
  'without',
  'by',
  'format',
  'language',
  'text',
]);

/** By which parameter rows are looked for in a column: its name, or with its register before it where that means something else. */
export const parameterOf = (register: Pick<AnyRegister, 'name'>, column: string): string =>
  reserved.has(column) ? `${register.name}.${column}` : column;
