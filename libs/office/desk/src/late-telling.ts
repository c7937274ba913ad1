import { Injectable } from '@nestjs/common';
import { type CalendarDate, daysAfter, daysBetween, type RegionCode } from '@lookback/kernel';
import { refuseIf } from './desk.rules.js';
import { type Frozen, StandardsRead } from './standards-read.js';
import { routeOf } from './subject.js';
import type { CommandRequest } from './submission.js';

const nothing: Frozen = { standing: {}, reads: [] };

/** Whether something that is told now of a day before may be told as an act, and what a report of it reads. Source: procedures.md, K8. */
@Injectable()
export class LateTelling {
  constructor(private readonly standards: StandardsRead) {}

  /** The standards of today that it rests on. Refuses a proposal or an answer of another day, as posts are those of its day, and an act of a case that is older than `report-late-days`. */
  async read({ subject, command, envelope }: CommandRequest, regions: readonly RegionCode[], today: CalendarDate): Promise<Frozen> {
    const { amendable, actsInPost } = subject;
    const { effectiveOn, mode } = envelope;
    if (!amendable) return nothing;
    const { amendment, acts, opens } = routeOf(subject, command);
    if (amendment && acts === 'holder') {
      refuseIf(effectiveOn !== today, 'desk.of-today', { today });
      return nothing;
    }
    if (mode === 'report') return this.standards.read(amendable, regions[0], today);
    if (!actsInPost || daysBetween(effectiveOn, today) <= 1) return nothing; // no standard is shorter than a day
    const frozen = await this.standards.read({ standards: [], consults: ['report-late-days'] }, regions[0], today);
    const limit = frozen.standing['report-late-days'] as { readonly days: number } | undefined;
    if (!limit) return nothing;
    const isLate = effectiveOn < daysAfter(today, -limit.days);
    refuseIf(isLate && opens, 'desk.opened-lately', { effectiveOn, days: limit.days });
    refuseIf(isLate, 'desk.report-needed', { effectiveOn, days: limit.days });
    return frozen;
  }
}
