import type { CalendarDate, Level, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { PeopleAnswer, CancelNumber, ClassCode, Priority, ProblemNumber, ProblemStatus, SourceCode } from './rectification.codes.js';

/** A line of the ledger as it is asked for; what depends on the day is left to the asker. */
export interface ProblemListed {
  readonly stream: string;
  readonly number: ProblemNumber;
  /** Of whom it concerns, if the registry gave one. */
  readonly subjectNumber: string | null;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
  readonly status: ProblemStatus;
  readonly class: ClassCode;
  readonly source: SourceCode;
  readonly level: Level | null;
  readonly priority: Priority;
  readonly foundOn: CalendarDate;
  /** The day of which class and source were said: of the finding, or of the list that brought it. */
  readonly codedOn: CalendarDate;
  readonly leader: PersonId | null;
  readonly unit: UnitId | null;
  readonly staff: PersonId | null;
  readonly handedOverOn: CalendarDate | null;
  /** Of who handed over. */
  readonly handedOverLevel: Level | null;
  readonly dueOn: CalendarDate | null;
  /** From which that limit holds; null where it is only stated by a list. */
  readonly limitSetOn: CalendarDate | null;
  readonly extensions: number;
  readonly acceptedOn: CalendarDate | null;
  readonly reportedOn: CalendarDate | null;
  readonly reportedBy: PersonId | null;
  readonly verifiedOn: CalendarDate | null;
  readonly peopleAnswer: PeopleAnswer | null;
  readonly cancelledOn: CalendarDate | null;
  readonly cancelNumber: CancelNumber | null;
  readonly relapses: number;
  /** The last step of the ladder that was sent for this limit. */
  readonly lastStep: number | null;
  readonly takenOver: boolean;
}

const plain = ['leader', 'unit', 'staff', 'extensions', 'relapses'] as const;
const days = [
  'foundOn',
  'codedOn',
  'handedOverOn',
  'dueOn',
  'limitSetOn',
  'acceptedOn',
  'reportedOn',
  'verifiedOn',
  'cancelledOn',
] as const;
const others = ['subjectNumber', 'handedOverLevel', 'reportedBy', 'peopleAnswer', 'cancelNumber', 'lastStep', 'takenOver'] as const;
const named = (property: string) => property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** A line, as SQL over a row `p`. */
export const lineOfRow = [
  'p.stream, p.number, p.county, p.township, p.village, p.status, p.class, p.source, p.level, p.priority',
  ...plain.map((property) => `p.${property}`),
  ...others.map((property) => `p.${named(property)} AS "${property}"`),
  ...days.map((property) => `p.${named(property)}::text AS "${property}"`),
].join(', ');
