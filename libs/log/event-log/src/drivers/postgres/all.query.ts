import { escapeLiteral } from 'pg';
import type { StoredEntry } from '../../port/stored-entry.js';
import { copyOut, entryFields, type CopySource } from './copy-out.js';

interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
  readonly types?: readonly string[] | undefined;
}

/** The next entries after a position, up to another, in order; of some types only where these are given. */
export async function entriesAfter(source: CopySource, range: Range): Promise<StoredEntry[]> {
  return range.after >= range.upTo ? [] : entriesWhere(source, wanted(range));
}

/**
 * Positions have no gaps, so a range of them needs no limit: a batch is a whole COPY, and no transaction stays open while it is read.
 * Of a seldom type the summary of types knows where it stands.
 */
export const wanted = ({ after, upTo, limit, types }: Range): string => {
  const positions = (last: number) => `e.position > ${String(after)} AND e.position <= ${String(last)}`;
  if (!types) return `${positions(Math.min(upTo, after + limit))} ORDER BY e.position`;
  return `${positions(upTo)} AND e.type = ANY(ARRAY[${types.map((type) => escapeLiteral(type)).join()}]::text[]) ORDER BY e.position LIMIT ${String(limit)}`;
};

/** Those that there are of some positions, in no order; the planner looks into no partition but theirs. */
export async function entriesAmong(source: CopySource, positions: readonly number[]): Promise<StoredEntry[]> {
  return positions.length === 0 ? [] : entriesWhere(source, `e.position = ANY ('{${positions.join()}}'::bigint[])`);
}

/** The entries, as `e`, that a condition leaves, in the order that it asks for. */
export async function entriesWhere(source: CopySource, whereAndOrder: string): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  await copyOut(source, `SELECT ${entryFields} FROM log.entry e WHERE ${whereAndOrder}`, (row) => {
    const entry = row.entry(source);
    if (entry) entries.push(entry);
  });
  return entries;
}
