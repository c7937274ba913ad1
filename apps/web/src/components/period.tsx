import { useWords } from '../i18n/words.js';

/** From when, and until when where it has ended. */
export function Period({ from, to }: { readonly from: string; readonly to: string | null }) {
  const t = useWords();
  return <>{to === null ? t('helper.since', { from }) : t('helper.until', { from, to })}</>;
}
