import type { EventOf, RegionCode } from '@lookback/kernel';
import { type FoldedSubject, kindsProjection, type KindReader, type Projection } from '@lookback/log/read-model';
import type { Subject } from '@lookback/office/desk';
import { RunLimitRow } from './run-limit.entity.js';
import { limitsIn } from './run-limits.js';
import type { Runs } from './runs.js';

/** A kind of subject that goes by runs. */
interface GoesByRuns<State, Event extends EventOf> {
  readonly subject: Subject<State, Event>;
  readonly runs: (state: State) => Runs;
  /** Where it lies; null before it is on record. */
  readonly county: (state: State) => RegionCode | null;
}

/** How the limits of a kind of subject are read: for `runLimitsModel`. */
export const runsOf = <State, Event extends EventOf>({
  subject,
  runs,
  county,
}: GoesByRuns<State, Event>): readonly [string, KindReader] => [
  subject.name,
  {
    chapter: subject,
    rows: ({ state }: FoldedSubject) => {
      const of = county(state as State);
      return { limit: of === null ? [] : limitsIn(runs(state as State)).map((limit) => ({ ...limit, county: of })) };
    },
  } as unknown as KindReader,
];

/** One row for every limit that runs, of all kinds of subjects that go by runs. */
export const runLimitsModel = (...kinds: readonly (readonly [string, KindReader])[]): Projection =>
  kindsProjection({ name: 'run limits', tables: { limit: RunLimitRow }, kinds: new Map(kinds) });
