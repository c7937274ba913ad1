import type { Attribution, CalendarDate, Inapplicable } from '@lookback/kernel';
import type { GateKind, ProcedureKind } from '@lookback/office/standards';
import { inapplicable } from './procedure.rules.js';
import type { Run } from './run.codes.js';

/** What every gate of a run says, beside what is its own. */
export interface Gated {
  readonly run: Run;
  readonly of: ProcedureKind;
  /** The last days of the gates whose limits count from this one, by the standards that the run froze. */
  readonly due: readonly { readonly gate: GateKind; readonly on: CalendarDate }[];
}

export interface PassedGate {
  readonly gate: GateKind;
  readonly on: CalendarDate;
  readonly round: number;
}

/** Until when a gate is to be passed: from the day on which another was. */
export interface GateDue {
  readonly on: CalendarDate;
  readonly from: GateKind;
  readonly setOn: CalendarDate;
}

export type RunOutcome = 'completed' | 'refused' | 'withdrawn';

/** How far one pass through a procedure has come. */
export interface RunState {
  readonly of: ProcedureKind;
  readonly openedOn: CalendarDate;
  /** From 1; one more each time that it is returned. */
  readonly round: number;
  /** Gates that stand, in the order in which they were passed. */
  readonly passed: readonly PassedGate[];
  /** Gates that were passed and came to nothing, as the run was returned to one before them. */
  readonly void: readonly PassedGate[];
  readonly due: ReadonlyMap<GateKind, GateDue>;
  /** The last step of the ladder that was sent for a gate's limit. */
  readonly reminded: ReadonlyMap<GateKind, { readonly dueOn: CalendarDate; readonly step: number }>;
  readonly outcome: RunOutcome | null;
  readonly closedOn: CalendarDate | null;
}

/** All runs of a subject: part of its state, folded by the slices whose events are gates. */
export type Runs = ReadonlyMap<Run, RunState>;

export const noRuns: Runs = new Map();

type Effective = Pick<Attribution, 'effectiveOn'>;

/** A run began by passing its first gate. */
export function withOpened(runs: Runs, { run, of, due, gate }: Gated & { readonly gate: GateKind }, { effectiveOn }: Effective) {
  if (runs.has(run)) return inapplicable('procedure.run-open-already', { of, run });
  const opened: RunState = {
    of,
    openedOn: effectiveOn,
    round: 1,
    passed: [{ gate, on: effectiveOn, round: 1 }],
    void: [],
    due: new Map(dueFrom({ due, gate, effectiveOn })),
    reminded: new Map(),
    outcome: null,
    closedOn: null,
  };
  return new Map(runs).set(run, opened);
}

/** A gate was passed. */
export const withPassed = (runs: Runs, { run, due, gate }: Gated & { readonly gate: GateKind }, { effectiveOn }: Effective) =>
  changed(runs, run, (here) => ({
    ...here,
    passed: [...here.passed, { gate, on: effectiveOn, round: here.round }],
    due: new Map([...here.due, ...dueFrom({ due, gate, effectiveOn })]),
  }));

/** The run was returned to a gate: that one and what was passed after it came to nothing. */
export const withReturned = (runs: Runs, { run, returnTo }: { readonly run: Run; readonly returnTo: GateKind }) =>
  changed(runs, run, (here) => {
    const at = here.passed.findIndex(({ gate }) => gate === returnTo);
    const from = at < 0 ? here.passed.length : at;
    return {
      ...here,
      round: here.round + 1,
      passed: here.passed.slice(0, from),
      void: [...here.void, ...here.passed.slice(from)],
      due: new Map([...here.due].filter(([, due]) => here.passed.findIndex(({ gate }) => gate === due.from) < from)),
      reminded: new Map(),
    };
  });

/** The run came to its end. */
export const withEnded = (runs: Runs, { run, outcome }: { readonly run: Run; readonly outcome: RunOutcome }, { effectiveOn }: Effective) =>
  changed(runs, run, (here) => ({ ...here, outcome, closedOn: effectiveOn }));

/** A step of the ladder was sent. */
export const withReminded = (
  runs: Runs,
  { run, gate, dueOn, step }: { readonly run: Run; readonly gate: GateKind; readonly dueOn: CalendarDate; readonly step: number },
) => changed(runs, run, (here) => ({ ...here, reminded: new Map(here.reminded).set(gate, { dueOn, step }) }));

const dueFrom = ({ due, gate: from, effectiveOn: setOn }: Pick<Gated, 'due'> & Effective & { readonly gate: GateKind }) =>
  due.map(({ gate, on }): [GateKind, GateDue] => [gate, { on, from, setOn }]);

function changed(runs: Runs, run: Run, change: (here: RunState) => RunState): Runs | Inapplicable {
  const here = runs.get(run);
  if (!here || here.outcome !== null) return inapplicable('procedure.run-not-open', { run });
  return new Map(runs).set(run, change(here));
}
