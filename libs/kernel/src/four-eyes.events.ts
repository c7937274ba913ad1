import type { Authority, Level } from './attribution.js';
import type { CalendarDate } from './calendar-date.js';
import { event, says, type EventIn } from './event.js';
import type { Quoted } from './quoted.js';
import type { RequestOutcome } from './request-outcomes.js';
import type { Sealed } from './sealed.js';
import type { Digest, EntryId } from './text.js';

/** What an entry should have said: all that a correction may change, given whole. Type, subject and who acted stay. */
export interface WantedEvent {
  readonly event: Quoted;
  readonly effectiveOn: CalendarDate;
  readonly authority: Authority | null;
  readonly evidence: readonly Digest[];
}

/** By when a proposal has to be answered, and from which level: facts of the day on which it was made. */
export interface AnswerNeeded {
  readonly dueOn: CalendarDate;
  /** The lowest level from which it may be answered; null where another unit of any level may. */
  readonly level: Level | null;
}

/** Somebody asked that an entry be corrected, or struck out where `wanted` is null. Changes nothing until a second person approves. */
export const correctionProposed = event(
  'CorrectionProposed',
  'fact',
  says<{
    original: EntryId;
    /** The version that it replaces: the original, or the approval that last changed it. */
    supersedes: EntryId;
    wanted: WantedEvent | null;
    reason: Sealed<string>;
    answer: AnswerNeeded;
    /** The householder's request that it answers, where it does. */
    request?: EntryId | undefined;
  }>(),
);

/** A second person approved a correction: from here on its entry says what was wanted. */
export const entryCorrected = event('EntryCorrected', 'fact', says<{ proposal: EntryId }>());

/** A second person approved a striking-out: from here on its entry counts for nothing. */
export const entryRetracted = event('EntryRetracted', 'fact', says<{ proposal: EntryId }>());

/** A second person declined a correction. */
export const correctionDeclined = event('CorrectionDeclined', 'fact', says<{ proposal: EntryId; reason: Sealed<string> }>());

/** Somebody told late of what had happened outside; who acted and when stand in the envelope, broken guards in its breaches. */
export const reportProposed = event('ReportProposed', 'fact', says<{ event: Quoted; answer: AnswerNeeded }>());

/** A second person confirmed a report: from here on it counts, under its own type. */
export const reportConfirmed = event('ReportConfirmed', 'fact', says<{ proposal: EntryId }>());

/** A second person declined a report: it never counts. */
export const reportDeclined = event('ReportDeclined', 'fact', says<{ proposal: EntryId; reason: Sealed<string> }>());

/**
 * A member of a household asked that the file be put right: one entry of it, or what the words say. Changes nothing: the office answers by a
 * proposal that names it, or says why there is none. Source: procedures.md, chapter 8 (vi).
 */
export const correctionRequested = event(
  'CorrectionRequested',
  'fact',
  says<{ entry: EntryId | null; words: Sealed<string>; dueOn: CalendarDate }>(),
);

/** The office told who asked why nothing is proposed. */
export const correctionRequestAnswered = event(
  'CorrectionRequestAnswered',
  'fact',
  says<{ request: EntryId; outcome: RequestOutcome; words: Sealed<string> }>(),
);

export type FourEyesEvent = EventIn<typeof import('./four-eyes.events.js')>;
