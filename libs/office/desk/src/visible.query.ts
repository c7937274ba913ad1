import type { Where } from '@lookback/log/read-model';
import type { Right } from './rights.js';
import { type Audience, officeReaders, type Reach, reachesOf } from './visible.js';
import { holds, type Principal } from './principal.js';
import type { AnySubject } from './subject.js';

/** What an account sees of the subjects of some kinds that share a policy. */
interface KindsSeen {
  readonly kinds: readonly string[];
  readonly reaches: readonly Reach[];
}

/** What an account sees of many subjects at once. */
export interface Sees {
  readonly subjects: readonly KindsSeen[];
  /** Whether the entries of the log about itself: those who read the office's own, wherever. */
  readonly log: boolean;
}

/** What an account may read of some kinds of subjects; kinds that are not among them it does not see. */
export const seesOf = (who: Principal, subjects: readonly AnySubject[]): Sees => reachedBy(who, subjects, ({ visible }) => visible.read);

/** Where an account holds one of some rights, as each kind of subject names them: what it may do there, beside what it sees. */
export const heldOf = (who: Principal, subjects: readonly AnySubject[], rightsOf: (subject: AnySubject) => readonly Right[]): Sees =>
  reachedBy(who, subjects, (subject) => [{ rights: rightsOf(subject) }]);

function reachedBy(who: Principal, subjects: readonly AnySubject[], audiencesOf: (subject: AnySubject) => readonly Audience[]): Sees {
  const byReach = new Map<string, KindsSeen>();
  for (const subject of subjects) {
    const { name } = subject;
    const reaches = reachesOf(who, audiencesOf(subject));
    const same = JSON.stringify(reaches);
    if (reaches.length > 0) byReach.set(same, { kinds: [...(byReach.get(same)?.kinds ?? []), name], reaches });
  }
  return { subjects: [...byReach.values()], log: holds(who, officeReaders) };
}

/** What an account may have counted: rows of confidential subjects enter no aggregate, whoever asks. Source: decisions.md, 5. */
export const countsOf = (who: Principal, subjects: readonly AnySubject[]): Sees =>
  seesOf(
    who,
    subjects.filter(({ visible }) => visible.name !== 'confidential'),
  );

/** The condition under which a row `v` of `read.subject` is seen: `isReached` for rows. */
export const isSeen = (where: Where, { subjects }: Pick<Sees, 'subjects'>): string =>
  anyOf(
    subjects.map(
      ({ kinds, reaches }) => `(v.kind = ANY(${where.value(kinds)}) AND ${anyOf(reaches.map((reach) => reached(where, reach)))})`,
    ),
  );

function reached(where: Where, { regions, units, isNear, inCircle, isAfterRelease }: Reach): string {
  const places = [
    ...(units.length > 0 ? [`v.units && ${where.value(units)}`] : []),
    ...(regions.length > 0 ? [liesInAny(where, regions, isNear)] : []),
  ];
  return [
    ...(isAfterRelease ? ['v.released'] : []),
    ...(inCircle === null ? [] : [`${where.value(inCircle)} = ANY(v.circle)`]),
    anyOf(places),
  ].join(' AND ');
}

/** Whether each region of the row lies in one of some; or holds one of them, where what is near counts too. */
function liesInAny(where: Where, regions: readonly string[], isNear: boolean): string {
  if (regions.includes('CN')) return 'true';
  const within = `one LIKE ANY(${where.value(regions.map((code) => `${code}%`))})`;
  const isHeld = isNear ? `(${within} OR ${holdsOneOf(where, regions)})` : within;
  return `(cardinality(v.regions) > 0 AND NOT EXISTS (SELECT FROM unnest(v.regions) one WHERE NOT ${isHeld}))`;
}

const holdsOneOf = (where: Where, regions: readonly string[]): string =>
  `one = 'CN' OR EXISTS (SELECT FROM unnest(${where.value(regions)}::text[]) own WHERE starts_with(own, one))`;

const anyOf = (conditions: readonly string[]): string => (conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`);
