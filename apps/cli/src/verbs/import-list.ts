import { type CalendarDate, isCalendarDate } from '@lookback/kernel';
import { Clock } from '@lookback/office/desk';
import type { Counts, ImportReport } from '@lookback/paper/lists';
import { writeFile } from 'node:fs/promises';
import { Imports, type Taking } from '@lookback/application/imports';
import { CheckFailed, WrongUsage } from '../finish.js';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson, progress, say } from '../output.js';
import { stoppable } from '../stoppable.js';

export interface ListOptions {
  readonly dated?: string;
  readonly dryRun?: boolean;
  readonly refused?: string;
  readonly json?: boolean;
}

/** A list, and how it is told what became of it. */
interface ListVerb<Report extends ImportReport> {
  readonly take: (imports: Imports, bytes: Uint8Array, taking: Taking) => Promise<Report>;
  readonly summary: (report: Told<Report>) => string;
  /** What its subjects are called. */
  readonly subjects: string;
}
type Told<Report> = Omit<Report, 'refusedWorkbook'>;

/** The verb that takes a kind of list over, and waits until the read models have it. */
export const importVerb =
  <Report extends ImportReport>({ take, summary, subjects }: ListVerb<Report>) =>
  (bytes: Uint8Array, { dated, dryRun = false, refused, json = false }: ListOptions): Promise<void> =>
    inProcess(async (inside) => {
      const who = await whoActs(inside);
      await inside.system.projector.start();
      const onProgress = ({ rows, done, subjects: all }: Counts) =>
        progress(all === null ? `read ${rows} rows` : `${done} of ${all} ${subjects}`);
      const report = await stoppable((signal) =>
        take(inside.app.get(Imports), bytes, { who, dated: dayOf(dated ?? inside.app.get(Clock).today()), dryRun, onProgress, signal }),
      );
      if (report.refusedWorkbook && refused !== undefined) await writeFile(refused, report.refusedWorkbook, { mode: 0o600 });
      const { refusedWorkbook: _workbook, ...figures } = report;
      const counts = { ...figures, seconds: Math.round(performance.now()) / 1000 }; // since the process started
      if (json) answerJson(counts);
      else tell(counts, summary(counts), subjects, refused);
      if (report.refused > 0) throw new CheckFailed(`${report.refused} ${subjects} were refused`);
      if (report.stopped) throw new CheckFailed('Stopped; run it again to take the rest over.');
    });

function dayOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new WrongUsage(`--dated is "${text}"; it must be a day that exists, such as 2018-12-31`);
  return text;
}

function tell(report: Told<ImportReport>, summary: string, subjects: string, refused: string | undefined): void {
  progress('');
  answer(summary);
  for (const { sheet, row, column, value, en, zh } of report.faults.slice(0, 20))
    say(`${sheet} row ${row}  ${column} "${value}": ${en} ${zh}`);
  for (const { sheet, row } of report.asidePlaces.slice(0, 20))
    say(`${sheet} row ${row} belongs to none of the ${subjects}; nothing of it is taken.`);
  for (const { sheet, missing } of report.sheetsLeftOut) say(`The sheet ${sheet} was not read; it lacks ${missing.join('、')}.`);
  if (report.refused > 0 && refused === undefined)
    say(`Give --refused FILE to get the refused ${subjects} as a workbook that can be mended.`);
}
