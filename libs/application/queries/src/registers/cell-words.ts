import {
  type AnyRegister,
  type CalendarDate,
  type CellKind,
  type CellValue,
  type InBoth,
  kind as kinds,
  type RegionCode,
  say,
} from '@lookback/kernel';
import type { Names } from '@lookback/review/history';
import type { NameDirectory } from '../names/name-directory.js';
import type { CellShown, CellsShown } from './registers.dto.js';

/** Cells as they were found, by column. */
export type CellsFound = ReadonlyMap<string, CellValue>;

/** The columns by which the words of some others are found: of a code, where and of which day it was said. */
export const saidBeside = ({ columns }: AnyRegister, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const kind = columns[name]?.kind;
    return kind?.name === 'listed' ? [kind.county, kind.saidOn] : [];
  });

/** The names of all that some cells name. */
export async function namesOf(
  rows: readonly { readonly register: AnyRegister; readonly cells: CellsFound }[],
  more: { readonly people?: readonly string[]; readonly units?: readonly string[]; readonly accounts?: readonly string[] },
  { names, at }: { readonly names: NameDirectory; readonly at: Parameters<NameDirectory['load']>[1] },
): Promise<Names> {
  const valuesOf = (kind: CellKind['name']) =>
    rows.flatMap(({ register, cells }) =>
      [...cells].flatMap(([name, value]) => (register.columns[name]?.kind.name === kind && typeof value === 'string' ? [value] : [])),
    );
  const counties = rows.flatMap(({ register, cells }) =>
    [...cells.keys()].flatMap((name) => {
      const kind = register.columns[name]?.kind;
      return kind?.name === 'listed' ? [cells.get(kind.county)] : [];
    }),
  );
  const ids = {
    people: [...valuesOf('person'), ...(more.people ?? [])],
    units: [...valuesOf('unit'), ...(more.units ?? [])],
    accounts: [...new Set(more.accounts)],
    codesOf: [...new Set(counties.filter((county) => typeof county === 'string'))],
  };
  return names.load(ids as unknown as Parameters<NameDirectory['load']>[0], at); // what is no id is found nowhere
}

/** Some cells with what they say in words. */
export const shown = (register: AnyRegister, cells: CellsFound, wanted: readonly string[], names: Names): CellsShown =>
  Object.fromEntries(wanted.map((name) => [name, cellShown(register, name, { cells, names })]));

function cellShown(
  register: AnyRegister,
  name: string,
  { cells, names }: { readonly cells: CellsFound; readonly names: Names },
): CellShown {
  const value = cells.get(name) ?? null;
  const kind = register.columns[name]?.kind ?? (register.passed?.[name] ? kinds.yesNo : kinds.line);
  return { value, said: value === null ? null : saidOf(kind, value, { cells, names }) };
}

/** Kinds whose values say themselves. */
const plain: ReadonlySet<CellKind['name']> = new Set(['text', 'day', 'count', 'fen']);

/** Null where it says itself, and of what has no name that the reader may know. */
function saidOf(
  kind: CellKind,
  value: NonNullable<CellValue>,
  { cells, names }: { readonly cells: CellsFound; readonly names: Names },
): InBoth | null {
  if (plain.has(kind.name)) return null;
  const [region, on] = kind.name === 'listed' ? [cells.get(kind.county), cells.get(kind.saidOn)] : [];
  const words = say(kind, value, { names, ...(region && on && { at: { region: region as RegionCode, on: on as CalendarDate } }) });
  return words.zh === String(value) ? null : words;
}
