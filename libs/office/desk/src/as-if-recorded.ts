import type { Chapter, CommandContext, EntryId, EventOf, History, InapplicableEntry, Recorded } from '@lookback/kernel';

/** Events as they would stand at the end of a history; their ids are `new-` and their place in it. */
export const asIfRecorded = (events: readonly EventOf[], { revision, last }: History, by: CommandContext): Recorded[] =>
  events.map((event, i) => ({
    ...event,
    by,
    id: `new-${revision + i + 1}` as EntryId,
    revision: revision + i + 1,
    position: (last?.position ?? 0) + i + 1,
    recordedAt: last?.recordedAt ?? new Date(0),
  }));

/** The entries that do not fit after something more was recorded, and did before. */
export function newlyInapplicable(chapter: Chapter<unknown, EventOf>, before: History, after: History): InapplicableEntry[] {
  const already = new Set(before.folded(chapter).inapplicable.map(({ entry }) => entry));
  return after.folded(chapter).inapplicable.filter(({ entry }) => !already.has(entry));
}
