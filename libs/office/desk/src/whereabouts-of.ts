import type { Posts } from './ports.js';
import type { Subject } from './subject.js';
import type { Whereabouts } from './visible.js';

type Placed<State> = Pick<Subject<State, never>, 'regionsOf' | 'personOf' | 'visible'>;

/** Where a subject lies: in its own regions, and where the posts of its person lie; and who is in its circle. */
export async function whereaboutsOf<State>(subject: Placed<State>, state: State, posts: Pick<Posts, 'regionsOf'>): Promise<Whereabouts> {
  const person = subject.personOf?.(state) ?? null;
  const served = person === null ? [] : ((await posts.regionsOf(person)) ?? []);
  const own = ownWhereabouts(subject, state);
  return { ...own, regions: [...new Set([...own.regions, ...served])] };
}

/** The same as its own stream says it: where its person serves does not stand there. */
export const ownWhereabouts = <State>({ regionsOf, visible }: Pick<Placed<State>, 'regionsOf' | 'visible'>, state: State): Whereabouts => ({
  regions: regionsOf(state),
  circle: visible.circleOf(state),
  isReleased: visible.isReleased(state),
});
