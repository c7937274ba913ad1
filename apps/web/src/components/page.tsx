import { type ReactNode, useEffect } from 'react';
import { useWords } from '../i18n/words.js';
import './page.css';

interface Props {
  readonly title: string;
  /** What the window is called where the title names a person: the browser keeps that in its history. */
  readonly windowTitle?: string | undefined;
  /** What the page is true of: log position, day, and whether it is sealed. */
  readonly asOf?: ReactNode;
  readonly actions?: ReactNode;
  /** A past view looks past. */
  readonly past?: boolean;
  readonly children: ReactNode;
}

/** Every screen: what it is about, of which moment it is true, what can be done, and then itself. */
export function Page({ title, windowTitle = title, asOf, actions, past = false, children }: Props) {
  const t = useWords();
  useEffect(() => {
    document.title = `${windowTitle} · ${t('app.name')}`;
  }, [windowTitle, t]);
  return (
    <main className={past ? 'page past' : 'page'} id="main" tabIndex={-1}>
      <header className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
        {asOf}
      </header>
      {children}
    </main>
  );
}
