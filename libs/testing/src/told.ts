import type {
  AccountId,
  Attribution,
  CalendarDate,
  CommandContext,
  Code,
  EntryId,
  EventOf,
  Holder,
  Level,
  PersonId,
  Recorded,
  Recorder,
  Attributed,
  UnitId,
} from '@lookback/kernel';
import { streamName } from '@lookback/kernel';
import { fixedDay } from './fixed-clock.js';

const holder = (person: string, post: string, unit: string, level: Level): Holder => ({
  person: person as PersonId,
  post: post as Code<'post'>,
  unit: unit as UnitId,
  level,
});

/** Four people of four units, one a level, none of whom checks themselves. */
export const villageOfficer = holder('p-village', 'information-officer', 'u-village', 'village');
export const townshipCadre = holder('p-township', 'cadre', 'u-township', 'township');
export const countyOffice = holder('p-county', 'office-head', 'u-county-office', 'county');
export const inspector = holder('p-inspector', 'inspector', 'u-inspection', 'city');

/** The account of a person, with their post. */
export const accountOf = (who: Holder): Recorder => ({ ...who, account: `account-${who.person}` as AccountId });

/** Attribution of what somebody does and types in themselves, on the fixed day unless said otherwise. */
export const attributionOf = (who: Holder, otherwise: Partial<Attribution> = {}): Attribution => ({
  effectiveOn: fixedDay,
  mode: 'act',
  actedBy: who,
  recordedBy: accountOf(who),
  reads: [],
  evidence: [],
  breaches: [],
  ...otherwise,
});

/** The same event, told by somebody: `by(townshipCadre, homeVisited({ … }), { effectiveOn: '2020-03-01' })`. */
export const by = <Event extends EventOf>(who: Holder, event: Event, otherwise: Partial<Attribution> = {}): Attributed<Event> => ({
  ...event,
  by: attributionOf(who, otherwise),
});

/** What a decision knows when somebody asks; today is the fixed day, even where the command takes effect on another. */
export const circumstancesOf = (who: Holder, otherwise: Partial<CommandContext> = {}): CommandContext => ({
  ...attributionOf(who),
  today: fixedDay,
  standards: {},
  subject: streamName('household', '1'),
  newId: (name) => `new-${name}`,
  ...otherwise,
});

/** The nth entry (from 0) of a stream that has a log to itself. */
export const recordedAs = <Event extends EventOf>(told: Attributed<Event>, nth: number): Recorded<Event> => ({
  ...told,
  id: `entry-${nth + 1}` as EntryId,
  revision: nth + 1,
  position: nth + 1,
  recordedAt: new Date(`${told.by.effectiveOn satisfies CalendarDate}T04:00:00Z`),
});
