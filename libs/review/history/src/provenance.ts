import { household, type Household } from '@lookback/case/household';
import { type EntryId, type Resolved, step, Unfit } from '@lookback/kernel';
import { type Fields, fieldsOf, parts } from './fields.js';
import { fileOfState } from './household-file.js';

/** The entries that set each field, in the order in which they took effect: the last one set what the field shows. */
export type Provenance = ReadonlyMap<string, readonly Resolved[]>;

/**
 * Which of the entries that count set which field of the file: those after which it showed something else than before. A field that
 * is gone keeps its entries, the last of which took it away.
 */
export function provenance(entries: readonly Resolved[]): Provenance {
  const setBy = new Map<string, Resolved[]>();
  const before = new Map<keyof Household, ReadonlyMap<string, string>>();
  let state: Household = household.initial;
  for (const entry of entries) {
    const next = step(household, state, entry);
    if (next instanceof Unfit) continue;
    const file = fileOfState(next);
    for (const part of changedParts(state, next)) {
      const after = written(fieldsOf(file, [part]));
      for (const field of differing(before.get(part), after)) setBy.set(field, [...(setBy.get(field) ?? []), entry]);
      before.set(part, after);
    }
    state = next;
  }
  return setBy;
}

/** Every part once the household comes on record: before, none shows anything. */
const changedParts = (state: Household, next: Household) =>
  parts.filter((part) => next[part] !== state[part] || state.identification === null);

const differing = (before: ReadonlyMap<string, string> = new Map(), after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((field) => before.get(field) !== after.get(field));

/** Fields as text, by which two values are seen to be the same. */
export const written = (fields: Fields): ReadonlyMap<string, string> =>
  new Map([...fields].map(([field, value]) => [field, JSON.stringify(value)]));

/** The places in the log of entries and, where another entry set what one says, of that too. */
export function positionsOf(entries: readonly Resolved[], positionOf: (entry: EntryId) => number | undefined): number[] {
  return [...new Set(entries.flatMap(({ position, setBy }) => [position, positionOf(setBy) ?? position]))];
}
