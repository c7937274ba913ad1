import type { AnyRegister } from '@lookback/kernel';
import { Where } from '../storage/where.js';
import type { AskedAt } from './asked-at.js';
import { type ChangeFound, type ChangesAsked, changesSql } from './changes.js';
import { type FigureFound, type CountsAsked, countsSql } from './counts.js';
import { type ListAsked, type ListFound, listSql } from './list.js';
import { type PageAsked, pageSql, type RowFound } from './page.js';
import { Question, type RowsAsked } from './question.js';

/** What is asked of the read models: within a heavy read, over its connection. */
export interface AskedReadModels {
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
}

/** How a register stands. */
export interface RegisterStanding {
  /** How far it has come in the log; 0 where it has not begun. */
  readonly position: number;
  /** Which rows it makes of the same history: another version may make others. */
  readonly version: string;
}

/** A rebuild of a register in another version: since then it makes other rows of the same history. */
export interface VersionChange {
  readonly position: number;
  /** The version before it. */
  readonly was: string;
  /** How many rows it made others. */
  readonly rows: number;
}

/** What was found, and what it reflects: one point, even while entries are recorded. */
export interface FoundAtPoint<Of> {
  readonly position: number;
  readonly version: string;
  readonly found: Of;
}

/** Asks registers, at any point of the two clocks. Every question is held to what the asker may see. */
export class RegisterQuery {
  constructor(private readonly db: AskedReadModels) {}

  /** The first rows after a cursor. */
  page(asked: PageAsked): Promise<FoundAtPoint<readonly RowFound[]>> {
    return this.ask(asked, (question) => pageSql(question, asked));
  }

  /** The first rows after a cursor, and what all rows come to. */
  list(asked: ListAsked): Promise<FoundAtPoint<ListFound>> {
    return this.ask(asked, (question) => listSql(question, asked));
  }

  /** The counts, and their total as the last of them. */
  counts(asked: CountsAsked): Promise<FoundAtPoint<readonly FigureFound[]>> {
    return this.ask(asked, (question) => countsSql(question, asked));
  }

  /** The rows that differ from what was known at an earlier position, of the same day. */
  changes(asked: ChangesAsked): Promise<FoundAtPoint<{ readonly total: number; readonly rows: readonly ChangeFound[] }>> {
    return this.ask(asked, (question) => changesSql(question, asked));
  }

  /** How registers stand, in the order asked. */
  async standing(registers: readonly Pick<AnyRegister, 'name'>[]): Promise<readonly RegisterStanding[]> {
    const names = registers.map(({ name }) => name);
    const rows = await this.db.query<readonly (RegisterStanding & { readonly model: string })[]>(
      'SELECT model, position::float8, version FROM read.checkpoint WHERE model = ANY($1)',
      [names],
    );
    return names.map((name) => rows.find(({ model }) => model === name) ?? { position: 0, version: '' });
  }

  /** How many subjects a register could not take, of which more is known at a position than it shows. */
  async parked({ name }: Pick<AnyRegister, 'name'>, position: number): Promise<number> {
    const [row] = await this.db.query<readonly { readonly subjects: number }[]>(
      'SELECT count(*)::int AS subjects FROM read.parked WHERE model = $1 AND position <= $2',
      [name, position],
    );
    return row?.subjects ?? 0;
  }

  /** The last time since a position that a register was rebuilt in another version, and how many of its rows that made others; null where it was not. */
  async rebuiltSince({ name }: Pick<AnyRegister, 'name'>, since: number): Promise<VersionChange | null> {
    const [row] = await this.db.query<readonly VersionChange[]>(
      `SELECT position::float8, was, (SELECT coalesce(sum((d->>'rows')::int), 0)::int FROM jsonb_array_elements(differing) d) AS rows
         FROM read.rebuilt WHERE model = $1 AND position > $2 AND was <> version ORDER BY position DESC, rebuilt_at DESC LIMIT 1`,
      [name, since],
    );
    return row ?? null;
  }

  /** From what is known now, where that is what is asked for when the statement is answered; else from both tables. */
  private async ask<Of>(asked: RowsAsked, sql: (question: Question) => string): Promise<FoundAtPoint<Of>> {
    const registers = Question.registersOf(asked);
    const positions = async () => (await this.standing(registers.map((name) => ({ name })))).map((one) => one.position);
    const now = asked.position === null ? null : await positions();
    const position = now === null ? null : Math.min(asked.position ?? 0, ...now);
    if (now === null || position === Math.max(...now)) {
      const { at, ...found } = await this.answer<Of>(asked, { position: position ?? 0, isHead: true }, { registers, sql });
      if (at.every((one) => one === (position ?? at[0]))) return { ...found, position: at[0] ?? 0 };
    }
    const known = position ?? Math.min(...(await positions()));
    const { at: _at, ...found } = await this.answer<Of>(asked, { position: known, isHead: false }, { registers, sql });
    return { ...found, position: known };
  }

  /** With where all registers stood when the statement was answered. */
  private async answer<Of>(
    asked: RowsAsked,
    { position, isHead }: Pick<AskedAt, 'position' | 'isHead'>,
    { registers, sql }: { readonly registers: readonly string[]; readonly sql: (question: Question) => string },
  ): Promise<Omit<FoundAtPoint<Of>, 'position'> & { readonly at: readonly number[] }> {
    const values = new Where();
    const names = values.value(registers);
    const question = new Question(asked, { day: asked.day, isLastDay: asked.isLastDay, position, isHead }, values);
    const [row] = await this.db.query<{ found: Of; stand: readonly (RegisterStanding & { readonly model: string })[] | null }[]>(
      `SELECT (${sql(question)}) AS found, (SELECT json_agg(c) FROM (
         SELECT model, position, version FROM read.checkpoint WHERE model = ANY(${names})) c) AS stand`,
      values.values,
    );
    const stand = row?.stand ?? [];
    const version = stand.find(({ model }) => model === asked.register.name)?.version ?? '';
    return { found: row?.found as Of, version, at: stand.map((one) => one.position) };
  }
}
