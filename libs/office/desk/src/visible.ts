import type { CalendarDate, PersonId, RegionCode } from '@lookback/kernel';
import { liesIn, readerRights, type Right } from './rights.js';
import { regionsWith, type Principal, type Scope, unitsWith } from './principal.js';

/** Where a subject lies and who may see it while it is confidential: what visibility is decided on, whatever kind of subject it is. */
export interface Whereabouts extends Scope {
  /** Named people; nobody else sees it before its release. Empty of subjects that are not confidential. */
  readonly circle: readonly PersonId[];
  /** True of subjects that are not confidential. */
  readonly isReleased: boolean;
}

/** Some of those who may see a subject: holders of any one of these rights, in each region in which it lies or for a unit with which it lies. */
export interface Audience {
  readonly rights: readonly Right[];
  /** Also where the subject's region holds one of theirs: a township deals with those of its county, and a county with those of its townships. */
  readonly isNear?: true;
  /** Only by a right for one of its units: one for a region opens nothing. */
  readonly isOfUnit?: true;
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
  readonly name: 'region' | 'office' | 'unit' | 'confidential';
  /** Who may know that there is such a subject; to all others it answers as if nobody had opened it. */
  readonly known: readonly Audience[];
  /** Who may read what was recorded of it. */
  readonly read: readonly Audience[];
  /** Who may read what took effect while it lay where they hold these rights, once it lies elsewhere. */
  readonly formerly: readonly Audience[];
  /** Who may have it counted, without a look at what is behind the figure. */
  readonly counted: readonly Audience[];
  /** By which rights one sees all of it; to all others numbers by which people are found are masked. */
  readonly whole: readonly Right[];
  readonly circleOf: (state: State) => readonly PersonId[];
  readonly isReleased: (state: State) => boolean;
}

const open = { formerly: [], circleOf: () => [], isReleased: () => true };

/** Cases: who has one of these rights where the subject lies knows and reads it. */
export const byRegion = (rights: readonly Right[] = readerRights): VisibilityPolicy => ({
  ...open,
  name: 'region',
  known: [{ rights }],
  read: [{ rights }],
  formerly: [{ rights }],
  counted: [{ rights: [...rights, 'statistics'] }],
  whole: ['record'],
});

/** The rights of those who look at the office as a whole. */
export const officeReaders: readonly Right[] = ['administer', 'audit', 'inspect', 'read-audit-log'];

/** The office's own: known to some, and read by those who administer it and look on there. */
export const ofOffice = (known: Audience): VisibilityPolicy => ({
  ...open,
  name: 'office',
  known: [known],
  read: [{ rights: officeReaders }],
  counted: [{ rights: officeReaders }],
  whole: ['administer'],
});

/** A unit's own: who has one of these rights for a unit with which it lies; a right for the region is not enough. */
export const byUnit = (rights: readonly Right[] = readerRights): VisibilityPolicy => ({
  ...open,
  name: 'unit',
  known: [{ rights, isOfUnit: true }],
  read: [{ rights, isOfUnit: true }],
  counted: [{ rights, isOfUnit: true }, { rights: ['statistics'] }],
  whole: ['record'],
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
  return { ...by, name: 'confidential', known: audiences, read: audiences, formerly: [], counted: [], whole: [right] };
};

const nation = 'CN' as RegionCode;

/** What one audience opens to an account: what lies in these regions or with these units, under these conditions. */
export interface Reach extends Scope {
  readonly isNear: boolean;
  /** Whom the circle has to name; null where it is not asked. */
  readonly inCircle: PersonId | null;
  readonly isAfterRelease: boolean;
}

/** What some audiences open to an account; nothing where it is of none of them. */
export const reachesOf = (who: Principal, audiences: readonly Audience[]): Reach[] =>
  audiences.flatMap((audience) => reachOf(who, audience) ?? []);

function reachOf(who: Principal, { rights, isNear, isOfUnit, isInCircle, isAfterRelease }: Audience): Reach | null {
  const [regions, units] = [isOfUnit ? [] : regionsWith(who, rights), unitsWith(who, rights)];
  if ((isInCircle && who.person === null) || regions.length + units.length === 0) return null;
  return { regions, units, isNear: isNear ?? false, inCircle: isInCircle ? who.person : null, isAfterRelease: isAfterRelease ?? false };
}

/** Whether one of some audiences reaches so far; the first that does is enough. */
const isReachedBy = (who: Principal, audiences: readonly Audience[], where: Whereabouts): boolean =>
  audiences.some((audience) => {
    const reach = reachOf(who, audience);
    return reach !== null && isReached(reach, where);
  });

/** Whether a subject lies within reach; what lies nowhere is the nation's. `visible.query.ts` says the same in SQL. */
export function isReached(
  { isNear, inCircle, isAfterRelease, ...own }: Reach,
  { regions, units, circle, isReleased }: Whereabouts,
): boolean {
  if ((isAfterRelease && !isReleased) || (inCircle !== null && !circle.includes(inCircle))) return false;
  if (own.units.some((unit) => units.includes(unit))) return true;
  const isHeld = (region: RegionCode) => own.regions.some((whole) => liesIn(region, whole) || (isNear && liesIn(whole, region)));
  return regions.length === 0 ? own.regions.includes(nation) : regions.every(isHeld);
}

/**
 * Whether an account may know of a subject: the one question before anything is told of it, that it is there included.
 * What one may not know of answers as what is not there; those who may read a subject know of it.
 */
export const mayKnow = (who: Principal, { known, read }: Pick<VisibilityPolicy, 'known' | 'read'>, where: Whereabouts): boolean =>
  isReachedBy(who, known, where) || isReachedBy(who, read, where);

/** Whether an account may read what was recorded of a subject. */
export const mayRead = (who: Principal, { read }: Pick<VisibilityPolicy, 'read'>, where: Whereabouts): boolean =>
  isReachedBy(who, read, where);

/** A time in which a subject lay in some regions, elsewhere than before and after: from a day on, up to another that is not of it. */
export interface FormerStay {
  readonly regions: readonly RegionCode[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * Those of a subject's former stays of which an account may read what took effect then: by rights of now for the places of then.
 * Source: decisions.md, 5.
 */
export function staysRead(who: Principal, { formerly }: Pick<VisibilityPolicy, 'formerly'>, stays: readonly FormerStay[]): FormerStay[] {
  const reaches = reachesOf(who, formerly);
  const whereIn = ({ regions }: FormerStay): Whereabouts => ({ regions, units: [], circle: [], isReleased: true });
  return stays.filter((stay) => reaches.some((reach) => isReached(reach, whereIn(stay))));
}
