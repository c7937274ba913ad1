import { LedgerQuery, type ProblemFilter, type ProblemListed, problemsRegister } from '@lookback/case/rectification';
import type { CalendarDate, StreamName } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { mapYielding } from '@lookback/log/runtime';
import { Clock, Parts, type Principal, seesOf } from '@lookback/office/desk';
import { ListsFromLog } from '@lookback/office/standards';
import { ledgerHeader, ledgerRow, type ProblemToList } from '@lookback/paper/lists';
import { streamSheet } from '@lookback/paper/workbook';
import { Injectable } from '@nestjs/common';
import type { ProblemsAsked } from './rectification.dto.js';
import { householdInLedger } from './household-in-ledger.js';
import { NameDirectory } from '../names/name-directory.js';
import { CountyLists } from '../lists/county-lists.js';
import { filterOf } from './problem-filter.js';

/** Problems whose histories are read in one go. */
const page = 500;

/** The ledger as the workbook that offices keep, in the layout in which it is taken over. */
@Injectable()
export class LedgerWorkbook {
  constructor(
    private readonly log: EventLog,
    private readonly query: LedgerQuery,
    private readonly names: NameDirectory,
    private readonly words: ListsFromLog,
    private readonly lists: CountyLists,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** An .xlsx as it is written, the newest found first; null asks as setup, which sees all. `onRows` is told how many rows there are so far. */
  write(query: ProblemsAsked, who: Principal | null, onRows?: (rows: number) => void): AsyncGenerator<Uint8Array> {
    return streamSheet({ name: '问题整改台账', header: ledgerHeader, rows: this.rows(query, who, onRows) });
  }

  private async *rows(query: ProblemsAsked, who: Principal | null, onRows?: (rows: number) => void): AsyncGenerator<string[]> {
    const today = this.clock.today();
    const filter = await filterOf(query, this.lists, who);
    let [rows, nth] = [0, 0];
    for await (const listed of this.pages(filter, who, today)) {
      for (const problem of await this.toList(listed)) yield ledgerRow(problem, ++nth);
      onRows?.((rows += listed.length));
    }
  }

  private async *pages(filter: ProblemFilter, who: Principal | null, today: CalendarDate): AsyncGenerator<ProblemListed[]> {
    const sees = seesOf(who, this.parts.withRowsIn(problemsRegister));
    for (let after: ProblemListed | undefined; ;) {
      const listed = await this.query.find({ ...filter, after, limit: page }, sees, today);
      yield listed;
      if (listed.length < page) return;
      after = listed.at(-1);
    }
  }

  /** Words and measures stand in the histories alone; a problem that has left its history meanwhile is left out. */
  private async toList(listed: readonly ProblemListed[]): Promise<ProblemToList[]> {
    const streams = [...new Set(listed.map(({ stream }) => stream as StreamName))];
    const [people, units] = [listed.flatMap(({ leader, staff }) => [leader, staff]), listed.map(({ unit }) => unit)];
    const [histories, names] = await Promise.all([this.log.readStreams(streams), this.names.load({ people, units })]);
    const files = new Map(await mapYielding(streams, (stream, i) => [stream as string, householdInLedger(histories[i] ?? [])] as const));
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
