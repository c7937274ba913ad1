import type { ReactNode } from 'react';
import type { Shapes } from '../../api/ask.js';
import type { Words } from '../../i18n/words.js';
import type { File } from '../household/file.js';
import { factsOf, shownOr } from '../household/household-facts.js';
import type { AnyFile } from '../subject/subject-queries.js';
import { factOf } from '../subject/subject-sections.js';

/** A field on both sides. */
export interface Row {
  readonly field: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** On which sides it is there, so that one may ask why. */
  readonly inA: boolean;
  readonly inB: boolean;
  readonly changed: boolean;
}

/** What a file shows, by field. */
export type Side = ReadonlyMap<string, { readonly label: string; readonly value: ReactNode }>;

const none: Side = new Map();

/**
 * Every field that either side has, in the order of the file; a side where the subject is not on record is undefined. The server
 * says which differ: null while it has not yet.
 */
export function rowsOf(
  a: Side | undefined,
  b: Side | undefined,
  changed: readonly Shapes['FieldChangedShown'][] | null,
  t: Words,
): readonly Row[] {
  const [before, after] = [a ?? none, b ?? none];
  const absent = (side: Side | undefined) => (side === undefined ? t('time.notOnRecord') : '—');
  if (!a && !b)
    return [{ field: 'status', label: t('field.status'), before: absent(a), after: absent(b), inA: false, inB: false, changed: false }];
  const fields = [...after.keys(), ...[...before.keys()].filter((field) => !after.has(field))];
  return fields.map((field) => ({
    field,
    label: (after.get(field) ?? before.get(field))?.label ?? field,
    before: before.get(field)?.value ?? absent(a),
    after: after.get(field)?.value ?? absent(b),
    inA: before.has(field),
    inB: after.has(field),
    changed: changed !== null && ((a === undefined) !== (b === undefined) || changed.some((one) => touches(one.field, field))),
  }));
}

/** Whether one field is the other, or lies within it. */
export const touches = (one: string, other: string) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** What one may ask about: every field that the file has now. */
export const conditionsOf = (file: AnyFile, t: Words): readonly { readonly field: string; readonly label: string }[] =>
  [...sideOf(file, t)].map(([field, { label }]) => ({ field, label }));

/** A value that a field once had, as the file would show it; null where it was not there. */
export function shownIn(file: AnyFile, field: string, value: unknown, t: Words): ReactNode {
  if (value === null || 'sections' in file) return value === null ? '—' : JSON.stringify(value);
  const [group = '', one = ''] = field.split('.', 2);
  const parts: Readonly<Record<string, object>> = {
    members: { members: [value] },
    problems: { problems: [value] },
    guarantees: { guarantees: { [one]: value } },
    place: value as object,
    visits: value as object,
  };
  return sideOf({ ...file, ...(parts[group] ?? { [field]: value }) }, t).get(field)?.value ?? '—';
}

/** What a file shows, field by field: as its kind describes it, or of a household as its own page has it. */
export const sideOf = (file: AnyFile, t: Words): Side =>
  'sections' in file
    ? new Map(file.sections.flatMap(({ facts }) => facts.map((fact) => [fact.field, factOf(fact, t)] as const)))
    : sideOfHousehold(file, t);

function sideOfHousehold(file: File, t: Words): Side {
  const called = (id: string) => (file.names as Readonly<Record<string, string>>)[id] ?? id.slice(0, 8);
  const helping = file.helpers.filter(({ to }) => to === null).map(({ person }) => called(person));
  return new Map([
    ...factsOf(file, t).map(({ field, label, value }) => [field, { label, value }] as const),
    ['helpers', { label: t('household.helpers'), value: helping.join(' · ') || '—' }] as const,
    ...file.members.map(({ member, name, relation }) => {
      const label = t('time.member', { name: shownOr(name, t) });
      return [`members.${member}`, { label, value: t.code('relation', relation) }] as const;
    }),
    ...file.problems.map(({ number, status }) => {
      const label = t('time.problem', { number });
      return [`problems.${number}`, { label, value: t.code('problemStatus', status) }] as const;
    }),
  ]);
}
