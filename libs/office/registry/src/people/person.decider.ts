import { type CalendarDate, type Chapter, type Decision, type Owner, sealedTo, type UnitId } from '@lookback/kernel';
import type * as ask from './person.commands.js';
import * as did from './person.events.js';
import type { PersonEvent } from './person.events.js';
import { refuse, refuseIf, refuseOutside, inapplicable } from './person.rules.js';
import type { PostKind } from './post.codes.js';
import type { TakeOverPerson } from './take-over-person.js';
import type { DataOf } from '@lookback/kernel';

/** A post that is held, and since which day. */
export type Post = DataOf<PersonEvent, 'Posted'> & { readonly since: CalendarDate };

/** A post that was held, and the first day on which it was no more. */
export type EndedPost = Post & { readonly until: CalendarDate };

/** An official, the posts held and those that ended, in the order in which they did; null before the person is on record. */
export type Person = DataOf<PersonEvent, 'PersonRegistered'> & { readonly posts: readonly Post[]; readonly ended: readonly EndedPost[] };

type Decide<Command> = Decision<Command, Person | null, PersonEvent>;

export const registerPerson: Decide<ask.RegisterPerson> = (person, { name, phone = null, region, confirmed }, { subject }) => {
  refuseIf(person !== null, 'person.registered-already');
  const seal = sealedTo(subject as string as Owner);
  return [did.personRegistered({ name: seal(name), phone: phone === null ? null : seal(phone), region, confirmed })];
};

export const takeOverPerson: Decide<TakeOverPerson> = (person, { name, phone, county }, { subject }) => {
  refuseIf(person !== null, 'person.registered-already');
  const seal = sealedTo(subject as string as Owner);
  return [did.personRegistered({ name: seal(name), phone: phone === null ? null : seal(phone), region: county, confirmed: false })];
};

export const postPerson: Decide<ask.PostPerson> = (person, { post, unit, level, region }) => {
  const { region: serves, posts } = person ?? refuse('person.absent');
  refuseOutside(region, serves);
  const held = heldAs(posts, post, unit);
  if (held) refuseIf(true, 'person.post-held-already', { post, unit, since: held.since });
  return [did.posted({ post, unit, level, region })];
};

export const endPost: Decide<ask.EndPost> = (person, { post, unit }) => {
  refuseIf(!heldAs(person?.posts ?? [], post, unit), 'person.post-not-held', { post, unit });
  return [did.postEnded({ post, unit })];
};

export const personChapter: Chapter<Person | null, PersonEvent> = {
  initial: null,
  onEveryDay: ['PersonRegistered'],
  evolve: {
    PersonRegistered: (person, registered) => ({ ...registered, posts: person?.posts ?? [], ended: person?.ended ?? [] }),
    Posted: (person, post, { effectiveOn }) => {
      if (!person) return inapplicable('person.absent');
      const { posts } = person;
      return heldAs(posts, post.post, post.unit) ? person : { ...person, posts: [...posts, { ...post, since: effectiveOn }] };
    },
    PostEnded: (person, { post, unit }, { effectiveOn: until }) => {
      const held = heldAs(person?.posts ?? [], post, unit);
      return person && held
        ? { ...person, posts: person.posts.filter((one) => one !== held), ended: [...person.ended, { ...held, until }] }
        : inapplicable('person.post-not-held', { post, unit });
    },
  },
};

const heldAs = (posts: readonly Post[], post: PostKind, unit: UnitId): Post | undefined =>
  posts.find((held) => held.post === post && held.unit === unit);
