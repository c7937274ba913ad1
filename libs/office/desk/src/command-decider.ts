import { Injectable } from '@nestjs/common';
import {
  Catalogue,
  collectingBreaches,
  type CommandContext,
  type EntryId,
  type EventOf,
  type History,
  isAmendment,
  Refusal,
  type Recorded,
  spokenOf,
} from '@lookback/kernel';
import type { Amending, Decided } from './amending.js';
import { asIfRecorded, newlyInapplicable } from './as-if-recorded.js';
import { refuseIf } from './desk.rules.js';
import { gateOrder } from './gate-order.js';
import { quotedIn } from './quoted-in.js';
import type { CommandRequest } from './submission.js';
import { routeOf } from './subject.js';

/** What follows from a command: asked of its slice on the state of its own day, and held against all that is on record. */
@Injectable()
export class CommandDecider {
  constructor(private readonly catalogue: Catalogue) {}

  /** An act refuses what breaks a rule; a report, and a command about other entries, notes the guards that it broke. */
  async decide(request: CommandRequest, history: History, context: CommandContext, again: Amending['again']): Promise<Decided> {
    const { subject, command } = request;
    const { amendment } = routeOf(subject, command);
    const isGate = (event: EventOf) => this.catalogue.procedureOf(event) !== null;
    if (amendment) return amendment.decide(command as never, { subject, history, context, isGate, again });
    if (context.mode === 'report' && subject.amendable) return this.report(request, history, context, isGate, subject.amendable);
    const events = this.events(request, history, context);
    return { events, broken: [], after: () => history.with(asIfRecorded(events, history, context)) };
  }

  /** What follows from an act. */
  events(request: CommandRequest, history: History, context: CommandContext): readonly EventOf[] {
    const events = this.inOrder(request, history, context);
    leavesNothingInapplicable(request.subject, history, asIfRecorded(events, history, context));
    return events;
  }

  private inOrder({ subject, command }: CommandRequest, history: History, context: CommandContext): readonly EventOf[] {
    const events = routeOf(subject, command).decide(history.on(context.effectiveOn, subject), command as never, context);
    gateOrder(this.catalogue, events, history.entries, context.effectiveOn);
    return events;
  }

  /** The one event of the command, told late. It has to fit by itself; what it leaves unfitting is asked of its confirmation. */
  private report(
    request: CommandRequest,
    history: History,
    context: CommandContext,
    isGate: Amending['isGate'],
    amendable: NonNullable<CommandRequest['subject']['amendable']>,
  ): Decided {
    const { subject } = request;
    const { result: events, broken } = collectingBreaches(() => this.inOrder(request, history, context));
    const [event, ...others] = events;
    if (!event || others.length > 0) throw new Error('a report tells of one event');
    const told = asIfRecorded([event], history, context);
    const after = history.with(told);
    const unfit = after.folded(subject).inapplicable.find(({ entry }) => entry === told[0]?.id);
    if (unfit) throw new Refusal(unfit.why.rule, unfit.why.facts, unfit.why.wording);
    return { events: [amendable.report(event, broken, { subject, history, context, isGate })], broken, after: () => after };
  }

  /**
   * The entry that opened the run or problem of which a command's events speak; one of them where they open it; undefined where they speak of
   * none. A correction has that of the entry which it names, and an answer that of its proposal, whatever either would make of it. `newId` gives the id that the n-th of them, from 1, will have.
   */
  correlation(events: readonly EventOf[], history: History, newId: (n: number) => EntryId): EntryId | undefined {
    const [about] = events.flatMap((event) => namedBy(event, history) ?? []);
    if (about) return about.by.correlationId;
    const runs = events.map((event) => this.catalogue.runOf(quotedIn(event)));
    const [run, ...others] = new Set(runs.filter((one) => one !== null));
    if (run === undefined) return undefined;
    if (others.length > 0) throw new Error(`one command speaks of ${[run, ...others].join(' and ')}`);
    const before = history.entries.filter((entry) => this.catalogue.runOf(entry) === run);
    const first = before.reduce<Recorded | undefined>((a, b) => (a && a.revision < b.revision ? a : b), undefined);
    return first?.id ?? newId(runs.indexOf(run) + 1);
  }
}

/** The entry of which a correction, a request or an answer speaks; a report speaks for itself. */
function namedBy(event: EventOf, history: History): Recorded | undefined {
  const named = isAmendment(event) ? spokenOf(event) : null;
  return named === null ? undefined : history.entry(named);
}

function leavesNothingInapplicable(subject: CommandRequest['subject'], history: History, added: readonly Recorded[]): void {
  if (history.revision === 0) return;
  const newly = newlyInapplicable(subject, history, history.with(added));
  refuseIf(newly.length > 0, 'desk.leaves-inapplicable', { rules: newly.map(({ why }) => why.rule) });
}
