import type { CalendarDate, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { withUnit } from './ladder.js';
import { limitRuns } from './limits.js';
import type { ClassCode, ProblemNumber, ProblemStatus, SourceCode } from './rectification.codes.js';

/** Which problems; all that is given has to hold. */
export interface ProblemFilter {
  readonly region?: RegionCode | undefined;
  readonly class?: ClassCode | undefined;
  readonly source?: SourceCode | undefined;
  readonly unit?: UnitId | undefined;
  /** Leader or in charge. */
  readonly person?: PersonId | undefined;
  readonly status?: ProblemStatus | undefined;
  /** True: only those whose limit has passed; false: only the others. */
  readonly overdue?: boolean | undefined;
}

/** The last line of the page before. */
export interface Cursor {
  readonly foundOn: CalendarDate;
  readonly number: ProblemNumber;
  readonly stream: string;
}

/** Conditions on lines of the ledger, `p`. */
export class LedgerWhere extends Where {
  /** Only in these regions, and what lies in them. */
  in(regions: readonly RegionCode[]): this {
    return this.within('p.village', regions);
  }

  matching({ region, person, overdue, ...exact }: ProblemFilter, today: CalendarDate): this {
    if (region !== undefined) this.in([region]);
    for (const column of ['class', 'source', 'unit', 'status'] as const)
      if (exact[column] !== undefined) this.add(`p.${column} = ?`, exact[column]);
    if (person !== undefined) this.add('(p.leader = ? OR p.staff = ?)', person, person);
    if (overdue !== undefined) this.add(`${overdue ? '' : 'NOT '}${overdueOn(this.value(today))}`);
    return this;
  }

  after({ foundOn, number, stream }: Cursor): this {
    return this.add('(p.found_on, p.number, p.stream) < (?, ?, ?)', foundOn, number, stream);
  }
}

const listed = (statuses: readonly ProblemStatus[]) => statuses.map((status) => `'${status}'`).join(', ');

/** As `isOverdue` has it; `today` is SQL. */
export const overdueOn = (today: string) => `(p.status IN (${listed(limitRuns)}) AND coalesce(p.due_on < ${today}, false))`;
/** Where the responsible unit has to do something about a problem that was handed over here. */
export const isWithUnit = `p.status IN (${listed(withUnit)}) AND p.limit_set_on IS NOT NULL`;
