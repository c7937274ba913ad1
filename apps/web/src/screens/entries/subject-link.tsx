import type { Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';

/** Whom an entry is about: a link to the file or record, where there is one. */
export function SubjectLink({ entry: { kind, subject, subjectName } }: { readonly entry: Shapes['EntryLine'] }) {
  const t = useWords();
  const name = `${t.code('subjectKind', kind)} ${subjectName ?? subject.slice(0, 8)}`;
  const records = { household: 'households', person: 'people', unit: 'units' } as const;
  if (!(kind in records)) return <>{name}</>;
  return <RecordLink to={`/${records[kind as keyof typeof records]}/${subject}`}>{name}</RecordLink>;
}
