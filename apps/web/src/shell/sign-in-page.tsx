import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from './language-switch.js';
import { useWords } from '../i18n/words.js';

/** What stands before the console: one form under the product's name. */
export function SignInPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  return (
    <main className="doorway">
      <div className="doorway-card">
        <p className="doorway-name">{t('app.name')}</p>
        <h1>{title}</h1>
        {children}
        <LanguageSwitch />
      </div>
    </main>
  );
}
