import { Inject, Injectable } from '@nestjs/common';
import type {
  Attribution,
  Authority,
  CommandContext,
  Digest,
  EventOf,
  History,
  OtherSubject,
  RegionCode,
  StreamName,
} from '@lookback/kernel';
import { keysOf } from './command-keys.js';
import { Acquainted } from './acquainted.js';
import { ActorResolver } from './actor-resolver.js';
import { refuseIf } from './desk.rules.js';
import { LateTelling } from './late-telling.js';
import { newIdsOf } from './new-ids.js';
import { Parts } from './parts.js';
import { Clock, Evidence, OtherSubjects, Posts } from './ports.js';
import { rightsToAsk } from './route.js';
import { holdsIn, isPrincipal, mustHoldAt, RightMissing } from './principal.js';
import { quotedIn, wantedIn } from './quoted-in.js';
import { apart, openingOf, StandardsRead } from './standards-read.js';
import type { CommandRequest } from './submission.js';
import { mayKnow } from './visible.js';
import { ownWhereabouts, whereaboutsOf } from './whereabouts-of.js';
import { type AnySubject, routeOf, streamOf, SubjectAbsent } from './subject.js';

/** Who may ask this, and what a decision has to know besides the history. */
@Injectable()
export class CommandContextResolver {
  constructor(
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly standards: StandardsRead,
    private readonly evidence: Evidence,
    private readonly acquainted: Acquainted,
    private readonly actors: ActorResolver,
    private readonly late: LateTelling,
    private readonly others: OtherSubjects,
    @Inject(Parts) private readonly parts: Pick<Parts, 'called'>,
  ) {}

  /** Refuses events that name a person or unit of whom the account may not know: named, they would be shown by name. */
  async namesNoStranger({ subject, command, who, envelope }: CommandRequest, events: readonly EventOf[]): Promise<void> {
    if (!isPrincipal(who) || routeOf(subject, command).fromList) return;
    const { authority } = envelope;
    const named = events.map(quotedIn).map((event) => subject.namedIn?.(event) ?? { people: [], units: [] });
    const people = named.flatMap(({ people }) => people);
    const rested = [authority, ...events.map((event) => wantedIn(event)?.authority)];
    const units = [...rested.flatMap((on) => on?.onBehalfOf ?? []), ...named.flatMap(({ units }) => units)];
    refuseIf(!(await this.acquainted.withAll(who, { people, units })), 'desk.nobody-known');
  }

  /** Refuses corrections that want an entry to rest on what nobody uploaded; what it rests on already stays. */
  async wantsWhatIsThere({ subject, id }: CommandRequest, events: readonly EventOf[], history: History): Promise<void> {
    const wanted = events.flatMap((event) => wantedIn(event)?.evidence ?? []);
    if (wanted.length === 0) return;
    const there = new Set(history.entries.flatMap(({ by }) => by.evidence));
    await this.mustBeUploaded(
      streamOf(subject, id),
      wanted.filter((digest) => !there.has(digest)),
    );
  }

  /**
   * Where the subject lies. Who may not know of it is answered as if there were none; who may, and may not ask this of it, is told so.
   * A list's subject that is there already, where the asker may not know of it, is refused as one of the region that the list names.
   */
  async mayAsk({ subject, id, command, who, envelope }: CommandRequest, history: History): Promise<readonly RegionCode[]> {
    const line = routeOf(subject, command);
    const { opens, fromList, inPart, byChannel, amendment, may: some } = line;
    const may = amendment?.needs?.(command as never, history.versions()) ?? some;
    if (history.revision === 0 && !opens) throw new SubjectAbsent(subject.name, id);
    const { state } = history.folded(subject);
    const where = await whereaboutsOf(subject, id, state, this.posts);
    const scope = opens ? { regions: subject.regionsOf(state, command), units: subject.unitsOf?.(state, id, command) ?? [] } : where;
    const { regions } = scope;
    const isReport = envelope.mode === 'report';
    if (isReport && !isPrincipal(who)) throw new RightMissing(['report-late']);
    if ('process' in who) return regions;
    if ('channel' in who) {
      if (!byChannel) throw new RightMissing([]);
      return regions;
    }
    if (may === 'self') {
      if (id !== who.account) throw new SubjectAbsent(subject.name, id);
      return regions;
    }
    if (!opens && !mayKnow(who, subject.visible, where)) throw new SubjectAbsent(subject.name, id);
    const isHeldInPart = inPart && regions.length > 0 && regions.every((region) => holdsIn(who, may, region));
    if (!isHeldInPart) mustHoldAt(who, may, scope);
    if (isReport) {
      this.mustTakeReport(subject, line);
      mustHoldAt(who, ['report-late'], scope);
    }
    const isThere = opens && fromList && history.revision > 0;
    if (isThere && !mayKnow(who, subject.visible, ownWhereabouts(subject, id, state))) throw new RightMissing(may, regions[0]);
    return regions;
  }

  async resolve(request: CommandRequest, history: History): Promise<CommandContext> {
    const { subject, id, command, envelope } = request;
    const line = routeOf(subject, command);
    const regions = await this.mayAsk(request, history);
    const today = this.clock.today();
    refuseIf(!line.ahead && envelope.effectiveOn > today, 'desk.not-yet', { effectiveOn: envelope.effectiveOn, today });
    const stream = streamOf(subject, id);
    const { standing, reads } = await this.standards.read(line, regions[0], envelope.effectiveOn, openingOf(line, command, history));
    const late = line.fromList || !isPrincipal(request.who) ? null : await this.late.read(request, regions, today);
    await this.mustBeUploaded(stream, envelope.evidence ?? []);
    const people = await this.actors.resolve(request, today);
    return {
      ...attributionIn(request, line.fromList),
      ...people,
      reads: apart([...reads, ...(late?.reads ?? []), ...people.reads]),
      today,
      standards: { ...standing, ...late?.standing },
      subject: stream,
      others: await this.othersFor(request, line, stream),
      newId: newIdsOf(stream, keysOf(request)[0]),
    };
  }

  private mustTakeReport(
    { name, amendable }: AnySubject,
    { amendment, opens }: Pick<AnySubject['routes'][number], 'amendment' | 'opens'>,
  ): void {
    refuseIf(amendment !== undefined, 'desk.answered-now');
    refuseIf(!amendable, 'desk.takes-no-report', { subject: this.parts.called(name) });
    refuseIf(opens, 'desk.opened-by-act');
  }

  /** Which others have what a correction wants an entry to say. To a place in which one may not ask that, it moves no file. */
  elsewhere(request: CommandRequest, line: AnySubject['routes'][number], command: object, history: History) {
    const { subject, id, who } = request;
    const asked = routeOf(subject, request.command);
    const { state } = history.folded(subject);
    const regions = line.opens ? subject.regionsOf(state, command) : [];
    const isMoved = regions.some((region) => !subject.regionsOf(state).includes(region));
    if (isMoved && isPrincipal(who)) {
      const units = subject.unitsOf?.(state, id, command) ?? [];
      mustHoldAt(who, asked.amendment?.needs?.(request.command as never, history.versions()) ?? rightsToAsk(asked), { regions, units });
    }
    return this.othersFor({ command, who }, line, streamOf(subject, id));
  }

  /** A channel from outside is told of nobody. */
  private async othersFor(
    { command, who }: Pick<CommandRequest, 'command' | 'who'>,
    { looksFor }: Pick<AnySubject['routes'][number], 'looksFor'>,
    stream: StreamName,
  ): Promise<readonly OtherSubject[]> {
    if (!looksFor || 'channel' in who) return [];
    return this.others.find(stream, looksFor(command as never), isPrincipal(who) ? who : null);
  }

  private async mustBeUploaded(stream: StreamName, digests: readonly Digest[]): Promise<void> {
    const missing = digests.length > 0 ? await this.evidence.missing(stream, digests) : [];
    refuseIf(missing.length > 0, 'desk.evidence-missing', { digests: missing });
  }
}

const attributionIn = (
  { envelope, causationId }: CommandRequest,
  fromList: boolean,
): Pick<Attribution, 'effectiveOn' | 'mode' | 'authority' | 'causationId' | 'evidence' | 'breaches'> => ({
  effectiveOn: envelope.effectiveOn,
  mode: fromList ? 'takeover' : (envelope.mode ?? 'act'),
  ...(envelope.authority && { authority: cited(envelope.authority) }),
  ...(causationId && { causationId }),
  evidence: envelope.evidence ?? [],
  breaches: [],
});

/** What a client left empty on purpose is left out. */
const cited = ({ kind, number, date, onBehalfOf }: Authority): Authority => ({
  kind,
  number,
  ...(date && { date }),
  ...(onBehalfOf && { onBehalfOf }),
});
