import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { registerUnit } from '../../commands/office-commands.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { None } from '../../components/none.js';
import { Page } from '../../components/page.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { Filters } from '../../forms/filters.js';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';

const route = getRouteApi('/units');
const filters = [
  { name: 'region', kind: 'region' },
  { name: 'unitKind', kind: 'code', list: 'unitKind' },
] as const;

/** The units of one's regions, by part of a name, with how many hold a post in each. */
export function Units() {
  const t = useWords();
  const may = useMay();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const text = useDeferredValue(typed.trim());
  const columns = useColumns();
  const units = useInfiniteQuery({
    queryKey: ['units list', asked, text],
    queryFn: ({ pageParam, signal }) => {
      const { region, unitKind } = asked;
      const wanted = {
        ...(region && { region }),
        ...(unitKind && { kind: unitKind as Shapes['UnitListLine']['kind'] }),
        ...(text && { text }),
      };
      return answer(api.GET('/units', { signal, params: { query: { ...wanted, ...(pageParam && { after: pageParam }), limit: 100 } } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const register = may(['administer']) && (
    <Button type="primary" onClick={() => setAsking({ description: registerUnit, of: '/units' })}>
      {t('command.registerUnit')}
    </Button>
  );
  const all = () => {
    setTyped('');
    void navigate({ search: {} });
  };
  return (
    <Page title={t('nav.units')} asOf={units.data?.pages[0] && <AsOf position={units.data.pages[0].position} />} actions={register}>
      <Labelled label={t('units.search')}>
        {(id) => <Input.Search id={id} value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={40} allowClear />}
      </Labelled>
      <Filters filters={filters} values={asked} onChange={(search) => void navigate({ search, replace: true })} />
      <Answered of={units}>
        {({ pages }) => (
          <Table
            label={t('nav.units')}
            columns={columns}
            rows={pages.flatMap((page) => page.units)}
            keyOf={({ unit }) => unit}
            onEnd={nextPage(units)}
            empty={
              <None asked={{ ...asked, ...(text && { text }) }} empty={t('units.empty')} onAll={all}>
                {t('units.none')}
              </None>
            }
          />
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

function useColumns(): readonly Column<Shapes['UnitListLine']>[] {
  const t = useWords();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('field.unitName'),
        width: 24,
        main: true,
        cell: ({ unit, name }) => <RecordLink to={`/units/${unit}`}>{name}</RecordLink>,
      },
      { key: 'kind', title: t('field.unitKind'), width: 14, cell: ({ kind }) => t.code('unitKind', kind) },
      { key: 'level', title: t('field.level'), width: 8, cell: ({ level }) => t.code('level', level) },
      { key: 'region', title: t('field.region'), width: 12, cell: ({ region, regionName }) => regionName ?? region },
      { key: 'people', title: t('unit.people'), width: 8, align: 'end', cell: ({ people }) => people },
    ],
    [t],
  );
}
