import { Injectable } from '@nestjs/common';
import { uuidsIn } from '@lookback/log/runtime';
import type {
  Attribution,
  Authority,
  CalendarDate,
  CommandContext,
  Digest,
  EventOf,
  History,
  Read,
  RegionCode,
  StandardValues,
  StreamName,
} from '@lookback/kernel';
import { Acquainted } from './acquainted.js';
import { ActorResolver } from './actor-resolver.js';
import { refuseIf } from './desk.rules.js';
import { needStandard } from './need-standard.js';
import { Clock, Evidence, Posts, StandardsInForce } from './ports.js';
import { holdsIn, isPrincipal, mustHoldAt, RightMissing } from './principal.js';
import type { CommandRequest } from './submission.js';
import { mayKnow } from './visible.js';
import { ownWhereabouts, whereaboutsOf } from './whereabouts-of.js';
import { routeOf, streamOf, SubjectAbsent } from './subject.js';

const newId = uuidsIn('2f0c7f6e-54a9-4d0e-9a53-0d9c1d0a6f11');

/** Who may ask this, and what a decision has to know besides the history. */
@Injectable()
export class CommandContextResolver {
  constructor(
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly standards: StandardsInForce,
    private readonly evidence: Evidence,
    private readonly acquainted: Acquainted,
    private readonly actors: ActorResolver,
  ) {}

  /** Refuses events that name a person or unit of whom the account may not know: named, they would be shown by name. */
  async namesNoStranger({ subject, command, who, envelope }: CommandRequest, events: readonly EventOf[]): Promise<void> {
    if (!isPrincipal(who) || routeOf(subject, command).fromList) return;
    const { authority } = envelope;
    const named = events.map((event) => subject.namedIn?.(event) ?? { people: [], units: [] });
    const people = named.flatMap(({ people }) => people);
    const units = [...(authority?.onBehalfOf ? [authority.onBehalfOf] : []), ...named.flatMap(({ units }) => units)];
    refuseIf(!(await this.acquainted.withAll(who, { people, units })), 'desk.nobody-known');
  }

  /**
   * Where the subject lies. Who may not know of it is answered as if there were none; who may, and may not ask this of it, is told so.
   * A list's subject that is there already, where the asker may not know of it, is refused as one of the region that the list names.
   */
  async mayAsk({ subject, id, command, who }: CommandRequest, history: History): Promise<readonly RegionCode[]> {
    const { may, opens, fromList, inPart, byChannel } = routeOf(subject, command);
    if (history.revision === 0 && !opens) throw new SubjectAbsent(subject.name, id);
    const { state } = history.folded(subject);
    const where = await whereaboutsOf(subject, id, state, this.posts);
    const scope = opens ? { regions: subject.regionsOf(state, command), units: subject.unitsOf?.(state, id, command) ?? [] } : where;
    const { regions } = scope;
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
    const isThere = opens && fromList && history.revision > 0;
    if (isThere && !mayKnow(who, subject.visible, ownWhereabouts(subject, id, state))) throw new RightMissing(may, regions[0]);
    return regions;
  }

  async resolve(request: CommandRequest, history: History): Promise<CommandContext> {
    const { subject, id, command, envelope, key } = request;
    const line = routeOf(subject, command);
    const regions = await this.mayAsk(request, history);
    const today = this.clock.today();
    refuseIf(!line.ahead && envelope.effectiveOn > today, 'desk.not-yet', { effectiveOn: envelope.effectiveOn, today });
    const stream = streamOf(subject, id);
    const { standing, reads } = await this.standing(line, regions[0], envelope.effectiveOn);
    await this.mustBeUploaded(stream, envelope.evidence ?? []);
    const people = await this.actors.resolve(request, today);
    return {
      ...attributionIn(request, line.fromList),
      ...people,
      reads: [...reads, ...people.reads],
      today,
      standards: standing,
      subject: stream,
      newId: (name) => newId(`${stream}/${key}/${name}`),
    };
  }

  private async mustBeUploaded(stream: StreamName, digests: readonly Digest[]): Promise<void> {
    const missing = digests.length > 0 ? await this.evidence.missing(stream, digests) : [];
    refuseIf(missing.length > 0, 'desk.evidence-missing', { digests: missing });
  }

  private async standing({ standards, consults }: Needs, region = 'CN' as RegionCode, on: CalendarDate) {
    const pending = [
      ...standards.map((name) => this.named(name, needStandard(this.standards, name, region, on))),
      ...consults.map((name) => this.named(name, this.standards.inForce(name, region, on))),
    ];
    const found = (await Promise.all(pending)).filter((one) => one !== null);
    return {
      standing: Object.fromEntries(found.map(({ name, value }) => [name, value])) as StandardValues,
      reads: apart(found.flatMap((one) => one.reads)),
    };
  }

  private async named(name: string, asking: ReturnType<StandardsInForce['inForce']>) {
    const found = await asking;
    return found && { name, ...found };
  }
}

type Needs = Pick<ReturnType<typeof routeOf>, 'standards' | 'consults'>;

const attributionIn = (
  { envelope, causationId }: CommandRequest,
  fromList: boolean,
): Pick<Attribution, 'effectiveOn' | 'mode' | 'authority' | 'causationId' | 'evidence' | 'breaches'> => ({
  effectiveOn: envelope.effectiveOn,
  mode: fromList ? 'takeover' : 'act',
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

const apart = (reads: readonly Read[]) => [...new Map(reads.map((read) => [read.stream, read])).values()];
