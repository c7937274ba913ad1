import type { RegionCode } from '@lookback/kernel';
import type { Posts } from './ports.js';
import { type Principal, regionsWith, unitsWith } from './principal.js';
import type { Right } from './rights.js';
import type { Subject } from './subject.js';
import type { Whereabouts } from './visible.js';

type Placed<State> = Pick<Subject<State, never>, 'regionsOf' | 'unitsOf' | 'personOf' | 'placedByUnits' | 'visible'>;

/** Where a subject lies: in its own regions, where the posts of its person lie, and where its rights' units do; with which units, and who is in its circle. */
export async function whereaboutsOf<State>(
  subject: Placed<State>,
  id: string,
  state: State,
  posts: Pick<Posts, 'regionsOf' | 'placeOf'>,
): Promise<Whereabouts> {
  const person = subject.personOf?.(state) ?? null;
  const served = person === null ? [] : ((await posts.regionsOf(person)) ?? []);
  const places = await Promise.all((subject.placedByUnits?.(state) ?? []).map((unit) => posts.placeOf('unit', unit)));
  const own = ownWhereabouts(subject, id, state);
  return { ...own, regions: [...new Set([...own.regions, ...served, ...places.flatMap((place) => place?.regions ?? [])])] };
}

/** The regions for which an account holds one of some rights, and those in which the units lie for which it does. */
export async function placesWith(who: Principal, needed: readonly Right[], posts: Pick<Posts, 'placeOf'>): Promise<RegionCode[]> {
  const places = await Promise.all(unitsWith(who, needed).map((unit) => posts.placeOf('unit', unit)));
  return [...new Set([...regionsWith(who, needed), ...places.flatMap((place) => place?.regions ?? [])])];
}

/** The same as its own stream says it: where its person serves does not stand there. */
export const ownWhereabouts = <State>(
  { regionsOf, unitsOf, visible }: Omit<Placed<State>, 'personOf' | 'placedByUnits'>,
  id: string,
  state: State,
): Whereabouts => ({
  regions: regionsOf(state),
  units: unitsOf?.(state, id) ?? [],
  circle: visible.circleOf(state),
  isReleased: visible.isReleased(state),
});
