import { type ProblemListed, problemsRegister } from '@lookback/case/rectification';
import type { Moment, StreamName } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { type RowFound, RegisterQuery } from '@lookback/log/read-model';
import { mapYielding } from '@lookback/log/runtime';
import type { Principal } from '@lookback/office/desk';
import { ListsFromLog } from '@lookback/office/standards';
import { ledgerHeader, ledgerRow, type ProblemToList } from '@lookback/paper/lists';
import { streamSheet } from '@lookback/paper/workbook';
import { Injectable } from '@nestjs/common';
import { NameDirectory } from '../names/name-directory.js';
import { reserved, type AskedParameters } from '../registers/parameters.js';
import { toExport, type RegisterFile } from '../registers/export-record.js';
import { type RegisterQuestion, RegisterQuestions } from '../registers/register-questions.js';
import { QueryFaults } from '../registers/unreadable-query.js';
import { householdInLedger } from './household-in-ledger.js';

/** Problems whose histories are read in one go. */
const linesAtOnce = 500;
const columns = Object.keys(problemsRegister.columns);

/** The ledger as the workbook that offices keep, in the layout in which it is taken over, as of any point of the two clocks. */
@Injectable()
export class LedgerWorkbook {
  constructor(
    private readonly log: EventLog,
    private readonly query: RegisterQuery,
    private readonly questions: RegisterQuestions,
    private readonly names: NameDirectory,
    private readonly words: ListsFromLog,
  ) {}

  /**
   * An .xlsx, the newest found first, of the rows that the register's own filters leave; null asks as setup, which sees all. Nothing is
   * written until the bytes are asked for; `onRows` is told how many rows there are so far.
   * @throws UnreadableQuery naming every part that cannot be read
   */
  async begin(typed: AskedParameters, who: Principal | null, onRows?: (rows: number) => void): Promise<RegisterFile> {
    refuseLayout(typed);
    const asked = await this.questions.listed(problemsRegister.name, typed, who);
    const { question, record } = await toExport(this.query, asked, { typed, format: 'xlsx' });
    const rows = this.rows(question, record.known, onRows);
    return { record, name: 'ledger.xlsx', bytes: streamSheet({ name: '问题整改台账', header: ledgerHeader, rows }) };
  }

  private async *rows({ rows, asked, point }: RegisterQuestion, known: number, onRows?: (rows: number) => void): AsyncGenerator<string[]> {
    const moment = { effective: point.day, known };
    let nth = 0;
    for (let after: RowFound['cursor'] | undefined; ;) {
      const { found } = await this.query.page({ ...rows, columns, order: asked.order, after, limit: linesAtOnce });
      for (const problem of await this.toList(found.map(lineOf), moment)) yield ledgerRow(problem, ++nth);
      onRows?.(nth);
      if (found.length < linesAtOnce) return;
      after = found.at(-1)?.cursor;
    }
  }

  /** Words and measures stand in the histories alone; a problem that has left its history meanwhile is left out. */
  private async toList(listed: readonly ProblemListed[], moment: Moment): Promise<ProblemToList[]> {
    const streams = [...new Set(listed.map(({ stream }) => stream as StreamName))];
    const [people, units] = [listed.flatMap(({ leader, staff }) => [leader, staff]), listed.map(({ unit }) => unit)];
    const [histories, names] = await Promise.all([this.log.readStreams(streams), this.names.load({ people, units }, moment)]);
    const files = new Map(
      await mapYielding(streams, (stream, i) => [stream as string, householdInLedger(histories[i] ?? [], moment)] as const),
    );
    const wordOf = await this.words.words(listed.map(({ county }) => county));
    const rows = listed.flatMap((line) => {
      const { head = null, problems, progressWritten } = files.get(line.stream) ?? {};
      const problem = problems?.get(line.number);
      if (!problem) return [];
      const places = { household: line.subjectNumber, township: names.region(line.township), village: names.region(line.village) };
      const [leader, staff] = [line.leader, line.staff].map((id) => id && names.official(id));
      const duties = { leader: leader ?? null, staff: staff ?? null, unit: line.unit && names.unit(line.unit) };
      const said = { region: line.county, on: line.codedOn };
      const codes = {
        class: wordOf('problem-classes', line.class, said)?.zh ?? line.class,
        source: wordOf('problem-sources', line.source, said)?.zh ?? line.source,
      };
      return [{ problem, head, progressWritten: progressWritten?.get(line.number), ...places, ...duties, ...codes }];
    });
    return rows;
  }
}

const lineOf = ({ stream, cells }: RowFound): ProblemListed =>
  ({ stream, ...Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])) }) as unknown as ProblemListed;

/** Columns and order are the office's own. @throws UnreadableQuery */
function refuseLayout(typed: AskedParameters): void {
  const faults = new QueryFaults();
  const own = { en: 'is not asked of the office’s own layout', zh: '不适用于台账的固定格式' };
  for (const [name, value] of Object.entries(typed))
    if (reserved.has(name) && name !== 'at' && name !== 'known') faults.add(name, value, own);
  faults.throwIfAny();
}
