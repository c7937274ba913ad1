import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useWords } from '../i18n/words.js';
import { Answered } from './answered.js';
import './proof.css';

/** The hash that proves an entry, fetched when it is asked for. */
export function Proof({ position }: { readonly position: number }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const leaf = useQuery({
    queryKey: ['leaf', position],
    queryFn: ({ signal }) => answer(api.GET('/log/leaves/{position}', { signal, params: { path: { position } } })),
    enabled: open,
  });
  return (
    <details className="proof" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('entry.hash')}</summary>
      {open && (
        <Answered of={leaf} rows={1}>
          {({ leafHash }) => <code className="digest">{leafHash}</code>}
        </Answered>
      )}
    </details>
  );
}
