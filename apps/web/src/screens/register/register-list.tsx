import { useQuery } from '@tanstack/react-query';
import { registers } from '../../api/registers.js';
import { Answered } from '../../components/answered.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../i18n/words.js';
import { ListPage } from './list-page.js';
import type { ListScreen } from './list-screen.js';

/** A register as a list: found, filtered, put in order, counted, chosen from, copied, exported and acted on, as of any moment. */
export function RegisterList(screen: ListScreen) {
  const t = useWords();
  const known = useQuery(registers);
  const description = known.data?.registers.find(({ name }) => name === screen.name);
  if (description) return <ListPage {...screen} description={description} />;
  return (
    <Page title={t.named(screen.title)}>
      <Answered of={known}>{() => <Empty>{t('list.unreadable')}</Empty>}</Answered>
    </Page>
  );
}
