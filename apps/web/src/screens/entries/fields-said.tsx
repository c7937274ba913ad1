import type { Shapes } from '../../api/ask.js';
import { Description, DescriptionList } from '../../components/description-list.js';
import { LinesTable } from '../../components/lines-table.js';
import { useWords } from '../../i18n/words.js';

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
  const said = (lines[0] ?? []).filter(({ name }) => lines.some((line) => isSaid(fieldIn(line, name))));
  if (said.length === 0) return <>—</>;
  const columns = said.map(({ name, called }) => ({ name, called: t.both(called) }));
  return <LinesTable label={t.both(field.called)} {...{ columns, lines }} cell={(line, name) => <Cell of={fieldIn(line, name)} />} />;
}

const fieldIn = (line: readonly FieldSaid[], name: string) => line.find((field) => field.name === name);
const isSaid = (field: FieldSaid | undefined): boolean => field?.said != null || (field?.fields ?? []).some(isSaid);

function Cell({ of: field }: { readonly of: FieldSaid | undefined }) {
  const t = useWords();
  if (!field) return <>—</>;
  if (!field.fields) return <Words of={field} />;
  return <>{field.fields.flatMap(({ said }) => (said ? [t.both(said)] : [])).join(' · ')}</>;
}
