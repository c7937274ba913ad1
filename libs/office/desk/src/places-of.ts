import type { RegionCode } from '@lookback/kernel';
import type { Posts } from './ports.js';
import type { Subject } from './subject.js';

/** Where a subject lies: in its own regions, and where the posts of its person lie. */
export async function placesOf<State>(
  { regionsOf, personOf }: Pick<Subject<State, never>, 'regionsOf' | 'personOf'>,
  state: State,
  posts: Pick<Posts, 'regionsOf'>,
): Promise<readonly RegionCode[]> {
  const person = personOf?.(state) ?? null;
  const served = person === null ? [] : ((await posts.regionsOf(person)) ?? []);
  return [...new Set([...regionsOf(state), ...served])];
}
