import { ladderIn } from '@lookback/case/procedure';
import type { Decision } from '@lookback/kernel';
import { known } from './known-problem.js';
import { type Remindable, reminderDue } from './ladder.js';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { refuse } from './rectification.rules.js';
import type { Problem, RectificationView } from './rectification.state.js';
import type { SendReminder } from './send-reminder.js';

/** Only the newest step that is due, and only once: a second or late request is refused. */
export const sendReminder: Decision<SendReminder, RectificationView, RectificationEvent> = (view, { problem, step }, context) => {
  const here = known(view, problem);
  const due = reminderDue(remindable(here), ladderIn(context.standards), context.effectiveOn);
  if (here.dueOn === null || due?.step !== step) return refuse('rectification.no-reminder-due', { problem, step });
  return [did.reminderSent({ problem, step, dueOn: here.dueOn, to: due.to })];
};

const remindable = ({ status, duties, dueOn, round }: Problem): Remindable => ({
  status,
  duties,
  dueOn,
  limitSetOn: round?.limitSetOn ?? null,
  lastStep: round?.reminded.steps.at(-1) ?? null,
});
