import { type CalendarDate, isCalendarDate } from '@lookback/kernel';
import { Clock } from '@lookback/office/desk';
import type { Counts, RosterReport } from '@lookback/paper/lists';
import { readFile, writeFile } from 'node:fs/promises';
import { Imports } from '../../../server/src/imports.js';
import { FoundWanting, WrongUsage } from '../finish.js';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson, progress, say } from '../say.js';
import { stoppable } from '../stoppable.js';

interface Options {
  readonly dated?: string;
  readonly dryRun?: boolean;
  readonly refused?: string;
  readonly json?: boolean;
}

/** Takes the national registry's export over, and waits until the read models have it. */
export const importRosterVerb = (path: string, { dated, dryRun = false, refused, json = false }: Options): Promise<void> =>
  inProcess(async (inside) => {
    const bytes = await readFile(path);
    const who = await whoActs(inside);
    await inside.system.projector.start();
    const report = await stoppable((signal) =>
      inside.app.get(Imports).roster(bytes, { who, dated: dayOf(dated ?? inside.app.get(Clock).today()), dryRun, onProgress, signal }),
    );
    if (report.refusedWorkbook && refused !== undefined) await writeFile(refused, report.refusedWorkbook, { mode: 0o600 });
    const { refusedWorkbook: _workbook, ...told } = report;
    const counts = { ...told, seconds: Math.round(performance.now()) / 1000 }; // since the process started
    if (json) answerJson(counts);
    else tell(counts, refused);
    if (report.refused > 0) throw new FoundWanting(`${report.refused} households were refused`);
    if (report.stopped) throw new FoundWanting('Stopped; run it again to take the rest over.');
  });

function dayOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new WrongUsage(`--dated is "${text}"; it must be a day that exists, such as 2018-12-31`);
  return text;
}

const onProgress = ({ rows, done, subjects }: Counts): void =>
  progress(subjects === null ? `read ${rows} rows` : `${done} of ${subjects} households`);

function tell(report: Omit<RosterReport, 'refusedWorkbook'>, refused: string | undefined): void {
  progress('');
  const { rows, households, people, accepted, alreadyThere, differing, duplicates, entries, seconds } = report;
  answer(
    `${rows} rows: ${households} households, ${people} people; ${accepted} accepted, ${report.refused} refused, ${alreadyThere} already there, ` +
      `${differing} differing, ${duplicates} numbers in two households; ${entries} entries in ${seconds} s`,
  );
  for (const { row, column, value, en, zh } of report.faults.slice(0, 20)) say(`row ${row}  ${column} "${value}": ${en} ${zh}`);
  if (report.refused > 0 && refused === undefined)
    say('Give --refused FILE to get the refused households as a workbook that can be mended.');
}
