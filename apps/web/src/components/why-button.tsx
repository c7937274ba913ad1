import { useWords } from '../i18n/words.js';
import './marks/marks.css';
import './why-button.css';

/** Asks for the entries behind something, called by its name; its mark is drawn by the style, as every field has one. */
export function WhyButton({ of, onClick }: { readonly of: string; readonly onClick: () => void }) {
  const t = useWords();
  return (
    <button type="button" className="why" onClick={onClick} aria-label={t('why.of', { field: of })}>
      {t('why.ask')}
    </button>
  );
}
