import type { Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';

/** Whom an entry is about: a link to its file, where it has one. */
export function SubjectLink({ entry: { kindCalled, subject, subjectPath, subjectName } }: { readonly entry: Shapes['EntryLine'] }) {
  const t = useWords();
  const name = `${t.both(kindCalled)} ${subjectName ?? subject.slice(0, 8)}`;
  return subjectPath === null ? <>{name}</> : <RecordLink to={subjectPath as `/units/${string}`}>{name}</RecordLink>;
}
