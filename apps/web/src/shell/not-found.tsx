import { Link } from '@tanstack/react-router';
import { Empty } from '../components/empty.js';
import { Page } from '../components/page.js';
import { useWords } from '../i18n/words.js';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useWords();
  return (
    <Page title={t('notFound.title')}>
      <Empty act={<Link to="/">{t('notFound.act')}</Link>}>{t('notFound.why')}</Empty>
    </Page>
  );
}
