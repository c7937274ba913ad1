import type { EventOf } from '@lookback/kernel';
import type { Appended, Commit } from '../../port/event-log.js';
import type { WrittenEntry } from '../../port/stored-entry.js';
import type { Verdict } from './append.query.js';

/** What became of a commit that was recorded, its entries as reading gives them; undefined where its stream had moved. */
export function appendedAs(
  { stream, events, by, key, body }: Commit,
  written: readonly WrittenEntry[],
  verdict: Verdict,
): Required<Appended> | undefined {
  if (verdict.position === null) return undefined;
  const { revision, position, recordedAt } = verdict;
  const entries = written.map(({ id, revision: own }, i) => {
    const { type, data } = events[i] as EventOf;
    return { type, data, by, id, revision: own, position: position - (revision - own), recordedAt, stream, key, body };
  });
  return { revision, position, entries };
}
