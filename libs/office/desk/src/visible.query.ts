import type { RegionCode } from '@lookback/kernel';
import type { Where } from '@lookback/log/read-model';
import { type Audience, officeReaders, type Reach, reachesOf } from './visible.js';
import { holds, type Principal } from './principal.js';
import type { Right } from './rights.js';
import type { AnySubject } from './subject.js';

/** What an account sees of the subjects of some kinds that share a policy. */
interface KindsSeen {
  readonly kinds: readonly string[];
  readonly reaches: readonly Reach[];
  /** Whether such a subject lies also where its person serves, and where units lie that it names. */
  readonly isPlacedByOthers: boolean;
}

/** What an account sees of many subjects at once. */
export interface Sees {
  /** The kinds that were asked about, seen or not. */
  readonly asked: readonly string[];
  readonly subjects: readonly KindsSeen[];
  /** What of those that moved away may be read of the time before. */
  readonly formerly: readonly KindsSeen[];
  /** Whether the entries of the log about itself: those who read the office's own, wherever. */
  readonly log: boolean;
}

const nation = 'CN' as RegionCode;
const everywhere: Reach = { regions: [nation], units: [], isNear: false, inCircle: null, isAfterRelease: false };

type AudiencesOf = (subject: AnySubject) => readonly Audience[];

/** What some audiences of each kind open to an account. Null asks as setup, which sees all. */
const seen = (who: Principal | null, subjects: readonly AnySubject[], audiencesOf: AudiencesOf): Sees => ({
  asked: subjects.map(({ name }) => name),
  subjects: byReach(who, subjects, audiencesOf),
  formerly: [],
  log: who === null || holds(who, officeReaders),
});

/** Kinds of which the audiences open nothing are left out. */
function byReach(who: Principal | null, subjects: readonly AnySubject[], audiencesOf: AudiencesOf): KindsSeen[] {
  const alike = new Map<string, KindsSeen>();
  for (const subject of subjects) {
    const reaches = who === null ? [everywhere] : reachesOf(who, audiencesOf(subject));
    const isPlacedByOthers = subject.personOf !== undefined || subject.placedByUnits !== undefined;
    const same = JSON.stringify([reaches, isPlacedByOthers]);
    const kinds = [...(alike.get(same)?.kinds ?? []), subject.name];
    if (reaches.length > 0) alike.set(same, { kinds, reaches, isPlacedByOthers });
  }
  return [...alike.values()];
}

/** What an account may read of some kinds of subjects. Null asks as setup. */
export const seesOf = (who: Principal | null, subjects: readonly AnySubject[]): Sees => {
  const moving = subjects.filter(({ movesBy }) => movesBy !== undefined);
  return {
    ...seen(who, subjects, ({ visible }) => visible.read),
    formerly: who === null ? [] : byReach(who, moving, ({ visible }) => visible.formerly),
  };
};

/** Of which subjects an account may know that they are there: those that it finds by searching. Null asks as setup. */
export const knowsOf = (who: Principal | null, subjects: readonly AnySubject[]): Sees =>
  seen(who, subjects, ({ visible: { known, read } }) => [...known, ...read]);

/** Whose rows an account finds in registers: of what it may know, and of the time in which it may read what lies elsewhere now. Null asks as setup. */
export const listsOf = (who: Principal | null, subjects: readonly AnySubject[]): Sees => ({
  ...knowsOf(who, subjects),
  formerly: seesOf(who, subjects).formerly,
});

/** What an account may have counted. Rows of confidential subjects enter no aggregate, whoever asks. Source: decisions.md, 5. */
export const countsOf = (who: Principal, subjects: readonly AnySubject[]): Sees => seen(who, subjects, ({ visible }) => visible.counted);

/** Where an account holds one of some rights, as each kind of subject names them: what it may do there, beside what it sees. */
export const heldOf = (who: Principal, subjects: readonly AnySubject[], rightsOf: (subject: AnySubject) => readonly Right[]): Sees =>
  seen(who, subjects, (subject) => [{ rights: rightsOf(subject) }]);

/** The condition under which a row `v` of `read.subject` is seen: `isReached` for rows. */
export const isSeen = (where: Where, { subjects }: Pick<Sees, 'subjects'>): string =>
  anyOf(
    subjects.map(({ kinds, reaches, isPlacedByOthers }) => {
      const isReached = reaches.map((reach) => reached(where, reach, regionsSql(isPlacedByOthers)));
      return `(v.kind = ANY(${where.value(kinds)}) AND ${anyOf(isReached)})`;
    }),
  );

/** The stay `f` of `read.former_stay` in which a row's subject lay on a day, where what took effect then may be read: `staysRead` for rows. */
export const stayRead = (where: Where, { stream, on }: { readonly stream: string; readonly on: string }, { formerly }: Sees): string => {
  const isRead = formerly.map(({ kinds, reaches }) => {
    const isReached = reaches.map((reach) => reached(where, { ...reach, units: [] }, 'f.regions'));
    return `(${stream} LIKE ANY(${where.value(kinds.map((kind) => `${kind}-%`))}) AND ${anyOf(isReached)})`;
  });
  return `read.former_stay f WHERE f.stream = ${stream} AND f.from_day <= ${on} AND ${on} < f.to_day AND ${anyOf(isRead)}`;
};

/** Rows of any read model that are about subjects, as SQL. */
export interface RowsAbout {
  /** The column that names each row's stream. */
  readonly stream: string;
  /** The column of the one region in which its subject lies, where it always lies in exactly one: with it rows are found by their place. */
  readonly place?: string;
}

/** The condition under which rows are seen that are about subjects of the kinds asked about: the same, of their rows in `read.subject`. */
export const isOfSeen = (where: Where, row: RowsAbout, { asked, subjects }: Pick<Sees, 'asked' | 'subjects'>): string =>
  anyOf(
    subjects.map((seen) => {
      const isReached = anyOf(seen.reaches.map((reach) => rowReached(where, reach, { ...row, ...seen })));
      if (seen.kinds.length === asked.length) return isReached;
      return `(${row.stream} LIKE ANY(${where.value(seen.kinds.map((kind) => `${kind}-%`))}) AND ${isReached})`;
    }),
  );

function rowReached(where: Where, reach: Reach, { stream, place, isPlacedByOthers }: RowsAbout & KindsSeen): string {
  const { regions, units, isNear, inCircle, isAfterRelease } = reach;
  const isOf = (condition: string) => `${stream} IN (SELECT v.stream FROM read.subject v WHERE ${condition})`;
  if (isAfterRelease || inCircle !== null) return isOf(reached(where, reach, regionsSql(isPlacedByOthers)));
  if (isNationwide(reach)) return 'true';
  if (place === undefined || isPlacedByOthers) return isOf(reached(where, reach, regionsSql(isPlacedByOthers)));
  const lies = regions.map((code) => `${place} LIKE ${where.value(`${code}%`)}`);
  const holdsOne = isNear && regions.length > 0 ? [`${place} = ANY(${where.value(wholesOf(regions))})`] : [];
  return anyOf([...lies, ...holdsOne, ...(units.length > 0 ? [isOf(`v.units && ${where.value(units)}`)] : [])]);
}

/** Whether all is within reach that its rights open, wherever it lies. */
export const isNationwide = ({ regions, inCircle, isAfterRelease }: Reach): boolean =>
  regions.includes(nation) && inCircle === null && !isAfterRelease;

/** Where the subject of a row `v` lies, as `whereaboutsOf` has it. */
export const regionsSql = (isPlacedByOthers: boolean): string =>
  isPlacedByOthers
    ? `(v.regions || coalesce((SELECT p.serves FROM read.subject p WHERE p.stream = 'person-' || v.person), '{}') || ARRAY(
         SELECT unnest(u.regions) FROM read.subject u WHERE u.stream = ANY(ARRAY(SELECT 'unit-' || one FROM unnest(v.placed_by) one))))`
    : 'v.regions';

/** The condition under which a subject lies within reach; `own` is SQL for the regions in which it lies. */
export function reached(where: Where, { regions, units, isNear, inCircle, isAfterRelease }: Reach, own: string): string {
  const places = [
    ...(units.length > 0 ? [`v.units && ${where.value(units)}`] : []),
    ...(regions.length > 0 ? [liesInAny(where, regions, { isNear, own })] : []),
  ];
  return [
    ...(isAfterRelease ? ['v.released'] : []),
    ...(inCircle === null ? [] : [`${where.value(inCircle)} = ANY(v.circle)`]),
    anyOf(places),
  ].join(' AND ');
}

/** Whether each of its own regions lies in one of some; or holds one of them, where what is near counts too. */
function liesInAny(where: Where, regions: readonly RegionCode[], { isNear, own }: { isNear: boolean; own: string }): string {
  if (regions.includes(nation)) return 'true';
  const [within, wholes] = [where.value(regions.map((code) => `${code}%`)), isNear ? where.value(wholesOf(regions)) : ''];
  const isHeld = (one: string) => (isNear ? `(${one} LIKE ANY(${within}) OR ${one} = ANY(${wholes}))` : `${one} LIKE ANY(${within})`);
  const areHeld = `(SELECT coalesce(bool_and(${isHeld('one')}), false) FROM unnest(${own}) one)`;
  // Nearly everything lies in one region: to look into an array costs twice as much as all the rest.
  return own.endsWith('.regions') ? `CASE WHEN cardinality(${own}) = 1 THEN ${isHeld(`${own}[1]`)} ELSE ${areHeld} END` : areHeld;
}

/** Every region that may hold one of some, and these. */
export const wholesOf = (regions: readonly RegionCode[]): string[] => [
  ...new Set([nation, ...regions.flatMap((code) => Array.from(code, (_, i) => code.slice(0, i + 1)))]),
];

/** Whether one of some conditions holds. */
export const anyOf = (conditions: readonly string[]): string => (conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`);
