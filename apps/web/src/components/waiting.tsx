import { Skeleton } from 'antd';
import { useWords } from '../i18n/words.js';

/** The shape of what is coming. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const t = useWords();
  return (
    <div aria-busy="true" aria-label={t('frame.loading')} role="status">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
