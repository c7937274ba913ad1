import { household } from '@lookback/case/household';
import { asOf, type Moment, type Resolved } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import {
  type Explained,
  fieldsOf,
  householdFile,
  type Names,
  type NarratedBy,
  positionsOf,
  provenance,
  type Visibility,
  narrate,
  type EntryNarrative,
} from '@lookback/review/history';

/** What a household's file shows at a moment, and by which entries. */
export function explained(history: readonly Entry[], moment: Moment, { sight, names }: { sight: Visibility; names: Names }): Explained {
  const at = asOf(household, history, moment);
  const file = (how: Visibility) => fieldsOf(householdFile('', at, moment, { sight: how, names }));
  return { shown: file(sight), whole: file('whole'), setBy: provenance(at.entries) };
}

/** Entries by their places in the log, and as sentences. */
export interface Telling {
  positions(entries: readonly Resolved[] | undefined): number[];
  /** Every entry that a field names, in the order of recording. */
  told(fields: readonly { readonly setBy: readonly number[] }[]): EntryNarrative[];
}

/** How a history is told, as known at a position. */
export function tellingOf(history: readonly Entry[], known: number, by: NarratedBy): Telling {
  const places = new Map(history.map(({ id, position }) => [id, position]));
  return {
    positions: (entries = []) => positionsOf(entries, (id) => places.get(id)),
    told: (fields) => narrate(history, known, by, new Set(fields.flatMap(({ setBy }) => setBy))),
  };
}
