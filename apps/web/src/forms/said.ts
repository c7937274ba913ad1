import type { ContextType } from 'react';
import type { Words } from '../i18n/words.js';
import type { Choices } from './choices.js';
import { type Field, type FormValues, within } from './field.js';
import { inHundredths } from './form-values.js';

type Listed = ContextType<typeof Choices>;

/** The unit in which a figure of a kind is typed. */
export const unitOf = { fen: 'unit.yuan', total: 'unit.yuan', mu: 'unit.mu' } as const;
export const isFigure = (kind: string): kind is keyof typeof unitOf => kind in unitOf;

/** What a field of a form says, in words; a person or a unit by its id. */
export function said(field: Field, value: unknown, t: Words, choices: Listed): string {
  if (isFigure(field.kind)) return `${inHundredths(value as number)} ${t(unitOf[field.kind])}`;
  switch (field.kind) {
    case 'code':
    case 'listed': {
      const offered = field.choices ?? (field.list === undefined ? [] : choices.get(field.list));
      const choice = offered?.find(({ code }) => code === value);
      return choice ? t.both(choice) : String(value);
    }
    case 'yes-no':
      return t(value === true ? 'say.yes' : 'say.no');
    case 'listed-several':
      return (
        (value as readonly string[]).map((code) => said({ ...field, kind: 'listed' }, code, t, choices)).join(', ') || t('standards.empty')
      );
    case 'counts':
    case 'days':
      return (value as readonly unknown[]).join(', ') || t('standards.empty');
    case 'group':
      return Object.entries(within(field, {}))
        .map(([name, one]) => `${t.both(one.called)} ${said(one, (value as FormValues)[name], t, choices)}`)
        .join(' · ');
    default:
      return String(value);
  }
}
