import type { StreamName } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { mapYielding } from '@lookback/log/runtime';
import { Clock, type Principal } from '@lookback/office/desk';
import { ListsFromLog } from '@lookback/office/standards';
import { ledgerHeader, ledgerRow, type ProblemToList } from '@lookback/paper/lists';
import { streamSheet } from '@lookback/paper/workbook';
import { Injectable } from '@nestjs/common';
import type { LedgerWorkbookAsked } from './rectification.dto.js';
import { householdInLedger } from './household-in-ledger.js';
import { NameDirectory } from '../names/name-directory.js';
import { CountyLists } from '../lists/county-lists.js';
import { filterOf } from './problem-filter.js';
import { LedgerAt, type LedgerPage } from './ledger-at.query.js';
import { pointOf } from '../registers/register-point.js';
import { QueryFaults } from '../registers/unreadable-query.js';

/** The ledger as the workbook that offices keep, in the layout in which it is taken over, as of any point of the two clocks. */
@Injectable()
export class LedgerWorkbook {
  constructor(
    readonly log: EventLog,
    private readonly ledger: LedgerAt,
    private readonly names: NameDirectory,
    private readonly words: ListsFromLog,
    private readonly lists: CountyLists,
    readonly clock: Clock,
  ) {}

  /**
   * An .xlsx as it is written, the newest found first; null asks as setup, which sees all. `onRows` is told how many rows there are so far. */
  async write(query: LedgerWorkbookAsked, who: Principal | null, onRows?: (rows: number) => void): Promise<AsyncGenerator<Uint8Array>> {
    const faults = new QueryFaults();
    const { at, known, ...wanted } = query;
    const point = await pointOf({ ...(at && { at }), ...(known && { known }) }, this, faults);
    faults.throwIfAny();
    const pages = this.ledger.pages(await filterOf(wanted, this.lists, who), point, who);
    return streamSheet({ name: '问题整改台账', header: ledgerHeader, rows: this.rows(pages, onRows) });
  }

  private async *rows(pages: AsyncGenerator<LedgerPage>, onRows?: (rows: number) => void): AsyncGenerator<string[]> {
    let [rows, nth] = [0, 0];
    for await (const page of pages) {
      for (const problem of await this.toList(page)) yield ledgerRow(problem, ++nth);
      onRows?.((rows += page.listed.length));
    }
  }

  /** Words and measures stand in the histories alone; a problem that has left its history meanwhile is left out. */
  private async toList({ listed, ...moment }: LedgerPage): Promise<ProblemToList[]> {
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
