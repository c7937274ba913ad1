import type { StreamName } from '@lookback/kernel';
import type { Commit, Entry } from '../event-log.js';
import type { WrittenEntry } from '../stored-entry.js';
import type { Verdict } from './append.query.js';

/** The entries of those commits that were recorded, by stream and as reading gives them. `written` are those of all commits, in order. */
export function appendedAs(
  commits: readonly Commit[],
  written: readonly WrittenEntry[],
  verdicts: ReadonlyMap<StreamName, Verdict>,
): Map<StreamName, Entry[]> {
  const rows = written[Symbol.iterator]();
  const appended = new Map<StreamName, Entry[]>();
  for (const { stream, events, by, key, body } of commits) {
    const verdict = verdicts.get(stream);
    const ours = events.map((event, i) => ({ event, before: events.length - 1 - i, id: (rows.next().value as WrittenEntry).id }));
    if (!verdict || verdict.position === null) continue;
    const { revision, position, recordedAt } = verdict;
    const entries = ours.map(({ event: { type, data }, before, id }) => ({
      ...{ type, data, by, id, revision: revision - before, position: position - before, recordedAt, stream, key, body },
    }));
    appended.set(stream, entries);
  }
  return appended;
}
