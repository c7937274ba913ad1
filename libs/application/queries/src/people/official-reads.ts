import { HelperQuery, householdsRegister } from '@lookback/case/household';
import { asOf, type PersonId } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import {
  Clock,
  holds,
  knowsOf,
  mayKnow,
  ownWhereabouts,
  Parts,
  readerRights,
  type Principal,
  type Sees,
  seesOf,
  streamOf,
  SubjectAbsent,
} from '@lookback/office/desk';
import { type EndedPost, peopleRegister, type Person, person, type Post, RegistryQuery } from '@lookback/office/registry';
import { momentOf } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { MomentAsked } from '../moment/moment.dto.js';
import type { LikelyPeople, PeoplePage, PeopleSearch, PersonLikely, PersonRecord } from './people.dto.js';
import { ActivityCounts } from './activity-counts.js';
import { NameDirectory } from '../names/name-directory.js';
import { PersonLines, postShown } from './person-lines.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

const peopleUnlessSaid = 50;

/** Answers who there is, and what an official was and did. */
@Injectable()
export class OfficialReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: RegistryQuery,
    private readonly helpers: HelperQuery,
    private readonly doings: ActivityCounts,
    private readonly names: NameDirectory,
    private readonly lines: PersonLines,
    private readonly readModelPosition: ReadModelPosition,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  async search({ limit = peopleUnlessSaid, ...wanted }: PeopleSearch, who: Principal): Promise<PeoplePage> {
    const position = await this.readModelPosition.position();
    const found = await this.query.people({ ...wanted, limit: limit + 1 }, this.known(who));
    const people = await this.lines.load(found.slice(0, limit), who);
    return { position, people, next: found.length > limit ? (people.at(-1)?.person ?? null) : null };
  }

  /** Who may be the one that is about to be put on record: only those whom the asker would find by searching. */
  async likely(wanted: PersonLikely, who: Principal): Promise<LikelyPeople> {
    await this.readModelPosition.position();
    return { people: await this.lines.load(await this.query.likelyPeople(wanted, this.known(who)), who) };
  }

  private known(who: Principal): Sees {
    return knowsOf(who, this.parts.withRowsIn(peopleRegister));
  }

  /** Throws SubjectAbsent where nobody of this id was on record at the moment, or the asker has nothing to do with them. */
  async record(id: string, query: MomentAsked, who: Principal): Promise<PersonRecord> {
    const moment = await momentOf(query, this.log, this.clock);
    const { state } = asOf(person, await this.log.readStream(streamOf(person, id)), moment);
    if (!state || !mayKnow(who, person.visible, ownWhereabouts(person, id, state))) throw new SubjectAbsent(person.name, id);
    const reads = holds(who, readerRights);
    const whose = { person: id as PersonId };
    const [helped, problems, acts, phoneEnd, names] = await Promise.all([
      this.helpers.householdsOf(whose.person, seesOf(who, this.parts.withRowsIn(householdsRegister))),
      reads ? this.doings.duties(whose, who) : null,
      reads ? this.doings.acts(whose, moment, who) : null,
      this.lines.phoneEnds([whose.person], who),
      this.names.load({ people: [id], units: postingsOf(state).map(({ unit }) => unit) }),
    ]);
    const householdsNow = helped.filter(({ to }) => to === null).length;
    return {
      asOf: { at: moment.effective, known: `@${moment.known}` },
      person: whose.person,
      name: names.official(id),
      region: state.region,
      regionName: names.region(state.region),
      confirmed: state.confirmed,
      postings: postingsOf(state).map((post) => postShown(post, names)),
      ...(reads ? { householdsNow, householdsBefore: helped.length - householdsNow } : { householdsNow: null, householdsBefore: null }),
      problems,
      acts,
      phoneEnd: phoneEnd(whose.person),
    };
  }
}

/** Those that are held first, then the newest. */
const postingsOf = ({ posts, ended }: Person): readonly (Post | EndedPost)[] => [...[...posts].reverse(), ...[...ended].reverse()];
