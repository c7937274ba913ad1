import { Where } from '@lookback/log/read-model';
import { isOfSeen, type Sees } from '@lookback/office/desk';
import { withUnit } from './ladder.js';
import { limitRuns } from './limits.js';
import type { ProblemStatus } from './rectification.codes.js';

/** Conditions on lines of the ledger, `p`. */
export class LedgerWhere extends Where {
  /** Only those of subjects that an account sees. */
  seen(sees: Sees): this {
    return this.add(isOfSeen(this, { stream: 'p.stream', place: 'p.village' }, sees));
  }
}

const listed = (statuses: readonly ProblemStatus[]) => statuses.map((status) => `'${status}'`).join(', ');

/** As `isOverdue` has it; `today` is SQL. */
export const overdueOn = (today: string) => `(p.status IN (${listed(limitRuns)}) AND coalesce(p.due_on < ${today}, false))`;
/** Where the responsible unit has to do something about a problem that was handed over here. */
export const isWithUnit = `p.status IN (${listed(withUnit)}) AND p.limit_set_on IS NOT NULL`;
