import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { answer, api } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { Answered } from '../../components/answered.js';
import { AsOf, AsOfAsked } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Export } from '../../components/export.js';
import { MomentWarnings } from '../../components/moment-warnings.js';
import { Page } from '../../components/page.js';
import { Filters } from '../../forms/filters.js';
import { useWords } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { today } from '../../moment/day.js';
import { positionIn } from '../../moment/position.js';
import { EntryViews } from './entry-views.js';
import { Facets } from './facets.js';
import { SavedViews } from './saved-views.js';
import './entries.css';

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
  { name: 'correlation', kind: 'text' },
  { name: 'late', kind: 'yes' },
  { name: 'reversed', kind: 'yes' },
] as const;
const views = ['sentences', 'table', 'json'] as const;

/** Every entry that one may see, by facets; as sentences, as a table, or as they are. The address holds what is chosen, and the position. */
export function Entries() {
  const t = useWords();
  const { view = 'sentences', known, ...filter } = route.useSearch();
  const asked = { ...filter, ...(known !== undefined && { upTo: known.replace('@', '') }) };
  const navigate = route.useNavigate();
  const entries = useInfiniteQuery({
    queryKey: ['entries', asked],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/entries', { signal, params: { query: { ...(asked as object), ...(pageParam && { before: pageParam }), limit: 100 } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ older }) => older,
  });
  const rest = { ...(known !== undefined && { known }), ...(view !== 'sentences' && { view }) };
  const search = (next: object) => void navigate({ search: { ...next, ...rest }, replace: true });
  const isRefused = entries.error !== null && !entries.data;
  const newest = entries.data?.pages[0]?.position;
  const position = newest === undefined ? undefined : Math.min(newest, positionIn(known ?? `@${String(newest)}`));
  const link = `${location.origin}${location.pathname}${intoAddress({ ...filter, ...rest, known: `@${String(position)}` })}`;
  const onNow = known === undefined ? undefined : () => void navigate({ search: { ...filter, ...(view !== 'sentences' && { view }) } });
  return (
    <Page
      title={t('nav.entries')}
      past={known !== undefined}
      asOf={
        position === undefined ? (
          onNow && <AsOfAsked asked={{ ...(known !== undefined && { known }) }} onNow={onNow} />
        ) : (
          <AsOf position={position} link={link} onNow={onNow} />
        )
      }
      actions={<Export from={`/entries/export.xlsx${intoAddress({ ...asked, language: t.language })}`} name="entries.xlsx" />}
    >
      {position !== undefined && known !== undefined && (
        <MomentWarnings asked={{ known }} answered={{ at: today(), known: `@${String(position)}` }} />
      )}
      <Filters filters={filters} values={filter} onChange={search} />
      <SavedViews asked={{ ...filter, ...rest }} />
      <Radio.Group
        optionType="button"
        value={view}
        aria-label={t('entries.view')}
        onChange={({ target }) => void navigate({ search: { ...filter, ...rest, view: target.value as string } })}
        options={views.map((one) => ({ value: one, label: t(`entries.${one}`) }))}
      />
      <div className={isRefused ? undefined : 'explorer'}>
        {!isRefused && <Facets asked={asked} chosen={filter} onChoose={search} />}
        <Answered of={entries}>
          {({ pages }) => (
            <>
              <LeftOut entries={pages.reduce((sum, { leftOut }) => sum + leftOut, 0)} />
              <EntryViews
                view={view}
                entries={pages.flatMap((page) => page.entries)}
                onEnd={nextPage(entries)}
                empty={<Empty act={<Button onClick={() => search({})}>{t('filter.clear')}</Button>}>{t('entries.empty')}</Empty>}
              />
            </>
          )}
        </Answered>
      </div>
    </Page>
  );
}

/** Nobody takes what is left out for what is not there. */
function LeftOut({ entries }: { readonly entries: number }) {
  const t = useWords();
  return entries === 0 ? null : <Alert type="error" showIcon role="alert" title={t('entries.leftOut', { entries })} />;
}
