import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { AsOf } from '../../frame/as-of.js';
import { Answered } from '../../frame/answered.js';
import { Empty } from '../../frame/empty.js';
import { Filters } from '../../frame/filters.js';
import { Page } from '../../frame/page.js';
import { Table } from '../../frame/table.js';
import { useWords } from '../../words/words.js';
import { useLedgerColumns } from './ledger-columns.js';

const route = getRouteApi('/problems');
const filters = [
  { name: 'region', kind: 'region' },
  { name: 'status', kind: 'code', list: 'problemStatus' },
  { name: 'class', kind: 'code', list: 'problemClass' },
  { name: 'source', kind: 'code', list: 'problemSource' },
  { name: 'unit', kind: 'unit' },
  { name: 'person', kind: 'person' },
  { name: 'overdue', kind: 'yes' },
] as const;

/** The rectification ledger: every problem, its limit and those who answer for it, the newest found first. */
export function Ledger() {
  const t = useWords();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const columns = useLedgerColumns(setAsking);
  const ledger = useInfiniteQuery({
    queryKey: ['ledger', asked],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/problems', { params: { query: { ...(asked as object), ...(pageParam && { after: pageParam }), limit: 500 } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const all = () => void navigate({ search: {} });
  return (
    <Page title={t('nav.ledger')} asOf={ledger.data?.pages[0] && <AsOf position={ledger.data.pages[0].position} />}>
      <Filters filters={filters} values={asked} onChange={(search) => void navigate({ search, replace: true })} />
      <Answered of={ledger}>
        {({ pages }) => (
          <Table
            label={t('nav.ledger')}
            columns={columns}
            rows={pages.flatMap(({ problems }) => problems)}
            keyOf={({ id, number }) => `${id} ${number}`}
            onEnd={ledger.hasNextPage && !ledger.isFetchingNextPage ? () => void ledger.fetchNextPage() : undefined}
            empty={<Empty act={<Button onClick={all}>{t('ledger.emptyAct')}</Button>}>{t('ledger.empty')}</Empty>}
          />
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}
