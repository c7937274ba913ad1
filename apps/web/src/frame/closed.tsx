import { Link } from '@tanstack/react-router';
import type { Right } from '../session/session.js';
import { useWords } from '../words/words.js';
import { Empty } from './empty.js';
import { Page } from './page.js';

/** Instead of a screen that is not his: which right it takes, any of these. */
export function Closed({ wanted }: { readonly wanted: readonly Right[] }) {
  const t = useWords();
  return (
    <Page title={t('guarded.title')}>
      <Empty act={<Link to="/">{t('notFound.act')}</Link>}>
        {t('guarded.why', { rights: wanted.map((right) => t.code('right', right)).join(t('guarded.or')) })}
      </Empty>
    </Page>
  );
}
