import type { Language } from '@lookback/kernel';
import type { Receipt } from '@lookback/office/desk';
import { type RefusedRow, type SheetRow, type RowStanding, writeRefused } from '@lookback/paper/workbook';
import type { Found, Why } from './fault.js';
import type { FaultTold, ImportReport, SubjectTold } from './import-report.js';
import type { RowsBySubject } from './rows-by-subject.js';
import { inList, rowTold } from './standing.js';

const mostPlaces = 200;
/** A file whose every row is refused must not take the memory of the server. */
const mostRefusedRows = 20_000;

/** Says a rule in a language, with names for the codes in its facts. */
export type InWords = (why: Why, language: Language) => string;

/** Counts what becomes of each subject, and keeps what has to be told. */
export class Tally<Name extends string> {
  private readonly counts = { accepted: 0, refused: 0, alreadyThere: 0, differing: 0, rowsOnRecord: 0, entries: 0, refusedLeftOut: 0 };
  private lastPosition: number | null = null;
  private readonly faults: FaultTold[] = [];
  private readonly differingSubjects: SubjectTold[] = [];
  private readonly refusedRows: RefusedRow<Name>[] = [];

  constructor(private readonly inWords: InWords) {}

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
    if (this.differingSubjects.length < mostPlaces) this.differingSubjects.push(subjectTold(subject, rows));
  }

  refused(subject: string, rows: readonly SheetRow<Name>[], found: readonly Found<Name>[]): void {
    this.counts.refused++;
    this.faults.push(...found.slice(0, mostPlaces - this.faults.length).map((one) => this.faultTold(subject, one)));
    if (this.refusedRows.length + rows.length > mostRefusedRows) this.counts.refusedLeftOut++;
    else
      for (const row of rows)
        this.refusedRows.push({ row, faults: found.filter((one) => one.row === row).map((one) => this.onPaper(one)) });
  }

  /** The report, with the workbook of what was refused, in the language of its reader. */
  async report(
    { sheets, sheetsLeftOut, asides, rows }: RowsBySubject<Name>,
    { language, ...about }: Pick<ImportReport, 'seconds' | 'dryRun' | 'stopped'> & { readonly language: Language },
  ): Promise<ImportReport> {
    const { counts, lastPosition, faults, differingSubjects, refusedRows } = this;
    const refusedWorkbook = refusedRows.length > 0 ? await writeRefused(refusedRows, language) : undefined;
    return {
      ...about,
      rows,
      sheets,
      sheetsLeftOut,
      rowsAside: asides.length,
      asidePlaces: asides.slice(0, mostPlaces).map(rowTold),
      ...counts,
      lastPosition: lastPosition || null,
      faults,
      differingSubjects,
      refusedWorkbook,
    };
  }

  private faultTold(subject: string, { row, column, why }: Found<Name>): FaultTold {
    const { rule, ...words } = this.sentenceOf(why, inList);
    return { rule, subject, ...rowTold(row), column: column ?? '', value: column === undefined ? '' : row.text(column), ...words };
  }

  private onPaper({ column, why }: Found<Name>) {
    return { column, reason: (standing: RowStanding, language: Language) => this.sentenceOf(why, standing)[language] };
  }

  private sentenceOf(found: Found<Name>['why'], standing: RowStanding) {
    const why = typeof found === 'function' ? found(standing) : found;
    return { rule: why.rule, en: this.inWords(why, 'en'), zh: this.inWords(why, 'zh') };
  }
}

const subjectTold = (subject: string, rows: readonly SheetRow[]): SubjectTold => ({
  subject,
  sheet: rows[0]?.layout.sheet ?? '',
  rows: rows.map(({ number }) => number),
});
