import type { Chapter, EventOf, RegionCode } from '@lookback/kernel';
import { stateProjection } from '@lookback/log/read-model';
import { ProblemRow } from './ledger.entity.js';
import { codedOn, type Problem, type Rectification } from './rectification.state.js';

/** Whom a problem concerns, and where that lies. */
export interface LedgerPlace {
  /** Its number in the registry, if it has one. */
  readonly subjectNumber: string | null;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly village: RegionCode;
}

interface Ledger<State, Event extends EventOf> {
  readonly subject: Chapter<State, Event> & { readonly name: string };
  readonly problems: (state: State) => Rectification;
  /** Null where it is not on record: then nothing of it is in the ledger. */
  readonly place: (state: State) => LedgerPlace | null;
}

/** The ledger of a kind of subject that has problems. */
export const ledgerOf = <State, Event extends EventOf>({ subject, problems, place }: Ledger<State, Event>) =>
  stateProjection<State, Event, { problem: typeof ProblemRow }>({
    name: `${subject.name}-problems`,
    kind: subject.name,
    chapter: subject,
    tables: { problem: ProblemRow },
    rows: ({ state }) => {
      const at = place(state);
      return { problem: at ? [...problems(state).values()].map((problem) => ({ ...at, ...rowOf(problem) })) : [] };
    },
  });

function rowOf({ round, duties, ...problem }: Problem): Omit<ProblemRow, 'stream' | keyof LedgerPlace> {
  return {
    number: problem.number,
    status: problem.status,
    class: problem.class,
    source: problem.source,
    level: problem.level,
    priority: problem.priority,
    foundOn: problem.foundOn,
    codedOn: codedOn(problem),
    leader: duties.leader,
    unit: duties.unit,
    staff: duties.staff,
    handedOverOn: round?.handedOverOn ?? null,
    handedOverLevel: round?.level ?? null,
    dueOn: problem.dueOn,
    limitSetOn: round?.limitSetOn ?? null,
    extensions: round?.extensions ?? 0,
    acceptedOn: round?.acceptedOn ?? null,
    reportedOn: round?.report?.on ?? null,
    reportedBy: round?.report?.by ?? null,
    verifiedOn: round?.verifiedOn ?? null,
    peopleAnswer: round?.people?.answer ?? null,
    cancelledOn: problem.cancelledOn,
    cancelNumber: problem.cancelNumber,
    relapses: problem.relapses,
    lastStep: round?.reminded.steps.at(-1) ?? null,
    takenOver: problem.takenOverOn !== null,
  };
}
