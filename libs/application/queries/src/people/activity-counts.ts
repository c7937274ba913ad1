import { LedgerQuery, problemsRegister, type Whose } from '@lookback/case/rectification';
import type { Moment } from '@lookback/kernel';
import { Clock, countsOf, Parts, type Principal } from '@lookback/office/desk';
import { JournalQuery } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { ActCounts, DutyCounts } from './people.dto.js';

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
  duties(whose: Whose, who: Principal): Promise<DutyCounts> {
    return this.ledger.duties(whose, countsOf(who, this.parts.withRowsIn(problemsRegister)), this.clock.today());
  }
}
