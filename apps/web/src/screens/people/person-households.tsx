import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Empty } from '../../components/empty.js';
import { Period } from '../../components/period.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { useWords } from '../../i18n/words.js';
import { namedColumns } from '../household/named-columns.js';
import { TodayOnly } from './today-only.js';

type Helped = Shapes['HouseholdHelpedLine'];

/** The households in somebody's charge, now and before. */
export function PersonHouseholds({ id, past }: { readonly id: string; readonly past: boolean }) {
  const t = useWords();
  const columns = useColumns();
  const helped = useQuery({
    queryKey: ['households of', id],
    queryFn: ({ signal }) => answer(api.GET('/people/{id}/households', { signal, params: { path: { id } } })),
  });
  return (
    <section>
      <h2>
        {t('person.households')} <TodayOnly past={past} />
      </h2>
      <Answered of={helped} rows={3}>
        {({ households }) => (
          <Table
            label={t('person.households')}
            columns={columns}
            rows={households}
            keyOf={({ id: of, from }) => `${of} ${from}`}
            empty={<Empty>{t('person.noHousehold')}</Empty>}
          />
        )}
      </Answered>
    </section>
  );
}

function useColumns(): readonly Column<Helped>[] {
  const t = useWords();
  return useMemo<readonly Column<Helped>[]>(
    () => [
      ...namedColumns(t),
      { key: 'unit', title: t('field.unit'), width: 14, cell: ({ unitName, unit }) => unitName ?? unit.slice(0, 8) },
      {
        key: 'time',
        title: t('person.time'),
        width: 14,
        cell: ({ from, to }) => <Period {...{ from, to }} />,
      },
    ],
    [t],
  );
}
