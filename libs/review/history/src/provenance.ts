import { household, type Household } from '@lookback/case/household';
import { type EntryId, type Resolved, step, Inapplicable } from '@lookback/kernel';
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
  const before = new Map<keyof Household, Fields>();
  let state: Household = household.initial;
  for (const entry of entries) {
    const next = step(household, state, entry);
    if (next instanceof Inapplicable) continue;
    const file = fileOfState(next);
    for (const part of changedParts(state, next)) {
      const after = fieldsOf(file, [part]);
      for (const field of differing(before.get(part), after)) (setBy.get(field) ?? added(setBy, field)).push(entry);
      before.set(part, after);
    }
    state = next;
  }
  return setBy;
}

function added(setBy: Map<string, Resolved[]>, field: string): Resolved[] {
  const none: Resolved[] = [];
  setBy.set(field, none);
  return none;
}

/** Every part once the household comes on record: before, none shows anything. */
const changedParts = (state: Household, next: Household) =>
  parts.filter((part) => next[part] !== state[part] || state.identification === null);

const differing = (before: Fields = new Map(), after: Fields): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((field) => !alike(before.get(field), after.get(field)));

/** Most fields are the very same object before and after an entry; the others are compared as text. */
const alike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Fields as text, by which two values are seen to be the same. */
export const written = (fields: Fields): ReadonlyMap<string, string> =>
  new Map([...fields].map(([field, value]) => [field, JSON.stringify(value)]));

/** The places in the log of entries and, where another entry set what one says, of that too. */
export function positionsOf(entries: readonly Resolved[], positionOf: (entry: EntryId) => number | undefined): number[] {
  return [...new Set(entries.flatMap(({ position, setBy }) => [position, positionOf(setBy) ?? position]))];
}
