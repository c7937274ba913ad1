import { use } from 'react';
import { Choices } from '../../forms/choices.js';
import type { Fields, FormValues } from '../../forms/field.js';
import { said } from '../../forms/said.js';
import { useWords } from '../../i18n/words.js';
import './value-shown.css';

/** The value of a standard in words, by the fields by which it is proposed. */
export function ValueShown({ fields, value }: { readonly fields: Fields; readonly value: FormValues }) {
  const t = useWords();
  const choices = use(Choices);
  return (
    <dl className="value">
      {Object.entries(fields).map(([name, field]) => (
        <div key={name}>
          <dt>{t.both(field.called)}</dt>
          <dd>
            {field.kind === 'rows' ? (
              <div className="wide-lines" role="group" aria-label={t.both(field.called)} tabIndex={0}>
                <Lines fields={field.fields ?? {}} lines={value[name] as readonly FormValues[]} />
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
          {columns.map(([name, { called }]) => (
            <th key={name} scope="col">
              {t.both(called)}
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
