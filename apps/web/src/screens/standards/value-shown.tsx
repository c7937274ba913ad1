import { type ContextType, use } from 'react';
import { Choices } from '../../forms/choices.js';
import type { Field, Fields, FormValues } from '../../forms/field.js';
import { inHundredths } from '../../forms/form-values.js';
import { useWords, type Words } from '../../i18n/words.js';
import './value-shown.css';

type Listed = ContextType<typeof Choices>;

/** The value of a standard in words, by the fields by which it is proposed. */
export function ValueShown({ fields, value }: { readonly fields: Fields; readonly value: FormValues }) {
  const t = useWords();
  const choices = use(Choices);
  return (
    <dl className="value">
      {Object.entries(fields).map(([name, field]) => (
        <div key={name}>
          <dt>{t(field.label)}</dt>
          <dd>
            {field.kind === 'rows' ? (
              <div className="wide-lines" role="group" aria-label={t(field.label)} tabIndex={0}>
                <Lines fields={field.fields} lines={value[name] as readonly FormValues[]} />
              </div>
            ) : (
              said(field, value[name], t, choices)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ fields, lines }: { readonly fields: Fields; readonly lines: readonly FormValues[] }) {
  const t = useWords();
  const choices = use(Choices);
  if (lines.length === 0) return <>{t('standards.empty')}</>;
  const columns = Object.entries(fields);
  return (
    <table>
      <thead>
        <tr>
          {columns.map(([name, { label }]) => (
            <th key={name} scope="col">
              {t(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at}>
            {columns.map(([name, field]) => (
              <td key={name}>{said(field, line[name], t, choices)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(field: Field, value: unknown, t: Words, choices: Listed): string {
  switch (field.kind) {
    case 'code':
      return t.code(field.list, value as string);
    case 'listed': {
      const choice = choices.get(field.list)?.find(({ code }) => code === value);
      return choice ? t.both(choice) : String(value);
    }
    case 'yes-no':
      return t(value === true ? 'say.yes' : 'say.no');
    case 'hundredths':
      return `${inHundredths(value as number)} ${t(field.unit)}`;
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
