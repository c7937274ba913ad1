import { type CalendarDate, event, type EventIn, type PersonId, says } from '@lookback/kernel';
import type { GateKind } from '@lookback/office/standards';
import type { Run } from './run.codes.js';

/** The clock reminded of the limit of a gate, whatever the run is of. Source: procedures.md, K9. */
export const stepReminderSent = event(
  'StepReminderSent',
  { fact: 'gates', key: 'run' },
  says<{
    run: Run;
    gate: GateKind;
    /** Days before the limit; negative after it. */
    step: number;
    /** The limit that it reminded of. */
    dueOn: CalendarDate;
    to: readonly PersonId[];
  }>(),
);

export type StepReminderEvent = EventIn<typeof import('./reminder.events.js')>;
