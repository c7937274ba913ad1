import type { CalendarDate, StandardValues } from '@lookback/kernel';
import type { GateKind, GateLimit, Gates, ProcedureKind } from '@lookback/office/standards';
import { refuse } from './procedure.rules.js';

interface Step {
  readonly gate: GateKind;
  readonly optional: boolean;
}

/** The gates of one procedure: steps in order, in each the gates that stand beside each other. */
export interface GateList {
  readonly steps: readonly (readonly Step[])[];
  readonly limits: readonly GateLimit[];
}

/** The list of a procedure, of the standard `gates` that a decision was given. Refuses by name where it has none. */
export function gatesIn(standards: StandardValues, of: ProcedureKind, on: CalendarDate): GateList {
  const { gates, limits } = (standards['gates'] ?? { gates: [], limits: [] }) as Gates;
  const own = gates.filter((gate) => gate.of === of);
  if (own.length === 0) return refuse('procedure.standard-missing', { standard: 'gates', on });
  const numbers = [...new Set(own.map(({ step }) => step))].sort((a, b) => a - b);
  return { steps: numbers.map((number) => own.filter(({ step }) => step === number)), limits: limits.filter((limit) => limit.of === of) };
}

/** Whether a list has a gate. */
export const hasGate = ({ steps }: GateList, gate: GateKind): boolean => steps.some((step) => step.some((one) => one.gate === gate));

/** The gates that may be passed when some are: the rest of the step that was begun, and all up to the next that none may leave out. */
export function nextGates({ steps }: GateList, passed: ReadonlySet<GateKind>): GateKind[] {
  const begun = Math.max(
    0,
    steps.findLastIndex((step) => step.some(({ gate }) => passed.has(gate))),
  );
  const open: Step[] = [];
  for (const step of steps.slice(begun)) {
    const left = step.filter(({ gate }) => !passed.has(gate));
    open.push(...left);
    if (left.some(({ optional }) => !optional)) break;
  }
  return open.map(({ gate }) => gate);
}

/** The gates that have to be passed yet. */
export const gatesMissing = ({ steps }: GateList, passed: ReadonlySet<GateKind>): GateKind[] =>
  steps.flatMap((step) => step.filter(({ gate, optional }) => !optional && !passed.has(gate)).map(({ gate }) => gate));
