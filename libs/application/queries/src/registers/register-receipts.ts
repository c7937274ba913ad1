import { daysBetween } from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import { type Asks, RegisterQuery, type RowFound } from '@lookback/log/read-model';
import { isSubjectSeen, type MountedRegister, type Principal, seesOf } from '@lookback/office/desk';
import { recordedOn } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { EntryLines } from '../entries/entry-lines.js';
import type { EntryLine } from '../entries/entries.dto.js';
import type { AskedParameters } from './parameters.js';
import { cursorText } from './list-cursor.js';
import { mustBeOf, RegisterReads } from './register-reads.js';
import { RegisterQuestions } from './register-questions.js';
import type { RegisterReceipts } from './registers.dto.js';
import { marksOf, RowLines } from './row-lines.js';

/** Each opens a history: fewer than rows of a list. */
const mostTold = 100;

/** Answers what a figure rests on: its rows, each with the entry that set what was counted. */
@Injectable()
export class RegisterReceiptReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: RegisterQuery,
    private readonly questions: RegisterQuestions,
    private readonly reads: RegisterReads,
    private readonly lines: RowLines,
    private readonly entries: EntryLines,
  ) {}

  async receipts(name: string, { order: _order, ...typed }: AskedParameters, who: Principal): Promise<RegisterReceipts> {
    const question = await this.questions.listed(name, { ...typed, order: '', limit: typed['limit'] ?? '20' }, who);
    const { mounted, rows, by, after, point } = question;
    const limit = Math.min(question.asked.limit, mostTold);
    const { found, ...at } = await this.query.page({ ...rows, columns: by, order: [], after: after?.after, limit: limit + 1, marks: [...marksOf(who, mounted), mayRead(who, mounted)] }); // prettier-ignore
    mustBeOf(at.version, after);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1)?.cursor : undefined;
    const total = await this.query.counts({ ...rows, position: at.position, by: [], sums: [] });
    const lines = await this.lines.load(mounted.register, page, { columns: by, wanted: by, day: point.day, position: at.position });
    const told = await this.told(page);
    return {
      ...(await this.reads.reflected(question, at)),
      total: total.found.at(-1)?.rows ?? 0,
      rows: lines.map((line) => ({ ...line, entry: told.get(line.setBy) ?? null })),
      next: last ? cursorText({ ...at, day: point.day, order: '', after: last }) : null,
    };
  }

  /** By position; only of subjects that the account may read. */
  private async told(page: readonly RowFound[]): Promise<ReadonlyMap<number, EntryLine>> {
    const positions = page.flatMap(({ setBy, marks }) => (marks[2] ? [setBy] : []));
    const entries = await this.log.entriesAt([...new Set(positions)]);
    const lines = await this.entries.whole(
      entries.map((entry) => ({ ...entry, region: null, isFormer: false, daysUntilRecorded: daysLate(entry) })),
    );
    return new Map(lines.map((line) => [line.position, line]));
  }
}

/** Whether what was recorded of a row's subject may be read. */
function mayRead(who: Principal, { subjects }: MountedRegister): Asks {
  const sees = seesOf(who, subjects);
  return (row) => isSubjectSeen(row, sees);
}

const daysLate = (entry: Entry): number => daysBetween(entry.by.effectiveOn, recordedOn(entry));
