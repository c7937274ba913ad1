import type { RegisterColumn } from '@lookback/kernel';
import { listsOf, type MountedRegister, type Principal } from '@lookback/office/desk';
import { parameterOf } from './parameters.js';
import type { ColumnDescription, RegisterDescription } from './registers.dto.js';

/** Whether an account may read any row of a register, were there one. */
export const isRead = (who: Principal | null, { subjects }: MountedRegister): boolean => {
  const { subjects: seen, formerly } = listsOf(who, subjects);
  return seen.length + formerly.length > 0;
};

/** A register as it is told to who may ask it. */
export function described({ register, subjects }: MountedRegister, all: readonly MountedRegister[]): RegisterDescription {
  const kinds = subjects.map(({ name }) => name);
  const beside = all.filter((other) => other.register !== register && other.subjects.some(({ name }) => kinds.includes(name)));
  const { name, called, order, columns, opened = {}, passed = {}, groups } = register;
  const parameter = (column: string) => parameterOf(register, column);
  return {
    ...{ name, called, subjects: kinds, order: [...order], groups, beside: beside.map((other) => other.register.name) },
    columns: [
      ...Object.entries(columns).map(([column, one]) => ({ ...plain(one), name: column, parameter: parameter(column) })),
      ...Object.entries(passed).map(([column, one]) => ({
        ...{ ...useless, ...computed, name: column, called: one.called, parameter: parameter(column) },
      })),
      ...Object.entries(opened).map(([column, one]) => ({ ...useless, ...boxed, name: column, called: one.called, parameter: column })),
    ],
  };
}

const useless = { filter: false, sort: false, count: false, sum: false, opened: false, words: null, list: null };
const computed = { kind: 'yes-no', filter: true, count: true } as const;
const boxed = { kind: 'opened', opened: true } as const;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- of whatever rows */
const plain = ({ called, kind, filter, sort, count, sum }: RegisterColumn<any>): Omit<ColumnDescription, 'name' | 'parameter'> => ({
  ...useless,
  ...{ called, kind: kind.name, filter: filter === true, sort: sort === true, count: count === true, sum: sum === true },
  words: kind.name === 'code' ? kind.words : null,
  list: kind.name === 'listed' ? kind.list : null,
});
