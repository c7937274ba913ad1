import type { PersonId, RegionCode } from '@lookback/kernel';
import { liesIn, readerRights, type Right } from './rights.js';
import { regionsWith, type Principal } from './principal.js';

/** Where a subject lies and who may see it while it is confidential: what visibility is decided on, whatever kind of subject it is. */
export interface Whereabouts {
  readonly regions: readonly RegionCode[];
  /** Named people; nobody else sees it before its release. Empty of subjects that are not confidential. */
  readonly circle: readonly PersonId[];
  /** True of subjects that are not confidential. */
  readonly isReleased: boolean;
}

/** Some of those who may see a subject: holders of any one of these rights, in each region in which it lies. */
export interface Audience {
  readonly rights: readonly Right[];
  /** Also where the subject's region holds one of theirs: a township deals with those of its county, and a county with those of its townships. */
  readonly isNear?: true;
  /** Only those of the subject's circle. */
  readonly isInCircle?: true;
  /** Only once the subject is released. */
  readonly isAfterRelease?: true;
}

/**
 * Who may see subjects of a kind: each audience is enough by itself.
 * Source: decisions.md, 5.
 */
export interface VisibilityPolicy<State = unknown> {
  readonly name: 'region' | 'office' | 'confidential';
  /** Who may know that there is such a subject; to all others it answers as if nobody had opened it. */
  readonly known: readonly Audience[];
  /** Who may read what was recorded of it. */
  readonly read: readonly Audience[];
  readonly circleOf: (state: State) => readonly PersonId[];
  readonly isReleased: (state: State) => boolean;
}

const open = { circleOf: () => [], isReleased: () => true };

/** Cases: who has one of these rights where the subject lies knows and reads it. */
export const byRegion = (rights: readonly Right[] = readerRights): VisibilityPolicy => ({
  ...open,
  name: 'region',
  known: [{ rights }],
  read: [{ rights }],
});

/** The rights of those who look at the office as a whole. */
export const officeReaders: readonly Right[] = ['administer', 'audit', 'inspect', 'read-audit-log'];

/** The office's own: known to some, and read by those who administer it and look on there. */
export const ofOffice = (known: Audience): VisibilityPolicy => ({
  ...open,
  name: 'office',
  known: [known],
  read: [{ rights: officeReaders }],
});

interface Confidence<State> {
  /** The right of its own that members of the circle need, where the subject lies. */
  readonly right: Right;
  readonly circleOf: (state: State) => readonly PersonId[];
  readonly isReleased: (state: State) => boolean;
  /** By which rights it is seen once released. */
  readonly released?: readonly Right[];
}

/** Hidden from everybody but its circle, administrators and auditors included, until it is released. */
export const confidential = <State>({ right, released = readerRights, ...by }: Confidence<State>): VisibilityPolicy<State> => {
  const audiences: readonly Audience[] = [
    { rights: [right], isInCircle: true },
    { rights: released, isAfterRelease: true },
  ];
  return { ...by, name: 'confidential', known: audiences, read: audiences };
};

/** Whether an account is of an audience. */
export function isOf(who: Principal, audience: Audience, { regions, circle, isReleased }: Whereabouts): boolean {
  const { rights, isNear = false, isInCircle = false, isAfterRelease = false } = audience;
  if (isAfterRelease && !isReleased) return false;
  if (isInCircle && (who.person === null || !circle.includes(who.person))) return false;
  const own = regionsWith(who, rights);
  return own.length > 0 && regions.every((region) => own.some((whole) => liesIn(region, whole) || (isNear && liesIn(whole, region))));
}

/**
 * Whether an account may know of a subject: the one question before anything is told of it, that it is there included.
 * What one may not know of answers as what is not there.
 */
export const mayKnow = (who: Principal, { known }: Pick<VisibilityPolicy, 'known'>, where: Whereabouts): boolean =>
  known.some((audience) => isOf(who, audience, where));

/** Whether an account may read what was recorded of a subject. */
export const mayRead = (who: Principal, { read }: Pick<VisibilityPolicy, 'read'>, where: Whereabouts): boolean =>
  read.some((audience) => isOf(who, audience, where));
