import { everyRight, Parts, type Principal, seesOf, Unusable } from '@lookback/office/desk';
import { EventLog } from '@lookback/log/event-log';
import { type EntriesWanted, type FacetCount, facets, JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { EntriesAsked, EntriesPage, EntriesPageAsked, EntryFacets, FacetValue } from './entries.dto.js';
import { EntryLines } from './entry-lines.js';
import { FacetWords } from './facet-words.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** Accounts that read cases read their entries; those that administer and look on read the office's. */
export const entryReaders = everyRight.filter((right) => right !== 'standards' && right !== 'statistics');
const linesUnlessSaid = 50;
const countedAmong = 50_000;
const valuesOfFacet = 30;

/** Answers what the explorer asks: which entries there are from the read model, what they say from the log. */
@Injectable()
export class EntryReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: JournalQuery,
    private readonly lines: EntryLines,
    private readonly words: FacetWords,
    private readonly readModelPosition: ReadModelPosition,
    private readonly parts: Parts,
  ) {}

  async page({ before, after, limit = linesUnlessSaid, ...query }: EntriesPageAsked, who: Principal): Promise<EntriesPage> {
    const position = await this.readModelPosition.position();
    const found = await this.query.find(await this.wanted(query), seesOf(who, this.parts.subjects), { before, after, limit: limit + 1 });
    const more = found.length > limit;
    const page = found.slice(0, limit);
    if (after !== undefined) page.reverse();
    const [first, last] = [page.at(0)?.position ?? null, page.at(-1)?.position ?? null];
    const entries = await this.lines.whole(page);
    return {
      position,
      entries,
      leftOut: page.length - entries.length,
      older: after === undefined && !more ? null : last,
      newer: after === undefined ? (before === undefined ? null : first) : more ? first : null,
    };
  }

  async facets(query: EntriesAsked, who: Principal): Promise<EntryFacets> {
    const position = await this.readModelPosition.position();
    const { counted, counts } = await this.query.facets(await this.wanted(query), seesOf(who, this.parts.subjects), {
      among: countedAmong + 1,
      values: valuesOfFacet,
    });
    const wordOf = await this.words.load(counts);
    const valuesOf = (facet: FacetCount['facet']): FacetValue[] =>
      counts.filter((count) => count.facet === facet).map(({ key, entries }) => ({ key, ...wordOf(facet, key), entries }));
    return {
      position,
      counted: Math.min(counted, countedAmong),
      complete: counted <= countedAmong,
      facets: facets.map((facet) => ({ facet, values: valuesOf(facet) })),
    };
  }

  /** Days of recording are positions: whatever was recorded by then. */
  async wanted({ upTo, recordedFrom, recordedTo, late, reversed, ...query }: EntriesAsked): Promise<EntriesWanted> {
    this.mustBeKind(query.kind);
    const ends = recordedTo === undefined ? [] : [await this.log.positionAt(new Date(`${recordedTo}T23:59:59.999+08:00`))];
    const known = [...ends, ...(upTo === undefined ? [] : [upTo])];
    return {
      ...query,
      ...(recordedFrom !== undefined && {
        recordedAfter: await this.log.positionAt(new Date(Date.parse(`${recordedFrom}T00:00:00+08:00`) - 1)),
      }),
      ...(known.length > 0 && { recordedUpTo: Math.min(...known) }),
      ...(late && { late: true }),
      ...(reversed && { reversed: true }),
    };
  }

  private mustBeKind(kind: string | undefined): void {
    if (kind === undefined || this.parts.of(kind)) return;
    const kinds = Object.keys(this.parts.kinds);
    throw new Unusable('kind', { en: `must be one of ${kinds.join(', ')}`, zh: `应为以下之一：${kinds.join('、')}` });
  }
}
