import type { Decision, PersonId } from '@lookback/kernel';
import { refuse } from './procedure.rules.js';
import * as did from './reminder.events.js';
import type { StepReminderEvent } from './reminder.events.js';
import { ladderIn, stepDue } from './reminder-ladder.js';
import { limitsIn, type RunLimit } from './run-limits.js';
import type { Run } from './run.codes.js';
import type { Runs } from './runs.js';
import type { SendStepReminder } from './step-reminder.commands.js';

/** A subject as its reminders see it: its runs, and whom the limit of a gate concerns. */
export interface RemindedView {
  readonly runs: Runs;
  readonly concerned: (run: Run, gate: RunLimit['gate']) => readonly PersonId[];
}

/** Only the newest step that is due, and only once: a second or late request is refused. */
export const sendStepReminder: Decision<SendStepReminder, RemindedView, StepReminderEvent> = (
  { runs, concerned },
  { run, gate, step },
  { standards, effectiveOn },
) => {
  const limit = limitsIn(runs).find((one) => one.run === run && one.gate === gate);
  if (!limit || stepDue(limit, ladderIn(standards), effectiveOn) !== step) return refuse('procedure.no-reminder-due', { gate, step });
  return [did.stepReminderSent({ run, gate, step, dueOn: limit.dueOn, to: concerned(run, gate) })];
};
