import { Injectable } from '@nestjs/common';
import type { Entry } from '@lookback/log/event-log';
import {
  asOf,
  Catalogue,
  type Circumstances,
  type EntryId,
  type EventOf,
  everything,
  type Recorded,
  resolve,
  type Unfitting,
} from '@lookback/kernel';
import { refuseIf } from './desk.rules.js';
import type { Asked } from './submission.js';
import { lineOf } from './subject.js';

/** What follows from a command: asked of its slice on the state of its own day, and held against all that is on record. */
@Injectable()
export class Decided {
  constructor(private readonly catalogue: Catalogue) {}

  events({ subject, command }: Asked, history: readonly Entry[], question: Circumstances): readonly EventOf[] {
    const { state } = asOf(subject, history, { ...everything, effective: question.effectiveOn });
    const events = lineOf(subject, command).decide(state, command as never, question);
    this.keepsOrder(events, history, question);
    leavesNothingUnfitting(subject, history, asIfRecorded(events, history, question));
    return events;
  }

  /** A gate may not take effect before the last one of its own procedure; facts may, and so may gates of another. */
  private keepsOrder(events: readonly EventOf[], history: readonly Entry[], { effectiveOn }: Circumstances): void {
    const procedures = new Set(events.map((event) => this.catalogue.procedureOf(event)).filter((procedure) => procedure !== null));
    if (procedures.size === 0) return;
    for (const entry of resolve(history, everything).entries) {
      const last = entry.by.effectiveOn;
      if (last <= effectiveOn) continue;
      const procedure = this.catalogue.procedureOf(entry);
      refuseIf(procedure !== null && procedures.has(procedure), 'desk.before-last-gate', { effectiveOn, last });
    }
  }
}

const asIfRecorded = (events: readonly EventOf[], history: readonly Entry[], by: Circumstances): Recorded[] => {
  const last = history.at(-1);
  return events.map((event, i) => ({
    ...event,
    by,
    id: `new-${i}` as EntryId,
    revision: history.length + i + 1,
    position: (last?.position ?? 0) + i + 1,
    recordedAt: last?.recordedAt ?? new Date(0),
  }));
};

function leavesNothingUnfitting(subject: Asked['subject'], history: readonly Entry[], added: readonly Recorded[]): void {
  if (history.length === 0) return;
  const before = new Set(asOf(subject, history, everything).unfitting.map(({ entry }) => entry));
  const after = asOf(subject, [...history, ...added], everything).unfitting;
  const newly = after.filter(({ entry }) => !before.has(entry));
  refuseIf(newly.length > 0, 'desk.leaves-unfitting', { rules: newly.map(({ why }: Unfitting) => why.rule) });
}
