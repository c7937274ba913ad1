import type { Decision, PersonId } from '@lookback/kernel';
import { route, routes } from '@lookback/office/desk';
import type { GateKind } from '@lookback/office/standards';
import { refuse } from './procedure.rules.js';
import * as did from './reminder.events.js';
import type { StepReminderEvent } from './reminder.events.js';
import { ladderIn, stepDue } from './reminder-ladder.js';
import type { Run } from './run.codes.js';
import { limitsIn } from './run-limits.js';
import type { Runs } from './runs.js';

/** Reminds those who have to pass a gate. Only the clock asks it. */
export class SendStepReminder {
  readonly run: Run;
  readonly gate: GateKind;
  /** Days before the limit; negative after it. */
  readonly step: number;

  static from(reminder: SendStepReminder): SendStepReminder {
    return Object.assign(new SendStepReminder(), reminder);
  }
}

/** A subject as its reminders see it: its runs, and whom the limit of a gate concerns. */
export interface RemindedView {
  readonly runs: Runs;
  readonly concerned: (run: Run, gate: GateKind) => readonly PersonId[];
}

/** Only the newest step that is due, and only once: a second or late request is refused. */
const sendStepReminder: Decision<SendStepReminder, RemindedView, StepReminderEvent> = (
  { runs, concerned },
  { run, gate, step },
  { standards, effectiveOn },
) => {
  const limit = limitsIn(runs).find((one) => one.run === run && one.gate === gate);
  if (!limit || stepDue(limit, ladderIn(standards), effectiveOn) !== step) return refuse('procedure.no-reminder-due', { gate, step });
  return [did.stepReminderSent({ run, gate, step, dueOn: limit.dueOn, to: concerned(run, gate) })];
};

/** What the clock asks of every subject that goes by runs. */
export const stepReminderRoutes = routes(
  route('send-step-reminder', SendStepReminder, sendStepReminder, {
    may: [],
    standards: ['reminder-ladder'],
    summary: { en: 'Reminds those who have to pass a gate', zh: '发出程序环节到期提醒' },
  }),
);
