import type { CalendarDate, Code, Language } from '@lookback/kernel';
import { RegisterQuery } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import { streamCsv, streamSheet, type WrittenCell } from '@lookback/paper/workbook';
import { Injectable } from '@nestjs/common';
import type { Typed } from './asked-of-register.js';
import { cursorIn } from './list-cursor.js';
import { type RegisterQuestion, RegisterQuestions } from './register-questions.js';
import { RegisterReads } from './register-reads.js';
import type { CellShown, RegisterRow } from './registers.dto.js';
import { QueryFaults } from './unreadable-query.js';

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

/** Columns that say whose row it is. */
const naming = ['number', 'subjectNumber', 'login', 'name', 'head'];

/** Writes what a register lists into a file, page by page, all of one point of the two clocks. */
@Injectable()
export class RegisterExport {
  constructor(
    private readonly query: RegisterQuery,
    private readonly questions: RegisterQuestions,
    private readonly reads: RegisterReads,
  ) {}

  /** Reads what is asked, and counts it; nothing is written until the bytes are asked for. */
  async begin(name: string, typed: Typed, who: Principal): Promise<RegisterFile> {
    const faults = new QueryFaults();
    const format = oneOf('format', typed['format'] ?? 'xlsx', exportFormats, faults);
    const language = oneOf('language', typed['language'] ?? 'zh', ['zh', 'en'] as const, faults);
    faults.throwIfAny();
    const { after: _after, limit: _limit, since: _since, with: _with, ...wanted } = typed;
    const question = await this.questions.read(name, { ...wanted, limit: '500' }, who);
    const { register } = question.mounted;
    const { position, found } = await this.query.counts({ ...question.rows, by: [], sums: [] });
    const fixed = { ...question, rows: { ...question.rows, position } };
    const filters = filtersIn(wanted, question);
    const record = { register: register.name as Code<'register'>, at: question.point.day, known: position, rows: found.at(-1)?.rows ?? 0, format, filters }; // prettier-ignore
    return { record, name: `${register.name}.${format}`, bytes: this.written(fixed, who, { format, language }) };
  }

  private written(
    question: RegisterQuestion,
    who: Principal,
    { format, language }: { readonly format: ExportFormat; readonly language: Language },
  ): AsyncGenerator<Uint8Array> {
    const { columns, opened = {}, passed = {}, called } = question.mounted.register;
    const names = question.asked.columns;
    const isNamed = naming.some((name) => names.includes(name));
    const header = [
      ...(isNamed ? [] : [{ en: 'Subject', zh: '对象' }[language]]),
      ...names.map((name) => (columns[name] ?? opened[name] ?? passed[name])?.called[language] ?? name),
    ];
    const rows = this.rows(question, who, (row) => [
      ...(isNamed ? [] : [row.called]),
      ...names.map((name) => written(row.cells[name], { isMoney: columns[name]?.kind.name === 'fen', language })),
    ]);
    return format === 'csv' ? streamCsv(header, rows) : streamSheet({ name: called[language].slice(0, 31), header, rows });
  }

  private async *rows(question: RegisterQuestion, who: Principal, cellsOf: (row: RegisterRow) => WrittenCell[]) {
    for (let after = question.after; ;) {
      const { rows, next } = await this.reads.rows({ ...question, after }, who);
      yield* rows.map(cellsOf);
      if (next === null) return;
      after = cursorIn(next);
    }
  }
}

function written(
  cell: CellShown | undefined,
  { isMoney, language }: { readonly isMoney: boolean; readonly language: Language },
): WrittenCell {
  if (cell?.said) return cell.said[language];
  const value = cell?.value ?? '';
  if (typeof value === 'number') return isMoney ? value / 100 : value;
  return String(value);
}

function oneOf<Of extends string>(field: string, typed: string, of: readonly Of[], faults: QueryFaults): Of {
  const found = of.find((one) => one === typed);
  if (found === undefined) faults.add(field, typed, { en: `must be one of ${of.join(', ')}`, zh: `应为以下之一：${of.join('、')}` });
  return found ?? (of[0] as Of);
}

/** By what was looked for: codes, ids, regions and days as they are; of what people type freely, the column alone. */
function filtersIn(typed: Typed, { mounted, asked }: RegisterQuestion): Code<'filter'>[] {
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
