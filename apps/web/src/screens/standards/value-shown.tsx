import { use } from 'react';
import { LinesTable } from '../../components/lines-table.js';
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
              <Lines label={t.both(field.called)} fields={field.fields ?? {}} lines={value[name] as readonly FormValues[]} />
            ) : (
              said(field, value[name], t, choices)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface LinesProps {
  readonly label: string;
  readonly fields: Fields;
  readonly lines: readonly FormValues[];
}

function Lines({ label, fields, lines }: LinesProps) {
  const t = useWords();
  const choices = use(Choices);
  if (lines.length === 0) return <>{t('standards.empty')}</>;
  const columns = Object.entries(fields).map(([name, { called }]) => ({ name, called: t.both(called) }));
  const cell = (line: FormValues, name: string) => (fields[name] ? said(fields[name], line[name], t, choices) : null);
  return <LinesTable {...{ label, columns, lines, cell }} />;
}
