import { holderIn } from '@lookback/kernel';
import { Parts, type Principal, seesOf } from '@lookback/office/desk';
import { streamSheet } from '@lookback/paper/workbook';
import { JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { EntriesAsked, EntryLine } from './entries.dto.js';
import { words } from '../words/words.js';
import { EntryLines } from './entry-lines.js';
import { EntryReads } from './entry-reads.js';

/** As many as somebody reads in a workbook. */
const linesAtMost = 5_000;
/** Each opens a history: few at once, so that others find a connection in between. */
const linesAtOnce = 50;

const header = [
  '位置',
  '发生日期',
  '登记时间',
  '对象',
  '地区',
  '事项',
  'Entry',
  '类型',
  '办理人',
  '岗位',
  '单位',
  '登记人',
  '依据',
  '状态',
];

/** Writes what the explorer shows into a workbook. */
@Injectable()
export class EntryWorkbook {
  constructor(
    private readonly reads: EntryReads,
    private readonly query: JournalQuery,
    private readonly lines: EntryLines,
    private readonly parts: Parts,
  ) {}

  /** An .xlsx as it is written: the newest 5,000 entries that a filter leaves, the newest first. */
  write(query: EntriesAsked, who: Principal): AsyncGenerator<Uint8Array> {
    return streamSheet({ name: '日志条目', header, rows: this.rows(query, who) });
  }

  private async *rows(query: EntriesAsked, who: Principal): AsyncGenerator<string[]> {
    const listed = await this.query.find(await this.reads.wanted(query), seesOf(who, this.parts.subjects), { limit: linesAtMost });
    for (let i = 0; i < listed.length; i += linesAtOnce) yield* (await this.lines.load(listed.slice(i, i + linesAtOnce))).map(cellsOf);
  }
}

const cellsOf = (line: EntryLine): string[] => [
  ...[`@${line.position}`, line.effectiveOn, line.recordedAt, line.subjectName ?? line.subject, line.regionName ?? ''],
  ...[line.zh, line.en, line.type, doerOf(line), postOf(line), line.actedBy?.unitName ?? ''],
  ...[line.recordedBy.zh, line.authority?.number ?? '', line.standing],
];

const doerOf = ({ actedBy }: EntryLine): string => (actedBy && 'member' in actedBy ? actedBy.zh : (actedBy?.name ?? ''));
const postOf = ({ actedBy }: EntryLine): string => {
  const post = holderIn(actedBy ?? undefined)?.post;
  return post ? (words['posts']?.[post]?.zh ?? post) : '';
};
