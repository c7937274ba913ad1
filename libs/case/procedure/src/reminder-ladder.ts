import { type CalendarDate, daysAfter, daysBetween, type StandardValues } from '@lookback/kernel';

/** When somebody is reminded of a limit, in calendar days: the standard `reminder-ladder`. */
export interface Ladder {
  /** Days before the limit; 0 is the day itself. */
  readonly daysBefore: readonly number[];
  /** After the limit, every so many days. */
  readonly thenEvery: number;
}

export const ladderIn = (standing: StandardValues): Ladder => standing['reminder-ladder'] as Ladder;

/** How many days before its limit a ladder may begin, at most. */
export const ladderBegins = 366;

/** A limit that runs, since when, and the last step that was sent of it. */
export interface RunningLimit {
  readonly dueOn: CalendarDate;
  readonly setOn: CalendarDate;
  readonly lastStep: number | null;
}

/**
 * The step that is due on a day, if one is: the newest that has come since the limit was set, unless it was sent. A step that passed while
 * nobody looked is sent late, or gives way to the next; none is sent twice.
 */
export function stepDue({ dueOn, setOn, lastStep }: RunningLimit, ladder: Ladder, day: CalendarDate): number | null {
  const step = newestStep(ladder, daysBetween(day, dueOn));
  if (step === null || (lastStep !== null && lastStep <= step)) return null;
  return daysAfter(dueOn, -step) <= setOn ? null : step;
}

/** The last step that has come when so many days are left; null before the first. */
function newestStep({ daysBefore, thenEvery }: Ladder, left: number): number | null {
  const rounds = Math.floor(-left / thenEvery);
  if (left < 0 && rounds > 0) return -rounds * thenEvery;
  const come = daysBefore.filter((step) => step >= left);
  return come.length > 0 ? Math.min(...come) : null;
}
