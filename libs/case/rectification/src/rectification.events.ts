import { type CalendarDate, type Digest, event, type EventIn, type Level, type PersonId, says, type Sealed } from '@lookback/kernel';
import type { UnitId } from '@lookback/kernel';
import type {
  PeopleAnswer,
  CancelNumber,
  ClassCode,
  Duties,
  HouseholdId,
  ListNumber,
  PeopleKind,
  Priority,
  ProblemNumber,
  SourceCode,
  StatedStatus,
} from './rectification.codes.js';

/** Somebody found something wrong, and named the point, the thing and the person. */
export const problemFound = event(
  'ProblemFound',
  { procedure: 'rectification', key: 'number' },
  says<{
    number: ProblemNumber;
    source: SourceCode;
    class: ClassCode;
    /** That found it: who typed it in may be of another. */
    level: Level;
    words: Sealed<string>;
    /** Households that a problem of a village or a project touches. */
    affects: readonly HouseholdId[];
  }>(),
);

/** A list brought a problem, as it stood there: an opening balance, and no proof that a gate was passed. */
export const problemTakenOver = event(
  'ProblemTakenOver',
  { procedure: 'rectification', key: 'number' },
  says<{
    number: ProblemNumber;
    /** Where it stood, and under which number of that list. */
    list: { readonly file: Digest; readonly sheet: number; readonly row: number; readonly number: ListNumber | null };
    status: StatedStatus;
    source: SourceCode;
    class: ClassCode;
    words: Sealed<string>;
    measure: Sealed<string> | null;
    leader: PersonId | null;
    unit: UnitId | null;
    staff: PersonId | null;
    /** The dates of its row. */
    foundOn: CalendarDate;
    dueOn: CalendarDate | null;
    cancelledOn: CalendarDate | null;
    cancelNumber: CancelNumber | null;
    /** Cells whose text was changed to be understood, by column. */
    asWritten: Sealed<Readonly<Record<string, string>>> | null;
  }>(),
);

/** The office gave the problem to a leader, a unit and a person, with a measure and a limit. */
export const problemHandedOver = event(
  'ProblemHandedOver',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; responsible: Duties; measure: Sealed<string>; dueOn: CalendarDate }>(),
);

/** The responsible unit took it on. */
export const handoverAccepted = event(
  'HandoverAccepted',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber }>(),
);

/** The responsible unit said that it is not its own, and why. */
export const handoverDisputed = event(
  'HandoverDisputed',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; reason: Sealed<string> }>(),
);

/** The office said how pressing it is. */
export const problemPrioritised = event(
  'ProblemPrioritised',
  { fact: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; priority: Priority }>(),
);

/** The responsible unit did something about it. */
export const measureTaken = event(
  'MeasureTaken',
  { fact: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; done: Sealed<string> }>(),
);

/** A level above gave more time. */
export const extensionGranted = event(
  'ExtensionGranted',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; dueOn: CalendarDate; reason: Sealed<string> }>(),
);

/** The responsible unit said that it is put right, and how. */
export const rectificationReported = event(
  'RectificationReported',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; done: Sealed<string> }>(),
);

/** Somebody else looked, and it is in place. */
export const rectificationVerified = event(
  'RectificationVerified',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; onSite: boolean }>(),
);

/** Somebody else looked, and it is not in place. */
export const rectificationReturned = event(
  'RectificationReturned',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; onSite: boolean; reason: Sealed<string> }>(),
);

/** Those whom it concerns were asked what they think of the result. */
export const peopleAsked = event(
  'PeopleAsked',
  { fact: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; who: PeopleKind; answer: PeopleAnswer; reason: Sealed<string> | null }>(),
);

/** The four "not let go" hold: the number is struck off. What the decision rests on beside the history is said with it. */
export const numberCancelled = event(
  'NumberCancelled',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; cancelNumber: CancelNumber; identified: boolean; meetsRequirement: boolean }>(),
);

/** It was found again: the same number lives on, and accountability in full follows. */
export const numberReopened = event(
  'NumberReopened',
  { procedure: 'rectification', key: 'problem' },
  says<{ problem: ProblemNumber; words: Sealed<string> }>(),
);

/** The clock reminded those who have the duty. */
export const reminderSent = event(
  'ReminderSent',
  { fact: 'rectification', key: 'problem' },
  says<{
    problem: ProblemNumber;
    /** Days before the limit; negative after it. */
    step: number;
    /** The limit that it reminded of. */
    dueOn: CalendarDate;
    to: readonly PersonId[];
  }>(),
);

export type RectificationEvent = EventIn<typeof import('./rectification.events.js')>;
