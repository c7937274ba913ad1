import type { Resolved } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { type EntryNarrative, narrate, type NarratedBy, positionsOf } from '@lookback/review/history';

/** Entries by their places in the log, and as sentences. */
export interface Telling {
  positions(entries: readonly Resolved[] | undefined): number[];
  /** Every entry that a field names, in the order of recording. */
  told(fields: readonly { readonly setBy: readonly number[] }[]): EntryNarrative[];
}

/** How a history is told, as known at a position, to whoever may be told of some of its entries. */
export function tellingOf(history: readonly Entry[], known: number, by: NarratedBy): Telling {
  const places = new Map(history.map(({ id, position }) => [id, position]));
  const told = new Set(history.filter(by.tells ?? (() => true)).map(({ position }) => position));
  return {
    positions: (entries = []) => positionsOf(entries, (id) => places.get(id)).filter((position) => told.has(position)),
    told: (fields) => narrate(history, known, by, new Set(fields.flatMap(({ setBy }) => setBy))),
  };
}
