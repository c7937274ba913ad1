import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { registerPerson } from '../../commands/office-commands.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { readerRights, useMay } from '../../session/may.js';

const route = getRouteApi('/people');

/** The officials of one's regions, by the beginning of a name, with the posts that they hold. */
export function People() {
  const t = useWords();
  const may = useMay();
  const { posts } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const text = useDeferredValue(typed.trim());
  const columns = useColumns();
  const people = useInfiniteQuery({
    queryKey: ['people list', text, posts],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.POST('/people/search', {
          signal,
          body: {
            ...(text && { text }),
            ...(posts === 'none' && { withoutPost: true }),
            ...(pageParam && { after: pageParam }),
            limit: 100,
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const administer = may(['administer']) && (
    <Button type="primary" onClick={() => setAsking({ description: registerPerson, of: '/people' })}>
      {t('command.registerPerson')}
    </Button>
  );
  const opened = ({ id }: { id: string }) => void navigate({ to: '/people/$id', params: { id } });
  return (
    <Page title={t('nav.people')} asOf={people.data?.pages[0] && <AsOf position={people.data.pages[0].position} />} actions={administer}>
      <Labelled label={t('people.search')}>
        {(id) => <Input.Search id={id} value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={20} allowClear />}
      </Labelled>
      <p>
        <Checkbox
          checked={posts === 'none'}
          onChange={({ target }) => void navigate({ search: target.checked ? { posts: 'none' } : {}, replace: true })}
        >
          {t('people.withoutPost')}
        </Checkbox>
      </p>
      <Answered of={people}>
        {({ pages }) => (
          <Table
            label={t('nav.people')}
            columns={columns}
            rows={pages.flatMap((page) => page.people)}
            keyOf={({ person }) => person}
            onEnd={nextPage(people)}
            empty={<Empty>{t('people.empty')}</Empty>}
          />
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} onDone={opened} />
    </Page>
  );
}

function useColumns(): readonly Column<Shapes['PersonLine']>[] {
  const t = useWords();
  const may = useMay();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('field.name'),
        width: 10,
        main: true,
        cell: ({ person, name }) => <RecordLink to={`/people/${person}`}>{name ?? t('erased')}</RecordLink>,
      },
      {
        key: 'posts',
        title: t('people.posts'),
        width: 36,
        cell: ({ posts }) => posts.map((post) => [t.both(post), post.unitName].filter(Boolean).join(' ')).join(' · ') || '—',
      },
      { key: 'phone', title: t('people.phoneEnd'), width: 8, cell: ({ phoneEnd }) => phoneEnd ?? '—' },
      { key: 'region', title: t('field.serves'), width: 10, cell: ({ region, regionName }) => regionName ?? region },
      ...(may(readerRights) ? [helped(t('people.households'))] : []),
    ],
    [t, may],
  );
}

const helped = (title: string): Column<Shapes['PersonLine']> => ({
  key: 'households',
  title,
  width: 8,
  align: 'end',
  cell: ({ householdsNow }) => householdsNow ?? '—',
});
