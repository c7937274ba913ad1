import { Injectable } from '@nestjs/common';
import {
  Catalogue,
  type CommandContext,
  type EntryId,
  type EventOf,
  type History,
  type Recorded,
  type InapplicableEntry,
} from '@lookback/kernel';
import { refuseIf } from './desk.rules.js';
import type { CommandRequest } from './submission.js';
import { routeOf } from './subject.js';

/** What follows from a command: asked of its slice on the state of its own day, and held against all that is on record. */
@Injectable()
export class CommandDecider {
  constructor(private readonly catalogue: Catalogue) {}

  events({ subject, command }: CommandRequest, history: History, context: CommandContext): readonly EventOf[] {
    const state = history.on(context.effectiveOn, subject);
    const events = routeOf(subject, command).decide(state, command as never, context);
    this.keepsOrder(events, history, context);
    leavesNothingInapplicable(subject, history, asIfRecorded(events, history, context));
    return events;
  }

  /**
   * The entry that opened the run or problem of which a command's events speak; one of them where they open it; undefined where they speak of none.
   * `newId` gives the id that the n-th of them, from 1, will have.
   */
  correlation(events: readonly EventOf[], { entries }: History, newId: (n: number) => EntryId): EntryId | undefined {
    const runs = events.map((event) => this.catalogue.runOf(event));
    const [run, ...others] = new Set(runs.filter((one) => one !== null));
    if (run === undefined) return undefined;
    if (others.length > 0) throw new Error(`one command speaks of ${[run, ...others].join(' and ')}`);
    const before = entries.filter((entry) => this.catalogue.runOf(entry) === run);
    const first = before.reduce<Recorded | undefined>((a, b) => (a && a.revision < b.revision ? a : b), undefined);
    return first?.id ?? newId(runs.indexOf(run) + 1);
  }

  /** A gate may not take effect before the last one of its own procedure; facts may, and so may gates of another. */
  private keepsOrder(events: readonly EventOf[], { entries }: History, { effectiveOn }: CommandContext): void {
    const procedures = new Set(events.map((event) => this.catalogue.procedureOf(event)).filter((procedure) => procedure !== null));
    if (procedures.size === 0) return;
    for (const entry of entries) {
      const last = entry.by.effectiveOn;
      if (last <= effectiveOn) continue;
      const procedure = this.catalogue.procedureOf(entry);
      refuseIf(procedure !== null && procedures.has(procedure), 'desk.before-last-gate', { effectiveOn, last });
    }
  }
}

const asIfRecorded = (events: readonly EventOf[], { revision, last }: History, by: CommandContext): Recorded[] =>
  events.map((event, i) => ({
    ...event,
    by,
    id: `new-${i}` as EntryId,
    revision: revision + i + 1,
    position: (last?.position ?? 0) + i + 1,
    recordedAt: last?.recordedAt ?? new Date(0),
  }));

function leavesNothingInapplicable(subject: CommandRequest['subject'], history: History, added: readonly Recorded[]): void {
  if (history.revision === 0) return;
  const before = new Set(history.folded(subject).inapplicable.map(({ entry }) => entry));
  const newly = history
    .with(added)
    .folded(subject)
    .inapplicable.filter(({ entry }) => !before.has(entry));
  refuseIf(newly.length > 0, 'desk.leaves-inapplicable', { rules: newly.map(({ why }: InapplicableEntry) => why.rule) });
}
