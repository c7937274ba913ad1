import { Attachments } from '../../components/attachments.js';
import { CardList } from '../../components/card-list.js';
import type { EntryNarrative } from '../../components/entry.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';

/** What the entries of a subject rest on, the newest first, each with the entry that names it; nothing where there is none. */
export function SubjectAttachments({ entries }: { readonly entries: readonly EntryNarrative[] }) {
  const t = useWords();
  const naming = entries.filter(({ evidence }) => evidence.length > 0).toReversed();
  if (naming.length === 0) return null;
  return (
    <section>
      <h2>
        {t('household.papers')} <span className="count">{naming.reduce((sum, { evidence }) => sum + evidence.length, 0)}</span>
      </h2>
      <CardList>
        {naming.map((entry) => (
          <li key={entry.position}>
            <Attachments digests={entry.evidence} />
            <p>
              {entry.effectiveOn} <RecordLink to={`/entries/${String(entry.position)}`}>@{entry.position}</RecordLink>
            </p>
            <p className="hint">{t.both(entry)}</p>
          </li>
        ))}
      </CardList>
    </section>
  );
}
