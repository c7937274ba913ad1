import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../../api/ask.js';
import { nextPage } from '../../api/next-page.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import type { Description } from '../../commands/description.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Export } from '../../components/export.js';
import { None } from '../../components/none.js';
import { Page } from '../../components/page.js';
import { Table } from '../../components/table.js';
import { Filters } from '../../forms/filters.js';
import { useWords } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { useMay } from '../../session/may.js';
import { opens } from '../../session/route-access.js';
import { BulkDrawer } from './bulk-drawer.js';
import { Chosen } from './chosen.js';
import { keyOf, useLedgerColumns } from './ledger-columns.js';
import { ProblemFigures } from './problem-figures.js';
import { useChosen } from './use-chosen.js';
import './ledger.css';

const route = getRouteApi('/problems');
const filters = [
  { name: 'region', kind: 'region' },
  { name: 'status', kind: 'code', list: 'problemStatus' },
  { name: 'class', kind: 'listed', list: 'problem-classes' },
  { name: 'source', kind: 'listed', list: 'problem-sources' },
  { name: 'unit', kind: 'unit' },
  { name: 'person', kind: 'person' },
  { name: 'overdue', kind: 'yes' },
] as const;

/** The rectification ledger: every problem, its limit and those who answer for it, the newest found first. */
export function Ledger() {
  const t = useWords();
  const may = useMay();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { chosen, choose, clear } = useChosen();
  const [together, setTogether] = useState<Description | null>(null);
  const columns = useLedgerColumns({ onAct: setAsking, chosen, onChoose: choose });
  const ledger = useInfiniteQuery({
    queryKey: ['ledger', asked],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/problems', { signal, params: { query: { ...(asked as object), ...(pageParam && { after: pageParam }), limit: 500 } } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const { status: _status, overdue: _overdue, ...wider } = asked;
  const all = () => void navigate({ search: {} });
  return (
    <Page
      title={t('nav.ledger')}
      asOf={ledger.data?.pages[0] && <AsOf position={ledger.data.pages[0].position} />}
      actions={
        <>
          {may(opens('/imports')) && (
            <Link to="/imports" search={{ list: 'ledger' }} className="button-link">
              {t('ledger.import')}
            </Link>
          )}
          <Export from={`/problems/ledger.xlsx${intoAddress(asked)}`} name="ledger.xlsx" />
        </>
      }
    >
      <Filters filters={filters} values={asked} onChange={(search) => void navigate({ search, replace: true })} />
      <div className="ledger">
        <ProblemFigures within={wider} shown={asked} />
      </div>
      {chosen.size > 0 && <Chosen problems={[...chosen.values()]} onAct={setTogether} onClear={clear} />}
      <Answered of={ledger}>
        {({ pages }) => (
          <Table
            label={t('nav.ledger')}
            columns={columns}
            rows={pages.flatMap(({ problems }) => problems)}
            keyOf={keyOf}
            onEnd={nextPage(ledger)}
            empty={
              <None asked={asked} empty={t('ledger.empty')} onAll={all}>
                {t('ledger.none')}
              </None>
            }
          />
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
      <BulkDrawer act={together} problems={chosen} onClose={() => setTogether(null)} onDone={clear} />
    </Page>
  );
}
