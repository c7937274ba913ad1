import { useSyncExternalStore } from 'react';
import type { RegisterRow, RowPlace } from './register-shapes.js';

export const keyOf = ({ subject, key }: RowPlace): string => `${subject.kind}-${subject.id} ${key}`;

/** The rows of a list that are chosen. Each box hears of its own alone: a list has hundreds. */
export class ChosenRows {
  private rows: ReadonlyMap<string, RegisterRow> = new Map();
  private readonly watchers = new Set<() => void>();

  get all(): ReadonlyMap<string, RegisterRow> {
    return this.rows;
  }

  choose(row: RegisterRow, wanted: boolean): void {
    const next = new Map(this.rows);
    if (wanted) next.set(keyOf(row), row);
    else next.delete(keyOf(row));
    this.become(next);
  }

  toggle(row: RegisterRow): void {
    this.choose(row, !this.rows.has(keyOf(row)));
  }

  add(rows: readonly RegisterRow[]): void {
    this.become(new Map([...this.rows, ...rows.map((row) => [keyOf(row), row] as const)]));
  }

  clear = (): void => {
    if (this.rows.size > 0) this.become(new Map());
  };

  watch = (listener: () => void): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  private become(rows: ReadonlyMap<string, RegisterRow>): void {
    this.rows = rows;
    for (const listener of this.watchers) listener();
  }
}

/** Whether a row is chosen. */
export const useIsChosen = (chosen: ChosenRows, row: RowPlace): boolean =>
  useSyncExternalStore(chosen.watch, () => chosen.all.has(keyOf(row)));

/** All that are chosen. */
export const useChosen = (chosen: ChosenRows): ReadonlyMap<string, RegisterRow> => useSyncExternalStore(chosen.watch, () => chosen.all);
