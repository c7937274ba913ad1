import type { CalendarDate, Code } from '@lookback/kernel';
import type { RegisterQuery } from '@lookback/log/read-model';
import type { AskedParameters } from './parameters.js';
import type { RegisterQuestion } from './register-questions.js';

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is recorded of an export: no text that somebody typed stands in it, but the names of the columns in which it was looked for. */
export interface ExportRecord {
  readonly register: Code<'register'>;
  readonly at: CalendarDate;
  readonly known: number;
  readonly rows: number;
  readonly format: ExportFormat;
  readonly filters: readonly Code<'filter'>[];
}

/** A file that is about to be written. */
export interface RegisterFile {
  readonly record: ExportRecord;
  readonly name: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

interface Exporting {
  /** What was asked, but for what is of a page alone. */
  readonly typed: AskedParameters;
  readonly format: ExportFormat;
}

/** A question of one point, whatever is recorded meanwhile, and what is recorded of its export. */
export async function toExport(
  query: RegisterQuery,
  question: RegisterQuestion,
  { typed, format }: Exporting,
): Promise<{ readonly question: RegisterQuestion; readonly record: ExportRecord }> {
  const { position, found } = await query.counts({ ...question.rows, by: [], sums: [] });
  const register = question.mounted.register.name as Code<'register'>;
  const record = { register, at: question.point.day, known: position, rows: found.at(-1)?.rows ?? 0, format };
  return { question: { ...question, rows: { ...question.rows, position } }, record: { ...record, filters: filtersIn(typed, question) } };
}

/** By what was looked for: codes, ids, regions and days as they are; of what people type freely, the column alone. */
function filtersIn(typed: AskedParameters, { mounted, asked }: RegisterQuestion): Code<'filter'>[] {
  const isBounded = /^[0-9A-Za-z.,~:@-]{1,200}$/;
  const texts = new Set(
    [{ register: mounted.register, name: '' }, ...asked.beside.map(({ register }) => ({ register, name: `${register.name}.` }))].flatMap(
      ({ register, name }) =>
        Object.entries(register.columns).flatMap(([column, { kind }]) =>
          kind.name === 'text' ? [name + column, `${register.name}.${column}`] : [],
        ),
    ),
  );
  const other = new Set(['at', 'known', 'columns', 'order', 'format', 'language', 'limit']);
  return Object.entries(typed).flatMap(([parameter, value]) =>
    other.has(parameter) ? [] : [(texts.has(parameter) || !isBounded.test(value) ? parameter : `${parameter}=${value}`) as Code<'filter'>],
  );
}
