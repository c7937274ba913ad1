import type { Breakage } from '@lookback/log/event-log';

/** How something is: `silent` where it was reached and does not answer, `unknown` before it was first looked at. */
export type State = 'up' | 'away' | 'silent' | 'unknown';

/** How the server is, for its operators: kinds and counts, and nobody's name or address. */
export interface HealthSaid {
  /** `broken` where all is there, and the log is not as it was written. */
  readonly status: 'up' | 'broken' | 'down';
  readonly database: State;
  readonly log: {
    /** `not recording` where it is read, and appends are not answered, or refused as the store would not take them. */
    readonly state: State | 'not recording';
    /** In how many places it is broken, kind by kind; empty where it is not. */
    readonly broken: Readonly<Partial<Record<Breakage, number>>>;
    /** Commits of this server that wait for their turn to be recorded. */
    readonly waiting: number;
    /** Appends that were asked and are not answered yet, and for how many seconds the first of them. */
    readonly unanswered: number;
    readonly oldestSeconds: number;
  };
  readonly projector: string;
  readonly reactor: string;
  /** Absent while it is not known. */
  readonly models?: readonly ModelSaid[];
  /** Absent while it is not known. */
  readonly reactions?: readonly ReactionSaid[];
}

interface ReactionSaid {
  readonly reaction: string;
  /** How many entries of the log it has not looked at. */
  readonly lag: number;
  /** How many streams it leaves alone, as it could not answer them. */
  readonly stuck: number;
}

interface ModelSaid {
  readonly model: string;
  readonly position: number;
  readonly head: number;
  readonly lag: number;
  /** How many streams it could not show. */
  readonly parked: number;
}
