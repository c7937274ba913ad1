import type { StreamName } from '@lookback/kernel';
import { type Breakage, type BrokenPlace, LogCorrupted } from '@lookback/log/event-log';
import { DatabaseError } from 'pg';
import type { Model } from './model.js';
import type { Table } from './table.js';

/** What a model makes of one stream in one batch. */
export interface Change {
  readonly model: Model;
  readonly stream: StreamName;
  /** Of the last entry that it rests on. */
  readonly position: number;
  readonly writes: readonly TableWrite[];
}

/** What is written of a stream to one table. */
export interface TableWrite {
  readonly table: Table;
  /** What gives way: all rows of the stream, or those that begin so; nothing where there were none. */
  readonly gone: 'nothing' | 'stream' | readonly RowBeginning[];
  readonly rows: readonly object[];
}

/** By which a row of what is known of a register is told from others. */
export interface RowBeginning {
  readonly subject: number;
  readonly key: string;
  readonly fromDay: string;
}

/** A stream that a model could not project: its rows stay as they were, until the model is rebuilt. */
export interface Parked {
  readonly model: string;
  readonly stream: StreamName;
  /** Of the entry that could not be taken. */
  readonly position: number;
  /** The error's class, or PostgreSQL's code; never its message, which may quote personal data. */
  readonly error: string;
}

/** Where the log is broken, and how, as the models' database remembers it. */
export interface Broken extends BrokenPlace {
  readonly kind: Breakage;
}

/** What to call an error where its message must not be shown. */
export function nameOf(error: unknown): string {
  if (error instanceof LogCorrupted) return brokenAs(error.kind);
  if (error instanceof DatabaseError) return `PostgreSQL ${error.code ?? ''}`;
  return error instanceof Error ? error.name : typeof error;
}

/** What a stream is parked for where the log itself is broken there. */
export const brokenAs = (kind: Breakage): string => `log ${kind}`;

export const parkedFor = ({ model, stream, position }: Pick<Change, 'model' | 'stream' | 'position'>, error: unknown): Parked => ({
  model: model.name,
  stream,
  position,
  error: nameOf(error),
});

/** The streams that each model leaves alone. */
export class ParkedStreams {
  private readonly names: Set<string>;

  constructor(parked: readonly Parked[] = []) {
    this.names = new Set(parked.map(({ model, stream }) => `${model} ${stream}`));
  }

  add({ model, stream }: Parked): void {
    this.names.add(`${model} ${stream}`);
  }

  has(model: Model, stream: StreamName): boolean {
    return this.names.size > 0 && this.names.has(`${model.name} ${stream}`);
  }
}
