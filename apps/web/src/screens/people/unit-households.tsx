import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { useRegions } from '../../api/regions.js';
import { Answered } from '../../components/answered.js';
import { Empty } from '../../components/empty.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { useWords } from '../../i18n/words.js';
import { namedColumns } from '../household/named-columns.js';
import { TodayOnly } from './today-only.js';

type Helped = Shapes['HouseholdOfUnitLine'];

/** The households that a unit's people help. */
export function UnitHouseholds({ id, past }: { readonly id: string; readonly past: boolean }) {
  const t = useWords();
  const { nameOf } = useRegions();
  const columns = useMemo<readonly Column<Helped>[]>(
    () => [
      ...namedColumns(t),
      { key: 'village', title: t('field.village'), width: 12, cell: ({ village }) => nameOf(village) },
      {
        key: 'helpers',
        title: t('unit.helpers'),
        width: 14,
        cell: ({ helpers }) =>
          helpers
            .map(({ person, name, phoneEnd }) => [name ?? person.slice(0, 8), phoneEnd && `(${phoneEnd})`].filter(Boolean).join(' '))
            .join('、'),
      },
    ],
    [t, nameOf],
  );
  const helped = useInfiniteQuery({
    queryKey: ['households of unit', id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/units/{id}/households', {
          signal,
          params: { path: { id }, query: { ...(pageParam && { after: pageParam }), limit: 100 } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <section>
      <h2>
        {t('unit.households')} <TodayOnly past={past} />
      </h2>
      <Answered of={helped} rows={3}>
        {({ pages }) => (
          <Table
            label={t('unit.households')}
            columns={columns}
            rows={pages.flatMap(({ households }) => households)}
            keyOf={(household) => household.id}
            onEnd={nextPage(helped)}
            empty={<Empty>{t('unit.noHousehold')}</Empty>}
          />
        )}
      </Answered>
    </section>
  );
}
