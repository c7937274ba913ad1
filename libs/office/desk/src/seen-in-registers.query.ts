import type { RowAsked } from '@lookback/log/read-model';
import type { AnySubject } from './subject.js';
import type { Reach } from './visible.js';
import { anyOf, isNationwide, isSeen, reached, regionsSql, type Sees, wholesOf } from './visible.query.js';

/** Kinds of which each subject lies in one village of its own, and nowhere by others: the column of its register says what the policy asks. */
export const lieInVillages = (subjects: readonly AnySubject[]): boolean =>
  subjects.every(({ visible, personOf, placedByUnits }) => visible.name === 'region' && !personOf && !placedByUnits);

/**
 * The condition under which a row of a register is seen: by rights of now over where its subject lies today; of an earlier day also by
 * those over where it lay then. `isInVillages`: rows of today may be found by the column `village`. Source: decisions.md, 5.
 */
export const isRowSeen = (row: RowAsked, sees: Sees, isInVillages = false): string =>
  anyOf([...sees.subjects.flatMap((seen) => nowSeen(row, sees, seen, isInVillages)), ...(row.at.isLastDay ? [] : formerlySeen(row, sees))]);

/** The same of one row, by its subject alone: whether it lies within reach today. */
export const isSubjectSeen = ({ subject, values }: RowAsked, sees: Sees): string =>
  `EXISTS (SELECT FROM read.subject v WHERE v.opened = ${subject} AND ${isSeen(values, sees)})`;

type KindsSeen = Sees['subjects'][number];

function nowSeen(row: RowAsked, { asked }: Sees, { kinds, reaches, isPlacedByOthers }: KindsSeen, isInVillages: boolean): string[] {
  const { values } = row;
  const isAll = kinds.length === asked.length;
  if (isAll && reaches.some(isNationwide)) return ['true'];
  const isReached = () => anyOf(reaches.map((reach) => reached(values, reach, regionsSql(isPlacedByOthers))));
  const isOfThose = () => isOf(row, `${isAll ? 'true' : `v.kind = ANY(${values.value(kinds)})`} AND ${isReached()}`);
  const isByPlace = isInVillages && isAll && !isPlacedByOthers && row.at.isHead && row.at.isLastDay && row.has('village');
  if (!isByPlace || reaches.some(({ inCircle, isAfterRelease }) => inCircle !== null || isAfterRelease)) return [isOfThose()];
  return [...reaches.flatMap((reach) => liesIn(row, reach)), `(${row.cell('village')} IS NULL AND ${isOfThose()})`];
}

/** Whether a row of today lies within reach, by its own village. */
function liesIn(row: RowAsked, { regions, units, isNear }: Reach): string[] {
  const [village, { values }] = [row.cell('village'), row];
  return [
    ...regions.map((code) => `${village} LIKE ${values.value(`${code}%`)}`),
    ...(isNear && regions.length > 0 ? [`${village} = ANY(${values.value(wholesOf(regions))})`] : []),
    ...(units.length > 0 ? [isOf(row, `v.units && ${values.value(units)}`)] : []),
  ];
}

function formerlySeen(row: RowAsked, { formerly }: Sees): string[] {
  const { values, at } = row;
  return formerly.map(({ kinds, reaches }) => {
    const day = `${values.value(at.day)}::date`;
    const isReached = anyOf(reaches.map((reach) => reached(values, { ...reach, units: [] }, 'f.regions')));
    const stay = `f.from_day <= ${day} AND ${day} < f.to_day AND ${isReached}`;
    return `${row.subject} IN (SELECT v.opened FROM read.subject v JOIN read.former_stay f USING (stream) WHERE v.kind = ANY(${values.value(kinds)}) AND ${stay})`;
  });
}

const isOf = (row: RowAsked, condition: string): string => `${row.subject} IN (SELECT v.opened FROM read.subject v WHERE ${condition})`;
