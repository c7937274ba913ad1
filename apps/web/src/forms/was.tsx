import { use } from 'react';
import { useWords } from '../i18n/words.js';
import { Choices } from './choices.js';
import type { Field, FieldKind } from './field.js';
import { said } from './said.js';

interface Props {
  readonly field: Field;
  /** What the field says, and what is on record. */
  readonly is: unknown;
  readonly was: unknown;
}

/** Whose values are ids, or lines of their own: that they differ is all that fits beside the field. */
const wordless: ReadonlySet<FieldKind> = new Set(['person', 'unit', 'member', 'region', 'regions', 'units', 'rows', 'evidence']);

/** What stood in a field, once something else stands in it. */
export function Was({ field, is, was }: Props) {
  const t = useWords();
  const choices = use(Choices);
  if (JSON.stringify(is ?? null) === JSON.stringify(was ?? null)) return null;
  const value = was ?? null;
  const old = () => (value === null ? t('form.wasNothing') : t('form.was', { value: said(field, value, t, choices) }));
  return <small className="was">{wordless.has(field.kind) ? t('form.changed') : old()}</small>;
}
