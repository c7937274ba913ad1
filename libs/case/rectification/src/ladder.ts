import { type Ladder, stepDue } from '@lookback/case/procedure';
import { type CalendarDate, daysBetween, type PersonId } from '@lookback/kernel';
import type { EscalationStage, ProblemStatus } from './rectification.codes.js';
import type { StatedDuties } from './rectification.state.js';

/** Statuses in which the responsible unit has to do something. */
export const withUnit: readonly ProblemStatus[] = ['handed-over', 'accepted', 'returned'];

/** What of a problem decides about its reminders; a row of the ledger has it too. */
export interface Remindable {
  readonly status: ProblemStatus;
  readonly duties: StatedDuties;
  readonly dueOn: CalendarDate | null;
  /** The day from which that limit holds; null where the problem was not handed over here. */
  readonly limitSetOn: CalendarDate | null;
  /** The last step sent for that limit. */
  readonly lastStep: number | null;
}

export interface Reminder {
  /** Days before the limit; negative after it. */
  readonly step: number;
  readonly to: readonly PersonId[];
}

/**
 * The reminder that is due on a day, if one is. The person in charge is reminded, and from the day itself on the leader too.
 */
export function reminderDue(problem: Remindable, ladder: Ladder, day: CalendarDate): Reminder | null {
  const { status, dueOn, limitSetOn, lastStep, duties } = problem;
  if (dueOn === null || limitSetOn === null || !withUnit.includes(status)) return null;
  const step = stepDue({ dueOn, setOn: limitSetOn, lastStep }, ladder, day);
  if (step === null) return null;
  const to = [duties.staff, step <= 0 ? duties.leader : null].filter((person) => person !== null);
  return { step, to: [...new Set(to)] };
}

const stages: readonly EscalationStage[] = ['notice', 'interview', 'filing'];

/**
 * What is proposed about a limit that passed: each further reminder after it that goes unheeded is one stage more. Null before the
 * first, and for a problem that was not handed over here.
 */
export function escalationProposed(
  { status, dueOn, limitSetOn }: Omit<Remindable, 'lastStep' | 'duties'>,
  { thenEvery }: Ladder,
  day: CalendarDate,
): EscalationStage | null {
  if (dueOn === null || limitSetOn === null || !withUnit.includes(status)) return null;
  const unheeded = Math.floor(daysBetween(dueOn, day) / thenEvery);
  return unheeded < 1 ? null : (stages[Math.min(unheeded, stages.length) - 1] ?? null);
}
