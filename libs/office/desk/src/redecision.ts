import { Injectable } from '@nestjs/common';
import {
  type CalendarDate,
  calendarDateIn,
  Catalogue,
  collectingBreaches,
  type CommandContext,
  countyZone,
  type EntryId,
  type EventOf,
  type OtherSubject,
  type Recorded,
  type Refusal,
} from '@lookback/kernel';
import type { CachedStream } from '@lookback/log/event-log';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { WantedCommand } from './amending.js';
import { refuse, refuseIf } from './desk.rules.js';
import { gateOrder } from './gate-order.js';
import { newIdsOf } from './new-ids.js';
import { Posts } from './ports.js';
import { wantedIn } from './quoted-in.js';
import { openingOf, StandardsRead } from './standards-read.js';
import { streamOf, type AnySubject } from './subject.js';
import { Malformed, strictly } from './validation.js';
import { whereaboutsOf } from './whereabouts-of.js';

const dayOf = calendarDateIn(countyZone);

/** Where a command is decided again, and what of elsewhere it is told. */
export interface Place {
  readonly subject: AnySubject;
  readonly id: string;
  readonly known: CachedStream;
  readonly today: CalendarDate;
  /** Which other subjects have what a command says, as its route looks for it. */
  readonly others: (line: AnySubject['routes'][number], command: object) => Promise<readonly OtherSubject[]>;
}

/** Decides a command again in the place of an entry of its history: what that would say, had this been asked. */
@Injectable()
export class Redecision {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly standards: StandardsRead,
    private readonly posts: Posts,
  ) {}

  /** Throws Malformed where the command is not as its form gives it, or a Refusal of a sense. */
  async again(
    { subject, id, known, today, others }: Place,
    original: Recorded,
    wanted: WantedCommand,
  ): Promise<{ readonly event: EventOf; readonly broken: readonly Refusal[] }> {
    const { effectiveOn } = wanted;
    refuseIf(effectiveOn > today, 'desk.not-yet', { effectiveOn, today });
    const line = subject.routes.find(({ commandFrom }) => commandFrom && original.type in commandFrom);
    if (!line) return refuse('desk.not-corrected-by-form', { type: original.type });
    const command = checked(line.command, wanted.command);
    const { history, entries } = known;
    const { regions } = await whereaboutsOf(subject, id, history.folded(subject).state, this.posts);
    const { standing, reads } = await this.standards.read(line, regions[0], effectiveOn, openingOf(line, command, history));
    const key = entries.find((entry) => entry.id === original.id)?.key;
    if (key === undefined) throw new Error(`${original.id} is not of ${streamOf(subject, id)}`);
    const revision = entries.find((entry) => entry.key === key)?.revision ?? original.revision;
    const context: CommandContext = {
      ...original.by,
      effectiveOn,
      authority: wanted.authority ?? undefined,
      evidence: wanted.evidence ?? [],
      breaches: [],
      reads,
      today: dayOf(original.recordedAt),
      standards: standing,
      subject: streamOf(subject, id),
      others: await others(line, command),
      saidBefore: [original, ...entries.flatMap((entry) => wantedOf(entry, original))],
      newId: newIdsOf(streamOf(subject, id), key),
    };
    const { result: events, broken } = collectingBreaches(() => {
      const decided = line.decide(history.before(original, { day: effectiveOn, revision }, subject), command as never, context);
      const before = history.entries.filter(({ id: other, revision }) => other !== original.id && revision < original.revision);
      gateOrder(this.catalogue, decided, before, effectiveOn);
      return decided;
    });
    const event = events.find(({ type }) => type === original.type) ?? events[0];
    if (!event) throw new Error(`${line.command.name} came to nothing`);
    return { event, broken };
  }
}

/** What a proposal wants an entry to say. */
function wantedOf(proposal: EventOf, { id }: Recorded): EventOf[] {
  const wanted = wantedIn(proposal);
  return wanted && (proposal.data as { readonly original: EntryId }).original === id ? [wanted.event.event] : [];
}

/** The command as its route would have it; Malformed names its fields below `wanted`. */
function checked(command: new () => object, fields: object): object {
  const made = plainToInstance(command, fields);
  const faults = validateSync(made, { ...strictly, stopAtFirstError: false, validationError: { target: true } });
  if (faults.length > 0) throw new Malformed([within('command', [within('wanted', [within('command', faults)])])]);
  return made;
}

const within = (property: string, children: ValidationError[]): ValidationError => ({ property, children });
