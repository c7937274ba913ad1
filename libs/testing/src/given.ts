import { expect } from '@jest/globals';
import {
  asOf,
  type Chapter,
  collectingBreaches,
  type CommandContext,
  type Decision,
  type EventOf,
  type Holder,
  Refusal,
  type Attributed,
} from '@lookback/kernel';
import { circumstancesOf, recordedAs } from './told.js';

export interface Asked<Event extends EventOf> {
  /** Exactly these events follow, in this order; what is sealed is compared by owner and value. */
  then(...events: readonly Event[]): void;
  /** The rule refuses, with exactly these facts where they are given. */
  thenRefused(rule: string, facts?: Readonly<Record<string, unknown>>): void;
}

export interface Given<State, Event extends EventOf> {
  /**
   * Asks as the desk does: on the state of the command's own `effectiveOn`, with later effects left out.
   * Who asks acts and records; circumstances say what is otherwise.
   */
  when<Command>(
    decide: Decision<Command, State, Event>,
    command: Command,
    who: Holder,
    circumstances?: Partial<CommandContext>,
  ): Asked<Event>;
}

/** A decision as the desk asks for it of what is reported late: guards are collected, senses refuse. */
export const underReport =
  <Asks extends unknown[], Told>(decide: (...asks: Asks) => Told) =>
  (...asks: Asks): Told =>
    collectingBreaches(() => decide(...asks)).result;

/** The decisions of a chapter in given / when / then: `const given = rulesOf(chapter)`, then `given(...told).when(…).then(…)`. */
export function rulesOf<State, Event extends EventOf>(
  chapter: Chapter<State, Event>,
): (...history: readonly Attributed<Event>[]) => Given<State, Event> {
  return (...history) => ({
    when(decide, command, who, circumstances = {}) {
      const now = circumstancesOf(who, circumstances);
      const outcome = () => decide(stateOf(chapter, history, now), command, now);
      return {
        then: (...events) => {
          expect(outcome()).toEqual(events);
        },
        thenRefused: (rule, facts) => {
          const refusal = refusalOf(outcome);
          expect({ rule: refusal.rule, facts: facts ? refusal.facts : undefined }).toEqual({ rule, facts });
        },
      };
    },
  });
}

function stateOf<State, Event extends EventOf>(
  chapter: Chapter<State, Event>,
  history: readonly Attributed<Event>[],
  { effectiveOn }: CommandContext,
): State {
  const { state, inapplicable } = asOf(chapter, history.map(recordedAs), { effective: effectiveOn, known: history.length });
  const [first] = inapplicable;
  if (first) throw new Error(`the given history does not hold together: ${first.entry} is refused by ${first.why.rule}`);
  return state;
}

function refusalOf(outcome: () => readonly EventOf[]): Refusal {
  let decided: readonly EventOf[];
  try {
    decided = outcome();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`nothing was refused; decided was: ${decided.map(({ type }) => type).join(', ') || 'nothing'}`);
}
