import type { CellValue } from '@lookback/kernel';
import { RegisterQuery } from '@lookback/log/read-model';
import { Injectable } from '@nestjs/common';
import { NameDirectory } from '../names/name-directory.js';
import { namesOf, saidBeside, shown } from './cell-words.js';
import type { RegisterQuestion } from './register-questions.js';
import type { CellsShown } from './registers.dto.js';

/** As many as are shown beside the rows of a page. */
const mostBeside = 5_000;

/** The rows of other registers beside those of a page, of the same subjects and the same point. */
@Injectable()
export class RowsBeside {
  constructor(
    private readonly query: RegisterQuery,
    private readonly names: NameDirectory,
  ) {}

  /** By register, for each subject; undefined where none were asked for. What stands in boxes is not opened. */
  async load(
    { asked, rows, point }: RegisterQuestion,
    subjects: readonly number[],
    position: number,
  ): Promise<((subject: number) => Record<string, CellsShown[]>) | undefined> {
    if (asked.with.length === 0) return undefined;
    const found = await Promise.all(
      asked.with.map(async ({ register, filters }) => {
        const wanted = [...Object.keys(register.columns), ...Object.keys(register.passed ?? {})];
        const columns = [...new Set([...wanted, ...saidBeside(register, wanted)])];
        const order = register.order.map((name) => ({ column: name.replace(/^-/, ''), descending: name.startsWith('-') }));
        const of = { ...rows, register, filters, beside: [], position, isSeen: () => 'true' };
        const page = await this.query.page({ ...of, columns, order, subjects, limit: mostBeside });
        const cells = page.found.map((row) => [row.subject, new Map(columns.map((name, i) => [name, row.cells[i] ?? null]))] as const);
        const at = { effective: point.day, known: position };
        const names = await namesOf(cells.map(([, own]) => ({ register, cells: own })), {}, { names: this.names, at }); // prettier-ignore
        return [register.name, bySubject(cells, (own) => shown(register, own, wanted, names))] as const;
      }),
    );
    return (subject) => Object.fromEntries(found.map(([name, own]) => [name, own.get(subject) ?? []]));
  }
}

function bySubject(
  rows: readonly (readonly [number, ReadonlyMap<string, CellValue>])[],
  show: (cells: ReadonlyMap<string, CellValue>) => CellsShown,
): Map<number, CellsShown[]> {
  const found = new Map<number, CellsShown[]>();
  for (const [subject, cells] of rows) found.set(subject, [...(found.get(subject) ?? []), show(cells)]);
  return found;
}
