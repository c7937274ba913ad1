import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useMay } from '../session/may.js';
import { useWords } from '../words/words.js';
import { opens } from './doors.js';
import { Empty } from './empty.js';
import { Page } from './page.js';

/** The screen at this address; whoever has come to one that is not his is told which right it takes, before anything is asked for it. */
export function Guarded() {
  const t = useWords();
  const may = useMay();
  const wanted = opens(useLocation({ select: ({ pathname }) => pathname }));
  if (wanted === undefined || may(wanted)) return <Outlet />;
  return (
    <Page title={t('guarded.title')}>
      <Empty act={<Link to="/">{t('notFound.act')}</Link>}>
        {t('guarded.why', { rights: wanted.map((right) => t.code('right', right)).join(t('guarded.or')) })}
      </Empty>
    </Page>
  );
}
