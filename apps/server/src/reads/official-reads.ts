import { HelperQuery } from '@lookback/case/household';
import { asOf, type PersonId } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, everyRight, readers, regionsWith, type SignedIn, streamOf, SubjectAbsent } from '@lookback/office/desk';
import { type EndedPost, type Person, person, type Post, postKinds, RegistryQuery } from '@lookback/office/registry';
import { momentOf, type Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { MomentAsked } from '../http/moment.dto.js';
import type { PeoplePage, PeopleSearch, PersonRecord, PostShown } from '../http/people.dto.js';
import { Doings } from './doings.js';
import { KnownNames } from './known-names.js';
import { mayRead } from './near.js';
import { Reached } from './reached.js';

const peopleUnlessSaid = 50;

/** Answers who there is, and what an official was and did. */
@Injectable()
export class OfficialReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: RegistryQuery,
    private readonly helpers: HelperQuery,
    private readonly doings: Doings,
    private readonly names: KnownNames,
    private readonly reached: Reached,
    private readonly clock: Clock,
  ) {}

  async search({ limit = peopleUnlessSaid, ...wanted }: PeopleSearch, who: SignedIn): Promise<PeoplePage> {
    const position = await this.reached.position();
    const found = await this.query.people({ ...wanted, limit: limit + 1 }, regionsWith(who, everyRight));
    const page = found.slice(0, limit);
    const units = page.flatMap(({ posts }) => posts.map(({ unit }) => unit));
    const names = await this.names.of({ people: page.map((one) => one.person), units });
    const people = page.map(({ person: id, region, posts }) => ({
      ...{ person: id, name: names.official(id), region, regionName: names.region(region) },
      posts: posts.map((post) => postShown(post, names)),
    }));
    return { position, people, next: found.length > limit ? (page.at(-1)?.person ?? null) : null };
  }

  /** Throws SubjectAbsent where nobody of this id was on record at the moment, or the asker has nothing to do with him. */
  async record(id: string, asked: MomentAsked, who: SignedIn): Promise<PersonRecord> {
    const moment = await momentOf(asked, this.log, this.clock);
    const { state } = asOf(person, await this.log.readStream(streamOf(person, id)), moment);
    if (!state || !mayRead(who, state.region)) throw new SubjectAbsent(person.name, id);
    const whose = { person: id as PersonId };
    const [helped, problems, acts, names] = await Promise.all([
      this.helpers.householdsOf(whose.person, regionsWith(who, readers)),
      this.doings.duties(whose, who),
      this.doings.acts(whose, moment, who),
      this.names.of({ people: [id], units: postingsOf(state).map(({ unit }) => unit) }),
    ]);
    const householdsNow = helped.filter(({ to }) => to === null).length;
    return {
      ...{ asOf: { at: moment.effective, known: `@${moment.known}` }, person: whose.person, name: names.official(id) },
      ...{ region: state.region, regionName: names.region(state.region), confirmed: state.confirmed },
      postings: postingsOf(state).map((post) => postShown(post, names)),
      ...{ householdsNow, householdsBefore: helped.length - householdsNow, problems, acts },
    };
  }
}

/** Those that are held first, then the newest. */
const postingsOf = ({ posts, ended }: Person): readonly (Post | EndedPost)[] => [...[...posts].reverse(), ...[...ended].reverse()];

const postShown = ({ post, unit, level, region, since, ...rest }: Post | EndedPost, names: Names): PostShown => ({
  ...{ post, ...postKinds[post], unit, unitName: names.unit(unit), level, region, since },
  until: 'until' in rest ? rest.until : null,
});
