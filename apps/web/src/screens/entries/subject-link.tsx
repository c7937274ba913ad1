import { Link } from '@tanstack/react-router';
import type { Shapes } from '../../api/ask.js';
import { useWords } from '../../words/words.js';

/** Whom an entry is about: it leads to his file or record, where there is one. */
export function SubjectLink({ entry: { kind, subject, subjectName } }: { readonly entry: Shapes['EntryLine'] }) {
  const t = useWords();
  const name = `${t.code('subjectKind', kind)} ${subjectName ?? subject.slice(0, 8)}`;
  const to = { household: '/households/$id', person: '/people/$id', unit: '/units/$id' } as const;
  if (!(kind in to)) return <>{name}</>;
  return (
    <Link to={to[kind as keyof typeof to]} params={{ id: subject }}>
      {name}
    </Link>
  );
}
