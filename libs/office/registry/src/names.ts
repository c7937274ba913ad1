import type { EventLog } from '@lookback/log/event-log';
import {
  asOf,
  type Chapter,
  type Erased,
  erased,
  type EventOf,
  everything,
  type PersonId,
  type RegionCode,
  streamName,
  type UnitId,
} from '@lookback/kernel';
import { personChapter } from './person.decider.js';
import { plainPhone } from './alike.js';
import type { UnitName } from './public-name.js';
import { unitChapter } from './unit.decider.js';

type Log = Pick<EventLog, 'readStreams'>;

/** What officials are called, for those who may see it: the name, or `erased`. An id that is not on record is left out. */
export const peopleNames = (log: Log, ids: readonly PersonId[]): Promise<Map<PersonId, string | Erased>> =>
  namesOf(log, 'person', ids, personChapter, ({ name }) => name.value);

/** An official by name and the last digits of the telephone number, for those who may see them. */
export interface PersonKnown {
  readonly name: string | Erased;
  /** Where the person serves. */
  readonly region: RegionCode;
  /** Null where none is on record, or it is erased. */
  readonly phoneEnd: string | null;
}

const digitsShown = 4;

/** Who officials are. An id that is not on record is left out. */
export const peopleKnown = (log: Log, ids: readonly PersonId[]): Promise<Map<PersonId, PersonKnown>> =>
  namesOf(log, 'person', ids, personChapter, ({ name, phone, region }) => ({
    name: name.value,
    region,
    phoneEnd: phone === null || phone.value === erased ? null : plainPhone(phone.value).slice(-digitsShown),
  }));

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
