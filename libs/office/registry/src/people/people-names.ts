import { type Erased, erased, type PersonId, type RegionCode } from '@lookback/kernel';
import { plainPhone } from '../alike.js';
import { namesFromLog, type NamesLog } from '../names-from-log.js';
import { personChapter } from './person.decider.js';

/** What officials are called, for those who may see it: the name, or `erased`. An id that is not on record is left out. */
export const peopleNames = (log: NamesLog, ids: readonly PersonId[]): Promise<Map<PersonId, string | Erased>> =>
  namesFromLog(log, 'person', ids, personChapter, ({ name }) => name.value);

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
export const peopleKnown = (log: NamesLog, ids: readonly PersonId[]): Promise<Map<PersonId, PersonKnown>> =>
  namesFromLog(log, 'person', ids, personChapter, ({ name, phone, region }) => ({
    name: name.value,
    region,
    phoneEnd: phone === null || phone.value === erased ? null : plainPhone(phone.value).slice(-digitsShown),
  }));
