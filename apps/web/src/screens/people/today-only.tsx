import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { today } from '../../moment/day.js';

/** In a view of the past, beside what is known of today alone. */
export function TodayOnly({ past }: { readonly past: boolean }) {
  const t = useWords();
  return past && <Tag tone="warning">{t('asOf.day', { at: today() })}</Tag>;
}
