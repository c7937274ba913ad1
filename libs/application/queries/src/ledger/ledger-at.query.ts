import { type ProblemFilter, type ProblemListed, problemsRegister } from '@lookback/case/rectification';
import type { CalendarDate, StreamName } from '@lookback/kernel';
import { type Asks, RegisterQuery, type RowAsked } from '@lookback/log/read-model';
import { isRowSeen, lieInVillages, Parts, type Principal, seesOf } from '@lookback/office/desk';
import { type CodeWanted, saidWhileRuled } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type { RegisterPoint } from '../registers/register-point.js';

/** Some lines of the ledger, and of which point of the two clocks they are. */
export interface LedgerPage {
  readonly listed: readonly ProblemListed[];
  readonly effective: CalendarDate;
  readonly known: number;
}

/** Lines that are asked for in one go. */
const linesOfAPage = 500;
const columns = Object.keys(problemsRegister.columns);
const looked = ['village', 'unit', 'status', 'class', 'source', 'county', 'codedOn', 'leader', 'staff', 'overdue'];

/** The ledger as it was at any point of the two clocks. */
@Injectable()
export class LedgerAt {
  constructor(
    private readonly query: RegisterQuery,
    private readonly parts: Parts,
  ) {}

  /** Page by page, the newest found first, all of the point of the first page; `who` null asks as setup. */
  async *pages(filter: ProblemFilter, { day, isLastDay, position }: RegisterPoint, who: Principal | null): AsyncGenerator<LedgerPage> {
    const subjects = this.parts.withRowsIn(problemsRegister);
    const [sees, isInVillages] = [seesOf(who, subjects), lieInVillages(subjects)];
    const isSeen: Asks = (row) => isRowSeen(row, sees, isInVillages);
    const order = ['foundOn', 'number'].map((column) => ({ column, descending: true }));
    const asked = { register: problemsRegister, day, isLastDay, filters: [], beside: [], isSeen, columns, order, limit: linesOfAPage };
    const and = { columns: looked, where: (row: RowAsked) => wanted(row, filter) };
    for (let [known, after] = [position, undefined as Parameters<RegisterQuery['page']>[0]['after']]; ;) {
      const { position: stood, found } = await this.query.page({ ...asked, and, position: known, after });
      known = stood;
      yield { listed: found.map(({ stream, cells }) => lineOf(stream as StreamName, cells)), effective: day, known };
      if (found.length < linesOfAPage) return;
      after = found.at(-1)?.cursor;
    }
  }
}

const lineOf = (stream: StreamName, cells: readonly unknown[]): ProblemListed =>
  ({ stream, ...Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])) }) as unknown as ProblemListed;

/** What a filter asks of a row, as SQL. */
function wanted(row: RowAsked, { region, person, overdue, ...exact }: ProblemFilter): string {
  const value = (of: unknown) => row.values.value(of);
  const conditions = ['true'];
  if (region !== undefined && region !== 'CN') conditions.push(`${row.cell('village')} LIKE ${value(`${region}%`)}`);
  for (const column of ['unit', 'status'] as const)
    if (exact[column] !== undefined) conditions.push(`${row.cell(column)} = ${value(exact[column])}`);
  for (const column of ['class', 'source'] as const) if (exact[column]) conditions.push(...coded(row, column, exact[column]));
  if (person !== undefined) conditions.push(`${value(person)} IN (${row.cell('leader')}, ${row.cell('staff')})`);
  if (overdue !== undefined) conditions.push(`${overdue ? '' : 'NOT '}${row.cell('overdue')}`);
  return `(${conditions.join(' AND ')})`;
}

function coded(row: RowAsked, column: 'class' | 'source', { code, ruled }: CodeWanted): string[] {
  const is = `${row.cell(column)} = ${row.values.value(code)}`;
  if (ruled === undefined) return [is];
  const [sql, ...values] = saidWhileRuled({ county: row.cell('county'), day: row.cell('codedOn') }, ruled);
  return [is, values.reduce<string>((text, value) => text.replace('?', row.values.value(value)), sql)];
}
