import type { Language } from '@lookback/kernel';
import { RegisterQuery } from '@lookback/log/read-model';
import type { Principal } from '@lookback/office/desk';
import { streamCsv, streamSheet, type WrittenCell } from '@lookback/paper/workbook';
import { Injectable } from '@nestjs/common';
import type { AskedParameters } from './parameters.js';
import { type ExportFormat, exportFormats, toExport, type RegisterFile } from './export-record.js';
import { cursorIn } from './list-cursor.js';
import { type RegisterQuestion, RegisterQuestions } from './register-questions.js';
import { RegisterReads } from './register-reads.js';
import type { CellShown, RegisterRow } from './registers.dto.js';
import { QueryFaults } from './unreadable-query.js';

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
  async begin(name: string, typed: AskedParameters, who: Principal): Promise<RegisterFile> {
    const faults = new QueryFaults();
    const format = oneOf('format', typed['format'] ?? 'xlsx', exportFormats, faults);
    const language = oneOf('language', typed['language'] ?? 'zh', ['zh', 'en'] as const, faults);
    faults.throwIfAny();
    const { after: _after, limit: _limit, since: _since, with: _with, ...wanted } = typed;
    const asked = await this.questions.listed(name, { ...wanted, limit: '500' }, who);
    const { question, record } = await toExport(this.query, asked, { typed: wanted, format });
    return { record, name: `${name}.${format}`, bytes: this.written(question, who, { format, language }) };
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
