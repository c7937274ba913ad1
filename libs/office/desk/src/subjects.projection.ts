import { type FoldedSubject, type KindReader, kindsProjection, type Projection } from '@lookback/log/read-model';
import { wholeOf } from './regions.js';
import type { AnySubject } from './subject.js';
import { SubjectRow } from './subject.entity.js';
import { FormerStayRow } from './former-stay.entity.js';
import { formerStays } from './former-stays.js';
import { ownWhereabouts } from './whereabouts-of.js';

/** One row for every subject that somebody opened, of every kind, and for every time in which it lay elsewhere: what `VisibilityPolicy` decides on. */
export const subjectsModel = (subjects: readonly AnySubject[]): Projection =>
  kindsProjection({
    name: 'subjects',
    tables: { subject: SubjectRow, former_stay: FormerStayRow },
    kinds: new Map(subjects.map((subject) => [subject.name, readerOf(subject)])),
  });

const readerOf = (subject: AnySubject): KindReader => ({
  chapter: subject,
  rows: (folded) => ({
    subject: [rowOf(subject, folded)],
    former_stay: formerStays(subject, folded.entries).map((stay, n) => ({ n, ...stay })),
  }),
});

function rowOf(subject: AnySubject, { stream, state, opened }: FoldedSubject): Omit<SubjectRow, 'stream'> {
  const { regions, units, circle, isReleased } = ownWhereabouts(subject, stream.slice(subject.name.length + 1), state);
  return {
    kind: subject.name,
    opened,
    region: wholeOf(regions) ?? null,
    regions,
    units,
    circle,
    released: isReleased,
    serves: subject.servesIn?.(state) ?? [],
    person: subject.personOf?.(state) ?? null,
    placedBy: subject.placedByUnits?.(state) ?? [],
  };
}
