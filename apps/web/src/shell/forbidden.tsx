import { Link } from '@tanstack/react-router';
import { Empty } from '../components/empty.js';
import { Page } from '../components/page.js';
import { useWords } from '../i18n/words.js';
import { readerRights } from '../session/may.js';
import type { Right } from '../session/session.js';

/** Instead of a screen that the reader may not see: which right it takes, any of these. The many that let one read cases are not listed. */
export function Forbidden({ wanted }: { readonly wanted: readonly Right[] }) {
  const t = useWords();
  const anyOfCases = readerRights.every((right) => wanted.includes(right));
  return (
    <Page title={t('guarded.title')}>
      <Empty act={<Link to="/">{t('notFound.act')}</Link>}>
        {anyOfCases
          ? t('guarded.cases')
          : t('guarded.why', { rights: wanted.map((right) => t.code('right', right)).join(t('guarded.or')) })}
      </Empty>
    </Page>
  );
}
