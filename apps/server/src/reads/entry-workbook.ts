import type { SignedIn } from '@lookback/office/desk';
import { writeSheet } from '@lookback/paper/workbook';
import { JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { EntriesAsked, EntryLine } from '../http/entries.dto.js';
import { words } from '../words.js';
import { EntryLines } from './entry-lines.js';
import { EntryReads, seesOf } from './entry-reads.js';

/** As many as somebody reads in a workbook. */
const linesAtMost = 5_000;
const linesAtOnce = 500;

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
  ) {}

  /** The newest 5,000 entries that a filter leaves, the newest first. */
  async of(asked: EntriesAsked, who: SignedIn): Promise<Uint8Array> {
    const listed = await this.query.find(await this.reads.wanted(asked), seesOf(who), { limit: linesAtMost });
    const rows: string[][] = [];
    for (let i = 0; i < listed.length; i += linesAtOnce) rows.push(...(await this.lines.of(listed.slice(i, i + linesAtOnce))).map(cellsOf));
    return writeSheet({ name: '日志条目', header, rows });
  }
}

const cellsOf = (line: EntryLine): string[] => [
  ...[`@${line.position}`, line.effectiveOn, line.recordedAt, line.subjectName ?? line.subject, line.regionName ?? ''],
  ...[line.zh, line.en, line.type, line.actedBy?.name ?? '', postOf(line), line.actedBy?.unitName ?? ''],
  ...[line.recordedBy.zh, line.authority?.number ?? '', line.standing],
];

const postOf = ({ actedBy }: EntryLine): string => (actedBy ? (words['posts']?.[actedBy.post]?.zh ?? actedBy.post) : '');
