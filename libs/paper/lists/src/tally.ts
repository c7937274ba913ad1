import type { Receipt } from '@lookback/office/desk';
import { type Layout, type RefusedRow, type SheetRow, writeRefused } from '@lookback/paper/workbook';
import type { Found } from './fault.js';
import type { FaultTold, ImportReport, SubjectTold } from './import-report.js';

const told = 200;
/** A file whose every row is refused must not take the memory of the server. */
const mostRefusedRows = 20_000;

/** Counts what becomes of each subject, and keeps what has to be told. */
export class Tally<Name extends string> {
  private readonly counts = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0, rowsOnRecord: 0, entries: 0, refusedLeftOut: 0 };
  private lastPosition: number | null = null;
  private readonly faults: FaultTold[] = [];
  private readonly differingSubjects: SubjectTold[] = [];
  private readonly refusedRows: RefusedRow<Name>[] = [];

  /** How many subjects are done. */
  get done(): number {
    const { accepted, refused, alreadyThere, differing } = this.counts;
    return accepted + refused + alreadyThere + differing;
  }

  accepted(rows: readonly SheetRow<Name>[], receipt?: Receipt): void {
    this.counts.accepted++;
    this.counts.rowsOnRecord += rows.length;
    if (!receipt) return;
    this.counts.entries += receipt.events.length;
    this.lastPosition = Math.max(this.lastPosition ?? 0, receipt.position);
  }

  alreadyThere(rows: readonly SheetRow<Name>[]): void {
    this.counts.alreadyThere++;
    this.counts.rowsOnRecord += rows.length;
  }

  differing(subject: string, rows: readonly SheetRow<Name>[]): void {
    this.counts.differing++;
    if (this.differingSubjects.length < told) this.differingSubjects.push({ subject, rows: rows.map(({ number }) => number) });
  }

  refused(subject: string, rows: readonly SheetRow<Name>[], found: readonly Found<Name>[]): void {
    this.counts.refused++;
    this.faults.push(...found.slice(0, told - this.faults.length).map((one) => faultTold(subject, one)));
    if (this.refusedRows.length + rows.length > mostRefusedRows) this.counts.refusedLeftOut++;
    else for (const row of rows) this.refusedRows.push({ row, faults: found.filter((one) => one.row === row).map(onPaper) });
  }

  /** The report, with the workbook of what was refused. */
  async report(layout: Layout, about: Pick<ImportReport, 'rows' | 'seconds' | 'dryRun' | 'stopped'>): Promise<ImportReport> {
    const { counts, lastPosition, faults, differingSubjects, refusedRows } = this;
    const refusedWorkbook = refusedRows.length > 0 ? await writeRefused(layout, refusedRows) : undefined;
    return { ...about, ...counts, lastPosition: lastPosition || null, faults, differingSubjects, refusedWorkbook };
  }
}

const faultTold = <Name extends string>(subject: string, { row, column, why }: Found<Name>): FaultTold => ({
  ...{ rule: why.rule, subject, row: row.number, column: column ?? '', value: column === undefined ? '' : row.text(column) },
  ...{ en: why.in('en'), zh: why.in('zh') },
});

const onPaper = <Name extends string>({ column, why }: Found<Name>) => ({ column, reason: `${why.in('zh')} ${why.in('en')}` });
