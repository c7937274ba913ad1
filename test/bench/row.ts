import type { Databases } from './databases.js';
import type { Measured } from './measured.js';
import type { Contender } from './tasks.js';

/** How much is done in a row: seconds under load, repetitions of each contender, and how many entries there are. */
export interface Size {
  readonly seconds: number;
  readonly repetitions: number;
  readonly streams: number;
  readonly grown: number;
}

export interface Ring {
  readonly ours: Contender;
  readonly emmett: Contender;
  readonly size: Size;
  readonly databases: Pick<Databases, 'fresh' | 'freshLog'>;
}

/** One of those who are measured in a row: what it does once. */
export interface Side {
  readonly name: string;
  readonly once: (repetition: number) => Promise<Measured>;
}

/** What is measured, the peer first; `goal` is told of the medians. */
export interface Row {
  readonly name: string;
  readonly what: string;
  readonly goal: Goal;
  readonly sides: (ring: Ring) => Promise<readonly Side[]>;
}

/** How many times the peer's figure each side has to reach; of which figure. */
export type Goal =
  | { readonly times: Readonly<Record<string, number>> }
  /** The second side's p50 may differ from the first's by so large a part. */
  | { readonly flat: number }
  /** Operations a second. */
  | { readonly atLeast: number };
