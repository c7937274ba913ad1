import type { EventLog } from '@lookback/log/event-log';
import { asOf, type Chapter, type EventOf, everything, streamName } from '@lookback/kernel';

export type NamesLog = Pick<EventLog, 'readStreams'>;

/** What is read of the subjects of a kind from their streams; an id that is not on record is left out. */
export async function namesFromLog<Id extends string, State, Event extends EventOf, Name>(
  log: NamesLog,
  kind: string,
  ids: readonly Id[],
  chapter: Chapter<State | null, Event>,
  nameOf: (state: State) => Name,
): Promise<Map<Id, Name>> {
  const apart = [...new Set(ids)];
  const histories = await log.readStreams(apart.map((id) => streamName(kind, id)));
  return new Map(
    apart.flatMap((id, i) => {
      const { state } = asOf(chapter, histories[i] ?? [], everything);
      return state === null ? [] : [[id, nameOf(state)] as const];
    }),
  );
}
