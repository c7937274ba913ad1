import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { Filters } from '../../forms/filters.js';
import { useWords } from '../../i18n/words.js';

const filters = [{ name: 'region', kind: 'region' }] as const;
type Line = Shapes['HelperKnown'] & Partial<Pick<Shapes['HelperLine'], 'quota'>>;
const most = 200;

interface Props {
  readonly list: 'under-quota' | 'without-post';
  readonly region: string | undefined;
  readonly choice: ReactNode;
}

/** Helpers who fall short today: fewer households than their rank asks for, or no post on record. */
export function HelpersAmiss({ list, region, choice }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const within = region === undefined ? {} : { region };
  const columns = useColumns(list === 'under-quota');
  const helpers = useInfiniteQuery({
    queryKey: ['helpers', list, region ?? null],
    queryFn: ({ pageParam, signal }) => pageOf(list, { ...within, ...(pageParam && { after: pageParam }), limit: most }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => (page.helpers.length < most ? undefined : page.helpers.at(-1)?.person),
  });
  const first = helpers.data?.pages[0];
  return (
    <Page title={t('helpers.title')} asOf={first && <AsOf position={first.position} />}>
      <Filters
        filters={filters}
        values={within}
        onChange={(search) => void navigate({ to: '/helpers', search: { ...search, list }, replace: true })}
      />
      {choice}
      {first && <p className="hint">{t('helpers.total', { total: first.total })}</p>}
      <Answered of={helpers}>
        {({ pages }) => (
          <Table
            label={t('helpers.title')}
            columns={columns}
            rows={pages.flatMap((page) => page.helpers)}
            keyOf={({ person, county }) => `${person} ${county}`}
            onEnd={nextPage(helpers)}
            empty={<Empty act={<Link to="/counts">{t('helpers.emptyAct')}</Link>}>{t('helpers.empty')}</Empty>}
          />
        )}
      </Answered>
    </Page>
  );
}

interface HelperPage {
  readonly helpers: readonly Line[];
  readonly position: number;
  readonly total: number;
}
const pageOf = (list: string, query: { region?: string; after?: string; limit: number }, signal: AbortSignal): Promise<HelperPage> =>
  list === 'without-post'
    ? answer(api.GET('/helpers/without-post', { signal, params: { query } }))
    : answer(api.GET('/helpers/under-quota', { signal, params: { query } }));

function useColumns(quotas: boolean): readonly Column<Line>[] {
  const t = useWords();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('field.name'),
        width: 10,
        main: true,
        cell: ({ person, name }) => <RecordLink to={`/people/${person}`}>{name ?? t('erased')}</RecordLink>,
      },
      { key: 'phone', title: t('people.phoneEnd'), width: 7, cell: ({ phoneEnd }) => phoneEnd ?? '—' },
      {
        key: 'ranks',
        title: t('helpers.ranks'),
        width: 10,
        main: true,
        cell: ({ rankWords }) => rankWords.map((rank) => t.both(rank)).join('、'),
      },
      { key: 'units', title: t('helpers.units'), width: 24, cell: ({ units }) => units.map(({ unit, name }) => name ?? unit).join('、') },
      { key: 'households', title: t('helpers.households'), width: 8, align: 'end', cell: ({ households }) => households },
      ...(quotas ? [{ key: 'quota', title: t('helpers.quota'), width: 8, align: 'end', cell: ({ quota }) => quota } as Column<Line>] : []),
    ],
    [t, quotas],
  );
}
