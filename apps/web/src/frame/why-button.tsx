import { QuestionCircleOutlined } from '@ant-design/icons';
import { useWords } from '../words/words.js';

/** Asks for the entries behind something, called by its name. */
export function WhyButton({ of, onClick }: { readonly of: string; readonly onClick: () => void }) {
  const t = useWords();
  return (
    <button type="button" className="why" onClick={onClick} aria-label={t('why.of', { field: of })}>
      <QuestionCircleOutlined aria-hidden /> {t('why.ask')}
    </button>
  );
}
