import type { ReactNode } from 'react';
import { LanguageSwitch } from '../frame/language-switch.js';
import { useWords } from '../words/words.js';

/** What stands before the console: one form under the product's name. */
export function Doorway({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
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
