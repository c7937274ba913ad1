import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from './answered.js';
import { answer, api } from '../api/ask.js';
import { useWords } from '../words/words.js';

/** An entry as a whole: what is said in it, and what proves it. */
export const useWholeEntry = (position: number, enabled = true) =>
  useQuery({
    queryKey: ['entry', position],
    queryFn: () => answer(api.GET('/entries/{position}', { params: { path: { position } } })),
    enabled,
  });

/** The hash that proves an entry, fetched when it is asked for. */
export function Proof({ position }: { readonly position: number }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const whole = useWholeEntry(position, open);
  return (
    <details className="proof" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('entry.hash')}</summary>
      {open && (
        <Answered of={whole} rows={1}>
          {({ leafHash }) => <code className="digest">{leafHash}</code>}
        </Answered>
      )}
    </details>
  );
}
