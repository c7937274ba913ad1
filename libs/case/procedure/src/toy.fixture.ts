import { type Chapter, type Decision, event, type EventIn, ruleBook, says } from '@lookback/kernel';
import type { GateKind, Gates, ProcedureKind } from '@lookback/office/standards';
import { gatesOpen, openedBy, openRun, passedBy } from './passing-gates.js';
import type { Run } from './run.codes.js';
import { type Gated, noRuns, type RunOutcome, type Runs, withEnded, withOpened, withPassed, withReturned } from './runs.js';

const gates = { procedure: 'gates', key: 'run' } as const;
const events = {
  begun: event('ToyBegun', gates, says<Gated & { gate: GateKind }>()),
  gatePassed: event('ToyGatePassed', gates, says<Gated & { gate: GateKind }>()),
  returned: event('ToyReturned', gates, says<{ run: Run; of: ProcedureKind; returnTo: GateKind }>()),
  ended: event('ToyEnded', gates, says<{ run: Run; of: ProcedureKind; outcome: RunOutcome }>()),
  noted: event('ToyNoted', { fact: 'gates', key: 'run' }, says<{ run: Run }>()),
};
export const did = events;
type ToyEvent = EventIn<typeof events>;

/** A slice whose subject goes through any procedure, gate by gate. */
export const toyRuns: Chapter<Runs, ToyEvent> = {
  initial: noRuns,
  evolve: {
    ToyBegun: withOpened,
    ToyGatePassed: withPassed,
    ToyReturned: withReturned,
    ToyEnded: withEnded,
    ToyNoted: (runs) => runs,
  },
};

const { refuseIf } = ruleBook({ 'toy.gates-open': { kind: 'guard', en: 'Not yet passed: {gates}.', zh: '尚未完成的环节：{gates}。' } });

type Decide<Command> = Decision<Command, Runs, ToyEvent>;

export const begin: Decide<{ of: ProcedureKind; gate: GateKind }> = (runs, said, asked) => [
  did.begun({ ...openedBy(runs, said, asked), gate: said.gate }),
];
export const pass: Decide<{ run: Run; gate: GateKind }> = (runs, said, asked) => [
  did.gatePassed({ ...passedBy(runs, said, asked), gate: said.gate }),
];
export const sendBack: Decide<{ run: Run; returnTo: GateKind }> = (runs, { run, returnTo }) => [
  did.returned({ run, of: openRun(runs, run).of, returnTo }),
];
export const complete: Decide<{ run: Run }> = (runs, { run }, asked) => {
  const gates = gatesOpen(runs, run, asked);
  refuseIf(gates.length > 0, 'toy.gates-open', { gates });
  return [did.ended({ run, of: openRun(runs, run).of, outcome: 'completed' })];
};
export const refuseRun: Decide<{ run: Run; of: ProcedureKind }> = (runs, { run, of }) => [
  did.ended({ run, of: openRun(runs, run, of).of, outcome: 'refused' }),
];

const step = (number: number, gate: GateKind, optional = false) => ({ of: 'exit' as const, step: number, gate, optional });

/** Proposal; a home check that may be left out; appraisal beside data comparison, within ten days of the proposal; announcement. */
export const toyGates: Gates = {
  gates: [
    step(1, 'proposal'),
    step(2, 'home-check', true),
    step(3, 'appraisal'),
    step(3, 'data-comparison'),
    step(4, 'announcement'),
    { of: 'removal', step: 1, gate: 'proposal', optional: false },
  ],
  limits: [
    { of: 'exit', gate: 'appraisal', from: 'proposal', days: 10, counted: 'calendar' },
    { of: 'exit', gate: 'announcement', from: 'appraisal', days: 2, counted: 'working' },
  ],
};
