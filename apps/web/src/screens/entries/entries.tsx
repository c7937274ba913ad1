import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { answer, api } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { Answered } from '../../frame/answered.js';
import { AsOf } from '../../frame/as-of.js';
import { Empty } from '../../frame/empty.js';
import { Export } from '../../frame/export.js';
import { Filters } from '../../frame/filters.js';
import { Page } from '../../frame/page.js';
import { intoAddress } from '../../moment/address.js';
import { useWords } from '../../words/words.js';
import { EntryViews } from './entry-views.js';
import { Facets } from './facets.js';
import { SavedViews } from './saved-views.js';

const route = getRouteApi('/entries');
const filters = [
  { name: 'kind', kind: 'code', list: 'subjectKind' },
  { name: 'person', kind: 'person' },
  { name: 'unit', kind: 'unit' },
  { name: 'region', kind: 'region' },
  { name: 'mode', kind: 'code', list: 'mode' },
  { name: 'effectiveFrom', kind: 'day' },
  { name: 'effectiveTo', kind: 'day' },
  { name: 'recordedFrom', kind: 'day' },
  { name: 'recordedTo', kind: 'day' },
  { name: 'correlation', kind: 'line' },
  { name: 'late', kind: 'yes' },
  { name: 'reversed', kind: 'yes' },
] as const;
const views = ['sentences', 'table', 'json'] as const;

/** Every entry that one may see, by facets; as sentences, as a table, or as they are. The address holds what is chosen. */
export function Entries() {
  const t = useWords();
  const { view = 'sentences', ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const entries = useInfiniteQuery({
    queryKey: ['entries', asked],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/entries', { params: { query: { ...(asked as object), ...(pageParam && { before: pageParam }), limit: 100 } } })),
    initialPageParam: 0,
    getNextPageParam: ({ older }) => older,
  });
  const search = (next: object) => void navigate({ search: { ...next, ...(view !== 'sentences' && { view }) }, replace: true });
  const first = entries.data?.pages[0];
  return (
    <Page
      title={t('nav.entries')}
      asOf={first && <AsOf position={first.position} link={location.href} />}
      actions={<Export from={`/entries/export.xlsx${intoAddress(asked)}`} name="entries.xlsx" />}
    >
      <Filters filters={filters} values={asked} onChange={search} />
      <SavedViews asked={route.useSearch()} />
      <Radio.Group
        optionType="button"
        value={view}
        aria-label={t('entries.view')}
        onChange={({ target }) => void navigate({ search: { ...asked, view: target.value as string } })}
        options={views.map((one) => ({ value: one, label: t(`entries.${one}`) }))}
      />
      <div className="explorer">
        <Facets asked={asked} onChoose={search} />
        <Answered of={entries}>
          {({ pages }) => (
            <EntryViews
              view={view}
              entries={pages.flatMap((page) => page.entries)}
              onEnd={nextPage(entries)}
              empty={<Empty act={<Button onClick={() => search({})}>{t('filter.clear')}</Button>}>{t('entries.empty')}</Empty>}
            />
          )}
        </Answered>
      </div>
    </Page>
  );
}
