export { Ladders } from './ladders.js';
export { gatesOpen, openedBy, openRun, passedBy } from './passing-gates.js';
export { procedureRules } from './procedure.rules.js';
export { type Ladder, ladderIn, newestStep } from './reminder-ladder.js';
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
export { calendarIn } from './work-calendar.js';
