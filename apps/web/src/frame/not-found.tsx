import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.js';
import { Empty } from './empty.js';
import { Page } from './page.js';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useWords();
  return (
    <Page title={t('notFound.title')}>
      <Empty act={<Link to="/">{t('notFound.act')}</Link>}>{t('notFound.why')}</Empty>
    </Page>
  );
}
