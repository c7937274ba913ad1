export { Ladders } from './ladders.js';
export { gatesOpen, openedBy, openRun, passedBy } from './passing-gates.js';
export { procedureSlice } from './procedure.slice.js';
export type { StepReminderEvent } from './reminder.events.js';
export { type Ladder, ladderBegins, ladderIn, stepDue } from './reminder-ladder.js';
export { type Run, runCode } from './run.codes.js';
export {
  type Gated,
  noRuns,
  type PassedGate,
  type RunOutcome,
  type Runs,
  type RunState,
  withEnded,
  withOpened,
  withPassed,
  withReminded,
  withReturned,
} from './runs.js';
export { runLimitsModel, runsOf } from './run-limits.projection.js';
export type { RemindedView } from './step-reminder.decider.js';
export { stepReminderRoutes } from './step-reminder.routes.js';
export { stepReminders } from './step-reminders.js';
export { calendarIn } from './work-calendar.js';
