import { countyZone, holderIn, type InBoth, type Language } from '@lookback/kernel';
import { Parts, type Principal, seesOf } from '@lookback/office/desk';
import { streamSheet } from '@lookback/paper/workbook';
import { JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { EntriesAsked, EntriesExported, EntryLine } from './entries.dto.js';
import { words } from '../words/words.js';
import { EntryLines } from './entry-lines.js';
import { EntryReads } from './entry-reads.js';

/** As many as somebody reads in a workbook. */
const linesAtMost = 5_000;
/** Each opens a history: few at once, so that others find a connection in between. */
const linesAtOnce = 50;

/** The columns, each with what it is called and what it says of an entry in a language. */
const columns: readonly (readonly [InBoth, (line: EntryLine, language: Language, titles: Parts['titles']) => string])[] = [
  [{ zh: '位置', en: 'Position' }, ({ position }) => `@${position}`],
  [{ zh: '发生日期', en: 'Day' }, ({ effectiveOn }) => effectiveOn],
  [{ zh: '登记时间', en: 'Recorded at' }, ({ recordedAt }) => clockIn(recordedAt)],
  [{ zh: '对象', en: 'Subject' }, ({ subjectName, subject }) => subjectName ?? subject],
  [{ zh: '地区', en: 'Region' }, ({ regionName }) => regionName ?? ''],
  [{ zh: '类型', en: 'Type' }, ({ type }, language, titles) => titles[type]?.[language] ?? type],
  [{ zh: '事项', en: 'Entry' }, (line, language) => line[language]],
  [
    { zh: '办理人', en: 'Done by' },
    ({ actedBy }, language) => (actedBy && 'member' in actedBy ? actedBy[language] : (actedBy?.name ?? '')),
  ],
  [{ zh: '岗位', en: 'Post' }, (line, language) => postOf(line, language)],
  [{ zh: '单位', en: 'Unit' }, ({ actedBy }) => actedBy?.unitName ?? ''],
  [{ zh: '登记人', en: 'Recorded by' }, ({ recordedBy }, language) => recordedBy[language]],
  [{ zh: '依据', en: 'Authority' }, ({ authority }) => authority?.number ?? ''],
  [{ zh: '状态', en: 'Standing' }, ({ standing }, language) => standings[standing][language]],
];

const standings: Readonly<Record<EntryLine['standing'], InBoth>> = {
  counts: { zh: '有效', en: 'counts' },
  corrected: { zh: '已更正', en: 'corrected' },
  'struck out': { zh: '已撤销', en: 'struck out' },
  'speaks of others': { zh: '关于其他记录', en: 'speaks of others' },
};

/** An instant by the county's clock, to the minute: `2020-06-30 16:00`. */
const clockIn = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: countyZone, dateStyle: 'short', timeStyle: 'short' });

/** Writes what the explorer shows into a workbook. */
@Injectable()
export class EntryWorkbook {
  constructor(
    private readonly reads: EntryReads,
    private readonly query: JournalQuery,
    private readonly lines: EntryLines,
    private readonly parts: Parts,
  ) {}

  /** An .xlsx as it is written, in the reader's language: the newest 5,000 entries that a filter leaves, the newest first. */
  write({ language = 'zh', ...query }: EntriesExported, who: Principal): AsyncGenerator<Uint8Array> {
    const name = { zh: '日志条目', en: 'Entries' }[language];
    return streamSheet({ name, header: columns.map(([called]) => called[language]), rows: this.rows(query, language, who) });
  }

  private async *rows(query: EntriesAsked, language: Language, who: Principal): AsyncGenerator<string[]> {
    const { titles, subjects } = this.parts;
    const listed = await this.query.find(await this.reads.wanted(query), seesOf(who, subjects), { limit: linesAtMost });
    for (let i = 0; i < listed.length; i += linesAtOnce)
      for (const line of await this.lines.load(listed.slice(i, i + linesAtOnce)))
        yield columns.map(([, said]) => said(line, language, titles));
  }
}

function postOf({ actedBy }: EntryLine, language: Language): string {
  const post = holderIn(actedBy ?? undefined)?.post;
  return post ? (words['posts']?.[post]?.[language] ?? post) : '';
}
