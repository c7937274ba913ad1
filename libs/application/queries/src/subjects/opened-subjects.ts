import { type Attributed, type CalendarDate, daysAfter, type Moment, type Visibility } from '@lookback/kernel';
import { CachedStream, StreamCache } from '@lookback/log/event-log';
import {
  type AnySubject,
  type FormerStay,
  formerStays,
  holdsAt,
  mayKnow,
  mayRead,
  mustHoldAt,
  Posts,
  type Principal,
  type Right,
  RightMissing,
  staysRead,
  streamOf,
  SubjectAbsent,
  tookEffectIn,
  type Whereabouts,
  whereaboutsOf,
} from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';

/** A subject's history, for a reader who may see it. */
export interface OpenedSubject extends Pick<CachedStream, 'entries' | 'history'> {
  readonly id: string;
  /** Whole by the rights that its policy names for that. */
  readonly sight: Visibility;
  /** Where it lies; null where nobody asks for an account, and for those who read it where it lay before. */
  readonly where: Whereabouts | null;
}

/** A subject's history as far as a reader may read it: of one that lies elsewhere now, what took effect while it lay where they read. */
export interface ReadSubject extends OpenedSubject {
  /** The moment, or the last one before it at which the reader may look. Throws SubjectAbsent where there is none. */
  readonly within: (moment: Moment) => Moment;
  /** Whether the reader may be told of an entry. */
  readonly tells: (entry: Attributed) => boolean;
}

/** The rights by which one may read a kind of subject, somewhere. */
export const readersOf = ({ visible }: Pick<AnySubject, 'visible'>): Right[] => [...new Set(visible.read.flatMap(({ rights }) => rights))];

const sightOf = ({ visible }: Pick<AnySubject, 'visible'>, where: Whereabouts, who: Principal): Visibility =>
  holdsAt(who, visible.whole, where) ? 'whole' : 'masked';

/** Opens subjects of any kind, held to what the account that asks may see, if one does. */
@Injectable()
export class OpenedSubjects {
  constructor(
    private readonly streams: StreamCache,
    private readonly posts: Posts,
  ) {}

  /**
   * `needed`: rights of which one has to be held where it lies, in place of those that read it.
   * Throws SubjectAbsent, also of what the asker may not know of; RightMissing of what the asker may know of and not ask.
   */
  async open(subject: AnySubject, id: string, who: Principal | null, needed?: readonly Right[]): Promise<OpenedSubject> {
    const { entries, history } = await this.streams.load(streamOf(subject, id));
    const { state } = history.folded(subject);
    if (history.revision === 0 || subject.title(state, id) === null) throw new SubjectAbsent(subject.name, id);
    if (who === null) return { id, entries, history, sight: 'whole', where: null };
    const where = await this.mustSee(subject, id, state, who, needed);
    return { id, entries, history, sight: sightOf(subject, where, who), where };
  }

  /** As `open`, for whoever reads it, or read it where it lay before: these see it masked. */
  async read(subject: AnySubject, id: string, who: Principal | null): Promise<ReadSubject> {
    const all = { within: (moment: Moment) => moment, tells: () => true };
    try {
      return { ...(await this.open(subject, id, who)), ...all };
    } catch (error) {
      const stays = who && (error instanceof SubjectAbsent || error instanceof RightMissing) ? await this.staysOf(subject, id, who) : [];
      if (stays.length === 0) throw error;
      const { entries, history } = await this.streams.load(streamOf(subject, id));
      const within = ({ effective, known }: Moment): Moment => {
        const day = lastDayIn(stays, effective);
        if (day === undefined) throw new SubjectAbsent(subject.name, `${id} (${effective}, @${known})`);
        return { effective: day, known };
      };
      return { id, entries, history, sight: 'masked', where: null, within, tells: (entry) => tookEffectIn(stays, entry) };
    }
  }

  private async staysOf(subject: AnySubject, id: string, who: Principal): Promise<FormerStay[]> {
    const { history } = await this.streams.load(streamOf(subject, id));
    return staysRead(who, subject.visible, formerStays(subject, history.entries));
  }

  /** How much of what a stream says an account sees that may read it. */
  async sightOf(subject: AnySubject, id: string, who: Principal): Promise<Visibility> {
    const { history } = await this.streams.load(streamOf(subject, id));
    return sightOf(subject, await whereaboutsOf(subject, id, history.folded(subject).state, this.posts), who);
  }

  /** Refuses as `open` does, of subjects that have no file too. */
  async mustBeOpen(subject: AnySubject, id: string, who: Principal): Promise<void> {
    const { history } = await this.streams.load(streamOf(subject, id));
    if (history.revision === 0) throw new SubjectAbsent(subject.name, id);
    await this.mustSee(subject, id, history.folded(subject).state, who);
  }

  private async mustSee(subject: AnySubject, id: string, state: unknown, who: Principal, needed?: readonly Right[]): Promise<Whereabouts> {
    const where = await whereaboutsOf(subject, id, state, this.posts);
    if (!mayKnow(who, subject.visible, where)) throw new SubjectAbsent(subject.name, id);
    if (needed) mustHoldAt(who, needed, where);
    else if (!mayRead(who, subject.visible, where)) throw new RightMissing(readersOf(subject), where.regions[0]);
    return where;
  }
}

/** A day, or the last one before it, of some stays; undefined where all of them came later. */
const lastDayIn = (stays: readonly FormerStay[], day: CalendarDate): CalendarDate | undefined =>
  stays
    .flatMap(({ from, to }) => (day < from ? [] : day < to ? [day] : [daysAfter(to, -1)]))
    .sort()
    .at(-1);
