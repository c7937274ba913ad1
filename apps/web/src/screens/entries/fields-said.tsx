import type { Shapes } from '../../api/ask.js';
import { Description, DescriptionList } from '../../components/description-list.js';
import { useWords } from '../../i18n/words.js';
import '../standards/value-shown.css';

type FieldSaid = Shapes['FieldSaidShown'];

/** What an entry says, field by field as its form asks for it; what was left empty, or may not be read, as a dash. */
export function FieldsSaid({ fields }: { readonly fields: readonly FieldSaid[] }) {
  const t = useWords();
  return (
    <DescriptionList>
      {fields.map((field) => (
        <Description key={field.name} term={t.both(field.called)}>
          {field.lines ? (
            <Lines field={field} lines={field.lines} />
          ) : field.fields ? (
            <FieldsSaid fields={field.fields} />
          ) : (
            <Words of={field} />
          )}
        </Description>
      ))}
    </DescriptionList>
  );
}

function Words({ of: { said } }: { readonly of: FieldSaid }) {
  const t = useWords();
  return <>{said ? t.both(said) : '—'}</>;
}

/** One row a line, with a column for each field that any of them says. */
function Lines({ field, lines }: { readonly field: FieldSaid; readonly lines: readonly (readonly FieldSaid[])[] }) {
  const t = useWords();
  const columns = (lines[0] ?? []).filter(({ name }) => lines.some((line) => isSaid(line.find((one) => one.name === name))));
  if (columns.length === 0) return <>—</>;
  return (
    <div className="wide-lines" role="group" aria-label={t.both(field.called)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, called }) => (
              <th key={name} scope="col">
                {t.both(called)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              {columns.map(({ name }) => (
                <td key={name}>
                  <Cell of={line.find((one) => one.name === name)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isSaid = (field: FieldSaid | undefined): boolean => field?.said != null || (field?.fields ?? []).some(isSaid);

function Cell({ of: field }: { readonly of: FieldSaid | undefined }) {
  const t = useWords();
  if (!field) return <>—</>;
  if (!field.fields) return <Words of={field} />;
  return <>{field.fields.flatMap(({ said }) => (said ? [t.both(said)] : [])).join(' · ')}</>;
}
