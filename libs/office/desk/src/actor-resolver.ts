import type { Actor, CalendarDate, Householder, PersonId, Read, Recorder } from '@lookback/kernel';
import { Injectable } from '@nestjs/common';
import { Acquainted } from './acquainted.js';
import { refuse, refuseIf } from './desk.rules.js';
import { type HeldPost, type Membership, Memberships, Posts } from './ports.js';
import { type Asker, isPrincipal, type Principal } from './principal.js';
import { liesIn } from './rights.js';
import type { CommandRequest } from './submission.js';
import { routeOf, streamOf } from './subject.js';
import { byRegion, mayKnow, type Whereabouts } from './visible.js';

const households = byRegion();

/** Who acted and who typed it in, and what was read to know it. */
export interface People {
  readonly recordedBy: Recorder;
  readonly actedBy?: Actor;
  readonly reads: readonly Read[];
}

/** Who acts by a command, and who records it: an official with the post of the day, or a member of a household. */
@Injectable()
export class ActorResolver {
  constructor(
    private readonly posts: Posts,
    private readonly acquainted: Acquainted,
    private readonly memberships: Memberships,
  ) {}

  /** Of a process and a list nobody acted; a channel passes on what a householder did, or nobody who is named. */
  async resolve(request: CommandRequest, today: CalendarDate): Promise<People> {
    const { subject, command, envelope, who } = request;
    const { acts, fromList } = routeOf(subject, command);
    const { householder } = envelope;
    if (fromList || 'process' in who) return nobody(who);
    refuseIf(householder !== undefined && acts === 'holder', 'desk.done-in-a-post');
    refuseIf(householder === undefined && acts === 'householder', 'desk.done-by-householder');
    refuseIf(householder !== undefined && envelope.actedBy !== undefined, 'desk.one-actor');
    refuseIf(!isPrincipal(who) && envelope.actedBy !== undefined, 'desk.done-by-householder');
    if (householder) return this.byHouseholder(request, householder, today);
    return isPrincipal(who) ? this.byHolder(request, who, today) : nobody(who);
  }

  /** An act of a member of a household of which the asker may know, whoever types it in. */
  private async byHouseholder(
    request: CommandRequest,
    { household, member, how, proxy }: Householder,
    today: CalendarDate,
  ): Promise<People> {
    const { envelope, who } = request;
    const membership = await this.memberships.on(envelope.effectiveOn, household, member);
    const isKnown = membership !== null && (!isPrincipal(who) || mayKnow(who, households, placed(membership)));
    if (!isKnown) return refuse('desk.no-member-then', { on: envelope.effectiveOn });
    const isOwn = membership.read.stream === streamOf(request.subject, request.id);
    return {
      recordedBy: isPrincipal(who) ? await this.account(who, today) : nobody(who).recordedBy,
      actedBy: { household, member, how, ...(proxy && { proxy }) },
      reads: isOwn ? [] : [membership.read],
    };
  }

  private async account({ account, person }: Principal, today: CalendarDate): Promise<Recorder> {
    return { account, ...(person && (await this.posts.held(person, today))?.holder) };
  }

  private async byHolder({ subject, command, envelope }: CommandRequest, who: Principal, today: CalendarDate): Promise<People> {
    const { ownName } = routeOf(subject, command);
    refuseIf(who.person === null && (subject.actsInPost || ownName), 'desk.account-without-person');
    const acted = subject.actsInPost ? (envelope.actedBy ?? who.person) : null;
    const [recorder, held] = await Promise.all([
      who.person && this.posts.held(who.person, today),
      acted && this.heldBy(acted, who, envelope.effectiveOn),
    ]);
    const recordedBy = { account: who.account, ...recorder?.holder };
    if (!subject.actsInPost) return { recordedBy, reads: [] };
    if (!held) return refuse('desk.no-post-then', { on: envelope.effectiveOn });
    if (acted !== who.person && envelope.authority?.kind !== 'document') {
      refuseIf(ownName, 'desk.own-name');
      refuseIf(!belongTogether(held, recorder), 'desk.acted-elsewhere');
    }
    return { recordedBy, actedBy: held.holder, reads: [held.read] };
  }

  /** The post of who acted; none of somebody of whom the asker may not know. */
  private async heldBy(acted: PersonId, who: Principal, on: CalendarDate): Promise<HeldPost | null> {
    return acted === who.person || (await this.acquainted.with(who, 'person', acted)) ? this.posts.held(acted, on) : null;
  }
}

const placed = ({ region }: Membership): Whereabouts => ({ regions: [region], units: [], circle: [], isReleased: true });

/** Whether who acted is of the recorder's unit, or of the region in which that works. */
const belongTogether = (acted: HeldPost, recorder: HeldPost | null): boolean =>
  recorder !== null && (acted.holder.unit === recorder.holder.unit || liesIn(acted.region, recorder.region));

/** A process acts by itself, a channel passes on; a takeover is nobody's act, whichever account imports the list. */
function nobody(who: Asker): People {
  if ('process' in who) return { recordedBy: { process: who.process }, reads: [] };
  return { recordedBy: isPrincipal(who) ? { account: who.account } : { channel: who.channel }, reads: [] };
}
