import type { CalendarDate, Digest, Hands, Level, PersonId, Sealed, UnitId } from '@lookback/kernel';
import type {
  PeopleAnswer,
  CancelNumber,
  ClassCode,
  Duties,
  HouseholdId,
  ListNumber,
  Priority,
  ProblemNumber,
  ProblemStatus,
  SourceCode,
} from './rectification.codes.js';

/** Every problem of one subject, by number, in the order in which they came on record. */
export type Rectification = ReadonlyMap<ProblemNumber, Problem>;

/** What rectification must know of its subject; the subject that composes it answers. */
export interface RectificationView {
  readonly onRecord: boolean;
  readonly problems: Rectification;
}

/** Where a problem stands in a list that brought it. */
export interface ListPlace {
  readonly file: Digest;
  readonly sheet: number;
  readonly row: number;
  /** 序号, where it has one: a number of that list alone. */
  readonly number: ListNumber | null;
}

export interface Problem {
  readonly number: ProblemNumber;
  readonly status: ProblemStatus;
  readonly class: ClassCode;
  readonly source: SourceCode;
  /** Null where a list does not say. */
  readonly level: Level | null;
  readonly words: Sealed<string>;
  /** What each relapse showed. */
  readonly foundAgain: readonly Sealed<string>[];
  readonly affects: readonly HouseholdId[];
  readonly foundOn: CalendarDate;
  readonly priority: Priority;
  readonly duties: StatedDuties;
  readonly measure: Sealed<string> | null;
  /** The limit that holds now. */
  readonly dueOn: CalendarDate | null;
  /** The newest hand-over and what followed it; null while the office has not handed it over here. */
  readonly round: Round | null;
  readonly measuresTaken: number;
  readonly cancelledOn: CalendarDate | null;
  readonly cancelNumber: CancelNumber | null;
  /** How often its cancelled number was found again. */
  readonly relapses: number;
  /** The date of the list that brought it; null where it was found here. */
  readonly takenOverOn: CalendarDate | null;
  /** Where that list has it. */
  readonly list: ListPlace | null;
}

/** The day of which a problem's class and source were said: their words are those of the lists of that day. */
export const codedOn = ({ takenOverOn, foundOn }: Pick<Problem, 'takenOverOn' | 'foundOn'>): CalendarDate => takenOverOn ?? foundOn;

/** Who has the duty; open where a list does not say, or before the hand-over. */
export type StatedDuties = { readonly [Duty in keyof Duties]: Duties[Duty] | null };

export interface Round {
  readonly handedOverOn: CalendarDate;
  /** Who handed over; null where a process did. */
  readonly level: Level | null;
  readonly unit: UnitId;
  /** The day from which the limit holds that holds now. */
  readonly limitSetOn: CalendarDate;
  readonly acceptedOn: CalendarDate | null;
  readonly extensions: number;
  readonly report: Report | null;
  readonly verifiedOn: CalendarDate | null;
  /** What the people answered about the newest report. */
  readonly people: { readonly answer: PeopleAnswer; readonly on: CalendarDate } | null;
  /** Steps of the ladder sent for the limit that holds now, with the last day on which one was. */
  readonly reminded: { readonly steps: readonly number[]; readonly lastOn: CalendarDate | null };
}

export interface Report {
  readonly on: CalendarDate;
  readonly by: PersonId | null;
  readonly hands: Hands;
}

/** The problems that are not struck off: none may be left before an exit. */
export const openProblems = (problems: Rectification): Problem[] => [...problems.values()].filter(({ status }) => status !== 'cancelled');
