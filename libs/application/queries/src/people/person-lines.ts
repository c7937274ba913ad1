import { HelperQuery, householdsRegister } from '@lookback/case/household';
import type { PersonId } from '@lookback/kernel';
import { deciders, holds, Parts, placesWith, Posts, readerRights, type Right, type Principal, seesOf } from '@lookback/office/desk';
import { type EndedPost, type OfficialListed, type Post, postKinds } from '@lookback/office/registry';
import type { Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { PersonLine, PostShown } from './people.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { hasRegionAccess } from '../regions/region-access.js';

/** Those who deal with officials see how a telephone number ends; those who look on do not. */
const mayCall: readonly Right[] = [...deciders, 'administer'];
const masked = '****';

/** Tells officials apart, for a list or a choice: name, posts, the end of the telephone number, and how many households each helps. */
@Injectable()
export class PersonLines {
  constructor(
    private readonly names: NameDirectory,
    private readonly helpers: HelperQuery,
    private readonly parts: Parts,
    private readonly posts: Posts,
  ) {}

  async load<Found extends OfficialListed>(found: readonly Found[], who: Principal): Promise<(Omit<Found, 'posts'> & PersonLine)[]> {
    const people = found.map(({ person }) => person);
    const [names, households, phoneEnd] = await Promise.all([
      this.names.load({ people, units: found.flatMap(({ posts }) => posts.map(({ unit }) => unit)) }),
      holds(who, readerRights) ? this.helpers.countsOf(people, seesOf(who, this.parts.withRowsIn(householdsRegister))) : null,
      this.phoneEnds(people, who),
    ]);
    return found.map((one) => ({
      ...one,
      name: names.official(one.person),
      regionName: names.region(one.region),
      posts: one.posts.map((post) => postShown(post, names)),
      phoneEnd: phoneEnd(one.person),
      householdsNow: households && (households.get(one.person) ?? 0),
    }));
  }

  /** How telephone numbers end, as far as who asks may see it. */
  async phoneEnds(people: readonly PersonId[], who: Principal): Promise<(person: PersonId) => string | null> {
    const phones = await this.names.phones(people);
    const own = await placesWith(who, mayCall, this.posts);
    return (person) => {
      const phone = phones(person);
      return phone && (hasRegionAccess(phone.region, own) ? phone.end : masked);
    };
  }
}

/** A post in words. */
export const postShown = ({ post, unit, level, region, since, ...rest }: Post | EndedPost, names: Names): PostShown => ({
  post,
  ...postKinds[post],
  unit,
  unitName: names.unit(unit),
  level,
  region,
  since,
  until: 'until' in rest ? rest.until : null,
});
