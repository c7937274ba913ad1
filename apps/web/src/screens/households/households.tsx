import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { openHousehold } from '../../commands/member-commands.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { None } from '../../components/none.js';
import { Page } from '../../components/page.js';
import { Table } from '../../components/table.js';
import { Filters } from '../../forms/filters.js';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { useHouseholdColumns } from './household-columns.js';
import '../../components/why-button.css';

const route = getRouteApi('/households');
const filters = [
  { name: 'region', kind: 'region' },
  { name: 'standing', kind: 'code', list: 'standing' },
  { name: 'attribute', kind: 'code', list: 'attribute' },
  { name: 'cause', kind: 'listed', list: 'cause-codes' },
] as const;

/** Finds a household by a name, a citizen number, its file code or its number; and opens a file for one that has none. What is typed stands in no address. */
export function Households() {
  const t = useWords();
  const may = useMay();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const meant = useDeferredValue(typed.trim());
  const isTooShort = Array.from(meant).length === 1; // while the second character is on its way, the list stays
  const text = isTooShort ? '' : meant;
  const columns = useHouseholdColumns();
  const found = useInfiniteQuery({
    queryKey: ['households', asked, text],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.POST('/households/search', {
          signal,
          body: { ...(asked as object), ...(text && { text }), ...(pageParam && { after: pageParam }), limit: 200 },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const importing = may(['record']) ? <Link to="/imports">{t('households.emptyAct')}</Link> : undefined;
  const opening = may(openHousehold.may) && (
    <Button type="primary" onClick={() => setAsking({ description: openHousehold, of: '/households' })}>
      {t('command.openHousehold')}
    </Button>
  );
  const all = () => {
    setTyped('');
    void navigate({ search: {} });
  };
  const first = found.data?.pages[0];
  return (
    <Page title={t('nav.households')} asOf={first && <AsOf position={first.position} />} actions={opening}>
      <Labelled label={t('households.search')}>
        {(id) => (
          <Input.Search id={id} value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={40} allowClear autoFocus />
        )}
      </Labelled>
      {isTooShort && <p role="status">{t('households.typeMore')}</p>}
      <Filters filters={filters} values={asked} onChange={(search) => void navigate({ search, replace: true })} />
      {first && (
        <p className="hint">
          {t('households.total', { total: first.total })}{' '}
          {text === '' && (
            <Link to="/counts" search={asked} className="why">
              {t('why.ask')}
            </Link>
          )}
        </p>
      )}
      <Answered of={found}>
        {({ pages }) => (
          <Table
            label={t('nav.households')}
            columns={columns}
            rows={pages.flatMap(({ households }) => households)}
            keyOf={({ id }) => id}
            total={first?.total}
            onEnd={nextPage(found)}
            empty={
              <None asked={{ ...asked, ...(text && { text }) }} empty={t('households.empty')} onAll={all} act={importing}>
                {t('households.none')}
              </None>
            }
          />
        )}
      </Answered>
      <CommandDrawer
        asking={asking}
        onClose={() => setAsking(null)}
        onDone={({ id }) => void navigate({ to: '/households/$id', params: { id } })}
      />
    </Page>
  );
}
