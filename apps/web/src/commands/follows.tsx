import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { Refused } from '../api/problem-details.js';
import { useWords } from '../i18n/words.js';
import type { Submitted } from './submit.js';
import { whatFollows, type WhatFollows } from './what-follows.js';
import '../components/entry.css';
import './follows.css';

type Asked = Pick<Submitted, 'to' | 'command' | 'envelope'>;

/** How a page that has a file of its own shows a field's value; of all others the server says it. */
export const FieldSaid = createContext<((field: string, value: unknown) => ReactNode) | null>(null);

/** So long nothing more is typed before it is asked, in milliseconds. */
const pause = 400;
const mostLines = 40;

/** A value once it has stood still. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}

/** What would follow from what is typed; nothing as long as that is not whole. */
export function Follows(asked: Asked) {
  const t = useWords();
  const settled = useSettled(JSON.stringify(asked));
  const { data, error } = useQuery({
    queryKey: ['what follows', settled],
    queryFn: ({ signal }) => whatFollows(JSON.parse(settled) as Asked, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const refused = error instanceof Refused && error.problem.status === 409 ? error.problem : undefined;
  if (!refused && (error || !data)) return null;
  return (
    <section className="entry follows" role="status" aria-label={t('follows.title')}>
      <h3>{t('follows.title')}</h3>
      {refused ? <p>{t.both({ en: refused.title, zh: refused.titleZh })}</p> : data && <Following {...data} />}
    </section>
  );
}

function Following({ changed, breaches, inapplicable }: WhatFollows) {
  const t = useWords();
  const inFile = use(FieldSaid);
  const said = (words: Said, field: string, value: unknown): ReactNode => (words ? t.both(words) : (inFile?.(field, value) ?? '—'));
  return (
    <>
      {changed.length === 0 && <p>{t('follows.nothing')}</p>}
      <dl>
        {changed.slice(0, mostLines).map((field) => (
          <div key={field.field}>
            <dt>{t.both(field)}</dt>
            <dd>
              <del>{said(field.beforeSaid, field.field, field.before)}</del> → <ins>{said(field.afterSaid, field.field, field.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {changed.length > mostLines && <p>{t('follows.more', { count: changed.length - mostLines })}</p>}
      <Lines title={t('follows.breaks')} lines={breaches} />
      <Lines title={t('follows.unfits')} lines={inapplicable} />
    </>
  );
}

type Said = WhatFollows['changed'][number]['beforeSaid'];

function Lines({ title, lines }: { readonly title: string; readonly lines: WhatFollows['breaches'] }) {
  const t = useWords();
  if (lines.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{t.both(line)}</li>
        ))}
      </ul>
    </>
  );
}
