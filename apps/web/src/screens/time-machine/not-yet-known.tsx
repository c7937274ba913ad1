import { useState } from 'react';
import { Entry, type EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import './not-yet-known.css';

interface Props {
  readonly entries: readonly EntryNarrative[];
  readonly at: string;
  readonly known: number;
}

/** What had happened by that day, and was recorded only later. */
export function NotYetKnown({ entries, at, known }: Props) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const later = entries.filter(({ effectiveOn, position }) => effectiveOn <= at && position > known);
  if (later.length === 0) return <p className="hint">{t('time.allKnown')}</p>;
  return (
    <details className="not-yet-known" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('time.notYetKnown', { count: later.length, at })}</summary>
      {open && later.map((entry) => <Entry key={entry.position} entry={entry} />)}
    </details>
  );
}
