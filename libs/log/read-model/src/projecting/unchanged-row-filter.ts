import type { StreamName } from '@lookback/kernel';
import { LRUCache } from 'lru-cache';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../storage/change.js';
import type { Table } from '../storage/table.js';

/** Of how many streams it is known what a table shows. */
const mostKnown = 20_000;

/** What tables show of the streams that were written last, so that what stays as it is need not be written again. */
export class UnchangedRowFilter {
  private readonly known = new Map<Table, LRUCache<StreamName, readonly object[]>>();

  /** The change without the rows that stand already. To be told of every change, in order. */
  apply(change: Change): Change {
    return { ...change, writes: change.writes.filter(({ table, rows }) => this.isNew(table, change.stream, rows)) };
  }

  private isNew(table: Table, stream: StreamName, rows: readonly object[]): boolean {
    const streams = this.known.get(table) ?? new LRUCache<StreamName, readonly object[]>({ max: mostKnown });
    this.known.set(table, streams);
    const before = streams.get(stream);
    if (before !== undefined && isSame(before, rows)) return false;
    streams.set(stream, rows);
    return true;
  }
}

/** Most tables show nothing of most streams. */
const isSame = (before: readonly object[], rows: readonly object[]): boolean =>
  before.length === rows.length && (rows.length === 0 || isDeepStrictEqual(before, rows));
