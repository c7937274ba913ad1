import type { ContextType } from 'react';
import type { Words } from '../i18n/words.js';
import type { Choices } from './choices.js';
import type { Field, FormValues } from './field.js';
import { inHundredths } from './form-values.js';

type Listed = ContextType<typeof Choices>;

/** What a field of a form says, in words; a person or a unit by its id. */
export function said(field: Field, value: unknown, t: Words, choices: Listed): string {
  switch (field.kind) {
    case 'code':
      return t.code(field.list, value as string);
    case 'listed': {
      const choice = choices.get(field.list)?.find(({ code }) => code === value);
      return choice ? t.both(choice) : String(value);
    }
    case 'yes-no':
      return t(value === true ? 'say.yes' : 'say.no');
    case 'sum':
    case 'hundredths':
      return `${inHundredths(value as number)} ${t(field.unit)}`;
    case 'listed-several':
      return (
        (value as readonly string[]).map((code) => said({ ...field, kind: 'listed' }, code, t, choices)).join(', ') || t('standards.empty')
      );
    case 'wholes':
    case 'days':
      return (value as readonly unknown[]).join(', ') || t('standards.empty');
    case 'group':
      return Object.entries(field.fields)
        .map(([name, one]) => `${t(one.label)} ${said(one, (value as FormValues)[name], t, choices)}`)
        .join(' · ');
    default:
      return String(value);
  }
}
