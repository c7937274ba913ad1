import type { CalendarDate, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { isOfSeen, type Sees } from '@lookback/office/desk';
import { type CodeWanted, saidWhileRuled } from '@lookback/office/standards';
import { withUnit } from './ladder.js';
import { limitRuns } from './limits.js';
import type { ProblemNumber, ProblemStatus } from './rectification.codes.js';

/** Which problems; all that is given has to hold. */
export interface ProblemFilter {
  readonly region?: RegionCode | undefined;
  readonly class?: CodeWanted | undefined;
  readonly source?: CodeWanted | undefined;
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

/** Where and of which day a line's codes were said. */
export const coded = { county: 'p.county', day: 'p.coded_on' };

/** Conditions on lines of the ledger, `p`. */
export class LedgerWhere extends Where {
  /** Only those of subjects that an account sees. */
  seen(sees: Sees): this {
    return this.add(isOfSeen(this, { stream: 'p.stream', place: 'p.village' }, sees));
  }

  matching({ region, person, overdue, ...exact }: ProblemFilter, today: CalendarDate): this {
    if (region !== undefined) this.within('p.village', [region]);
    for (const column of ['unit', 'status'] as const) if (exact[column] !== undefined) this.add(`p.${column} = ?`, exact[column]);
    for (const column of ['class', 'source'] as const) {
      const wanted = exact[column];
      if (wanted !== undefined) this.add(`p.${column} = ?`, wanted.code);
      if (wanted?.ruled !== undefined) this.add(...saidWhileRuled(coded, wanted.ruled));
    }
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
