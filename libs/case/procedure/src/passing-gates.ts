import { type CommandContext, lastDayOf } from '@lookback/kernel';
import type { GateKind, ProcedureKind } from '@lookback/office/standards';
import { type GateList, gatesIn, gatesMissing, hasGate, nextGates } from './gate-list.js';
import { refuse, refuseIf } from './procedure.rules.js';
import { numberOf, type Run, runCode } from './run.codes.js';
import type { Gated, Runs, RunState } from './runs.js';
import { calendarIn } from './work-calendar.js';

type Asked = Pick<CommandContext, 'standards' | 'effectiveOn'>;

/** What the first gate of a new run says. The number is the next of its kind. */
export function openedBy(runs: Runs, { of, gate }: { readonly of: ProcedureKind; readonly gate: GateKind }, asked: Asked): Gated {
  const same = [...runs].filter(([, run]) => run.of === of);
  const open = same.find(([, { outcome }]) => outcome === null)?.[0];
  refuseIf(open !== undefined, 'procedure.run-open-already', { of, run: open ?? '' });
  const run = runCode(of, Math.max(0, ...same.map(([code]) => numberOf(code))) + 1);
  const list = gatesIn(asked.standards, of, asked.effectiveOn);
  mustBeNext(list, { run, of, gate, passed: new Set() });
  return { run, of, due: dueFrom(list, gate, asked) };
}

/** What a further gate of a run says; the standards are those that the run froze at its opening. */
export function passedBy(runs: Runs, { run, gate }: { readonly run: Run; readonly gate: GateKind }, asked: Asked): Gated {
  const here = openRun(runs, run);
  const list = gatesIn(asked.standards, here.of, asked.effectiveOn);
  mustBeNext(list, { run, of: here.of, gate, passed: gatesOf(here) });
  return { run, of: here.of, due: dueFrom(list, gate, asked) };
}

/** A run that is under way; of a kind, where one is named. What was so before the record is none. */
export function openRun(runs: Runs, run: Run, of?: ProcedureKind): RunState {
  const here = runs.get(run);
  if (!here || here.outcome !== null) return refuse('procedure.run-not-open', { run });
  refuseIf(of !== undefined && here.of !== of, 'procedure.run-of-other-kind', { run, of: of ?? '' });
  return here;
}

/** The gates that a run still has to pass before it is complete. */
export function gatesOpen(runs: Runs, run: Run, { standards, effectiveOn }: Asked): GateKind[] {
  const here = openRun(runs, run);
  return gatesMissing(gatesIn(standards, here.of, effectiveOn), gatesOf(here));
}

const gatesOf = ({ passed }: RunState): ReadonlySet<GateKind> => new Set(passed.map(({ gate }) => gate));

interface Passing {
  readonly run: Run;
  readonly of: ProcedureKind;
  readonly gate: GateKind;
  readonly passed: ReadonlySet<GateKind>;
}

function mustBeNext(list: GateList, { run, of, gate, passed }: Passing): void {
  const isListed = hasGate(list, gate);
  refuseIf(!isListed, 'procedure.gate-not-in-force', { of, gate });
  const open = nextGates(list, passed);
  const next = open.find((one) => gatesMissing(list, passed).includes(one)) ?? open[0] ?? '';
  refuseIf(isListed && !open.includes(gate), 'procedure.gate-out-of-order', { run, next, gate });
}

/** Due days are facts: written when the gate that they count from is passed. */
const dueFrom = ({ limits }: GateList, from: GateKind, { standards, effectiveOn }: Asked): Gated['due'] =>
  limits
    .filter((limit) => limit.from === from)
    .map(({ gate, days, counted }) => {
      const last = lastDayOf({ days, counted }, effectiveOn, calendarIn(standards));
      return {
        gate,
        on: typeof last === 'string' ? last : refuse('procedure.standard-missing', { standard: 'work-calendar', on: last.unset }),
      };
    });
