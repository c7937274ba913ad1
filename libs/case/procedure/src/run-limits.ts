import type { GateKind } from '@lookback/office/standards';
import type { RunningLimit } from './reminder-ladder.js';
import type { Run } from './run.codes.js';
import type { Runs } from './runs.js';

/** The limit of a gate that a run still has to pass. */
export interface RunLimit extends RunningLimit {
  readonly run: Run;
  readonly gate: GateKind;
}

/** Every limit of the open runs of a subject that was not met yet. */
export const limitsIn = (runs: Runs): RunLimit[] =>
  [...runs].flatMap(([run, { due, passed, reminded, outcome }]) =>
    outcome !== null
      ? []
      : [...due]
          .filter(([gate]) => passed.every((one) => one.gate !== gate))
          .map(([gate, { on, setOn }]) => {
            const sent = reminded.get(gate);
            return { run, gate, dueOn: on, setOn, lastStep: sent?.dueOn === on ? sent.step : null };
          }),
  );
