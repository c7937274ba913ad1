import { type ReactNode, useEffect } from 'react';
import { useWords } from '../i18n/words.js';
import { LanguageSwitch } from './language-switch.js';
import './sign-in-page.css';

/** What stands before the console: one form under the product's name. */
export function SignInPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  return (
    <main className="sign-in-page">
      <div className="sign-in-card">
        <p className="sign-in-name">{t('app.name')}</p>
        <h1>{title}</h1>
        {children}
        <LanguageSwitch />
      </div>
    </main>
  );
}
