import { LedgerQuery, problemsRegister } from '@lookback/case/rectification';
import type { Moment, PersonId, UnitId } from '@lookback/kernel';
import { Clock, countsOf, Parts, type Principal } from '@lookback/office/desk';
import { JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { ActCounts, DutyCounts } from './people.dto.js';

type Whose = { readonly person: PersonId } | { readonly unit: UnitId };

/** Counts what somebody did and has the duty of, or a unit, as far as the asker may see it. */
@Injectable()
export class ActivityCounts {
  constructor(
    private readonly journal: JournalQuery,
    private readonly ledger: LedgerQuery,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** Up to the moment, on both clocks. */
  acts(whose: Whose, { effective, known }: Moment, who: Principal): Promise<ActCounts> {
    return this.journal.acts({ ...whose, effectiveTo: effective, recordedUpTo: known }, countsOf(who, this.parts.subjects));
  }

  /** As of today. */
  async duties(whose: Whose, who: Principal): Promise<DutyCounts> {
    const counts = await this.ledger.count(whose, countsOf(who, this.parts.withRowsIn(problemsRegister)), this.clock.today());
    const { problems = 0, overdue = 0 } = counts.find(({ by }) => by === 'all') ?? {};
    const cancelled = counts.find(({ by, key }) => by === 'status' && key === 'cancelled')?.problems ?? 0;
    return { all: problems, open: problems - cancelled, overdue };
  }
}
