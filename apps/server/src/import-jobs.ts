import { type Principal, SubjectAbsent } from '@lookback/office/desk';
import type { Counts, ImportReport } from '@lookback/paper/lists';
import { ConflictException, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { CalendarDate, Language } from '@lookback/kernel';
import { problemDetailsOf } from './http/problem-details.js';
import type { ImportShown } from './http/imports.dto.js';
import { Imports, type ListName } from '@lookback/application/imports';

/** Finished jobs are kept for their refusal workbooks, the newest few: what they took over stands in the log. */
const kept = 8;

interface Job {
  readonly id: string;
  readonly account: string;
  readonly list: ListName;
  readonly dated: CalendarDate;
  readonly dryRun: boolean;
  readonly begunAt: Date;
  readonly stopping: AbortController;
  /** Settles when it has ended, however it did. */
  over: Promise<unknown>;
  progress: Counts;
  report?: ImportReport;
  failure?: unknown;
}

/** Takeovers that came by upload: one at a time in a process, each seen and stopped by the account that began it. */
@Injectable()
export class ImportJobs {
  private readonly jobs = new Map<string, Job>();

  constructor(private readonly imports: Imports) {}

  /** Begins, and answers at once. Refuses while another runs. */
  begin(
    list: ListName,
    bytes: Uint8Array,
    { dated, dryRun = false, language }: { dated: CalendarDate; dryRun?: boolean | undefined; language?: Language | undefined },
    who: Principal,
  ): ImportShown {
    if ([...this.jobs.values()].some((job) => !isOver(job)))
      throw new ConflictException('another list is being taken over; wait until it is done');
    const job: Job = {
      id: randomUUID(),
      account: who.account,
      list,
      dated,
      dryRun,
      begunAt: new Date(),
      stopping: new AbortController(),
      over: Promise.resolve(),
      progress: { rows: 0, done: 0, subjects: null },
    };
    this.jobs.set(job.id, job);
    for (const old of [...this.jobs.keys()].slice(0, -kept)) this.jobs.delete(old);
    const onProgress = (progress: Counts) => (job.progress = progress);
    job.over = this.imports[list](bytes, { who, dated, dryRun, language, onProgress, signal: job.stopping.signal }).then(
      (report: ImportReport) => (job.report = report),
      (failure: unknown) => (job.failure = failure),
    );
    return shown(job);
  }

  /** The newest first. */
  mine({ account }: Principal): ImportShown[] {
    return [...this.jobs.values()]
      .filter((job) => job.account === account)
      .map(shown)
      .reverse();
  }

  show(id: string, who: Principal): ImportShown {
    return shown(this.job(id, who));
  }

  /** Ends after the batch in hand: no household is half taken over. */
  stop(id: string, who: Principal): ImportShown {
    const job = this.job(id, who);
    job.stopping.abort();
    return shown(job);
  }

  refused(id: string, who: Principal): Uint8Array {
    const { report } = this.job(id, who);
    if (!report?.refusedWorkbook) throw new SubjectAbsent('refusal workbook', id);
    return report.refusedWorkbook;
  }

  /** Before the server stops: ends what runs after the batch in hand, and settles when it has. */
  async stopAll(): Promise<void> {
    for (const job of this.jobs.values()) job.stopping.abort();
    await Promise.all([...this.jobs.values()].map(({ over }) => over));
  }

  private job(id: string, { account }: Principal): Job {
    const job = this.jobs.get(id);
    if (job?.account !== account) throw new SubjectAbsent('import', id);
    return job;
  }
}

const isOver = ({ report, failure }: Job) => report !== undefined || failure !== undefined;

function shown({ id, list, dated, dryRun, begunAt, progress, report, failure }: Job): ImportShown {
  const { refusedWorkbook, ...counts } = report ?? {};
  const state = failure ? 'failed' : !report ? 'running' : report.stopped ? 'stopped' : 'done';
  return {
    id,
    list,
    dated,
    dryRun,
    begunAt: begunAt.toISOString(),
    state,
    progress,
    report: report ? (counts as Omit<ImportReport, 'refusedWorkbook'>) : null,
    problem: failure ? problemDetailsOf(failure) : null,
    hasRefused: refusedWorkbook !== undefined,
  };
}
