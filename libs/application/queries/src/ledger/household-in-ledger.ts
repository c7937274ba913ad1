import { household, type HouseholdEvent } from '@lookback/case/household';
import type { Problem } from '@lookback/case/rectification';
import { asOf, erased, type Moment, type Recorded } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';

/** What a household's rows of the ledger take from its history. */
export interface HouseholdInLedger {
  /** Null where the name is erased. */
  readonly head: string | null;
  readonly problems: ReadonlyMap<string, Problem>;
  /** How the ledger that brought a problem had written its progress, where that was kept. */
  readonly progressWritten: ReadonlyMap<string, string | undefined>;
}

/** The same as of a moment. */
export function householdInLedger(history: readonly Entry[], moment: Moment): HouseholdInLedger {
  const { state, entries } = asOf(household, history, moment);
  const head = state.identification?.members.find(({ relation }) => relation === 'head')?.name;
  const written = (entries as readonly Recorded<HouseholdEvent>[]).flatMap(({ type, data }) =>
    type === 'ProblemTakenOver' ? [[data.number as string, progressIn(data.asWritten?.value)] as const] : [],
  );
  return { head: head?.or(null) ?? null, problems: state.rectification, progressWritten: new Map(written) };
}

const progressIn = (asWritten: Readonly<Record<string, string>> | typeof erased | undefined): string | undefined =>
  asWritten === erased ? undefined : asWritten?.['整改进展'];
