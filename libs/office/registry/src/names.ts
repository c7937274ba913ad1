import type { EventLog } from '@lookback/log/event-log';
import { asOf, type Chapter, type Erased, type EventOf, everything, type PersonId, streamName, type UnitId } from '@lookback/kernel';
import { personChapter } from './person.decider.js';
import type { UnitName } from './public-name.js';
import { unitChapter } from './unit.decider.js';

type Log = Pick<EventLog, 'readStreams'>;

/** What officials are called, for those who may see it: the name, or `erased`. An id that is not on record is left out. */
export const peopleNames = (log: Log, ids: readonly PersonId[]): Promise<Map<PersonId, string | Erased>> =>
  namesOf(log, 'person', ids, personChapter, ({ name }) => name.value);

/** What units are called. An id that is not on record is left out. */
export const unitNames = (log: Log, ids: readonly UnitId[]): Promise<Map<UnitId, UnitName>> =>
  namesOf(log, 'unit', ids, unitChapter, ({ name }) => name);

async function namesOf<Id extends string, State, Event extends EventOf, Name>(
  log: Log,
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
