import type { ReactNode } from 'react';
import type { Shapes } from '../../api/ask.js';
import type { Words } from '../../words/words.js';
import type { File } from '../household/file.js';
import { factsOf, shownOr } from '../household/household-facts.js';

/** A field on both sides. */
export interface Row {
  readonly field: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly changed: boolean;
}

/** Every field that either side has, in the order of the file; the server says which differ: null while it has not yet. */
export function rowsOf(
  a: File | undefined,
  b: File | undefined,
  changed: readonly Shapes['FieldChangedShown'][] | null,
  t: Words,
): readonly Row[] {
  const [before, after] = [sideOf(a, t), sideOf(b, t)];
  const fields = [...after.keys(), ...[...before.keys()].filter((field) => !after.has(field))];
  const absent = (file: File | undefined) => (file === undefined ? t('time.notOnRecord') : '—');
  return fields.map((field) => ({
    field,
    label: (after.get(field) ?? before.get(field))?.label ?? field,
    before: before.get(field)?.value ?? absent(a),
    after: after.get(field)?.value ?? absent(b),
    changed: changed !== null && ((a === undefined) !== (b === undefined) || changed.some((one) => touches(one.field, field))),
  }));
}

const touches = (one: string, other: string) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

function sideOf(file: File | undefined, t: Words): ReadonlyMap<string, { readonly label: string; readonly value: ReactNode }> {
  if (!file) return new Map();
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
