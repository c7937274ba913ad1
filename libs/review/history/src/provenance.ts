import { type EntryId, Inapplicable, type Resolved, step } from '@lookback/kernel';
import { type Fields, fieldsOf, type Filed, wholeNameless } from './fields.js';

/** The entries that set each field, in the order in which they took effect: the last one set what the field shows. */
export type Provenance = ReadonlyMap<string, readonly Resolved[]>;

/**
 * Which of the entries that count set which field of the file: those after which it showed something else than before. A field that
 * is gone keeps its entries, the last of which took it away.
 */
export function provenance<State>(subject: Filed<State>, entries: readonly Resolved[]): Provenance {
  const setBy = new Map<string, Resolved[]>();
  const before = subject.file.map((section) => ({ section, of: section.of(subject.initial), fields: new Map() as Fields }));
  let state = subject.initial;
  for (const entry of entries) {
    const next = step(subject, state, entry);
    if (next instanceof Inapplicable) continue;
    state = next;
    for (const shown of before) {
      const of = shown.section.of(state);
      if (of === shown.of) continue;
      const after = fieldsOf([shown.section], state, wholeNameless);
      for (const field of differing(shown.fields, after)) (setBy.get(field) ?? added(setBy, field)).push(entry);
      [shown.of, shown.fields] = [of, after];
    }
  }
  return setBy;
}

function added(setBy: Map<string, Resolved[]>, field: string): Resolved[] {
  const none: Resolved[] = [];
  setBy.set(field, none);
  return none;
}

const differing = (before: Fields, after: Fields): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((field) => !alike(before.get(field)?.value, after.get(field)?.value));

/** Most fields are the very same object before and after an entry; the others are compared as text. */
const alike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The places in the log of entries and, where another entry set what one says, of that too. */
export function positionsOf(entries: readonly Resolved[], positionOf: (entry: EntryId) => number | undefined): number[] {
  return [...new Set(entries.flatMap(({ position, setBy }) => [position, positionOf(setBy) ?? position]))];
}
