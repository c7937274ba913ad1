import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Figures } from '../../components/figures.js';
import { None } from '../../components/none.js';
import { Page } from '../../components/page.js';
import { Filters } from '../../forms/filters.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { HelperFigures } from '../helpers/helper-figures.js';
import { ProblemFigures } from '../ledger/problem-figures.js';
import { listedBy } from '../households/counted-by.js';
import { placeAsked } from '../register/region-filter.js';
import { Breakdown } from './breakdown.js';
import { Receipt } from './receipt.js';
import './counts.css';

const route = getRouteApi('/counts');
const filters = [
  { name: 'standing', kind: 'code', list: 'standing' },
  { name: 'attribute', kind: 'code', list: 'attribute' },
  { name: 'cause', kind: 'listed', list: 'cause-codes' },
] as const;

/** The county in figures, as of today: each leads to a township, a village, its households, and the entries behind. */
export function Counts() {
  const t = useWords();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [receipt, setReceipt] = useState(false);
  const counts = useQuery({
    queryKey: ['counts', asked],
    queryFn: ({ signal }) => answer(api.GET('/households/counts', { signal, params: { query: { ...(asked as object) } } })),
    meta: { live: true },
  });
  return (
    <Page title={t('nav.counts')} asOf={counts.data && <AsOf position={counts.data.position} />}>
      <RegionTrail region={asked.region} />
      <Filters
        filters={filters}
        values={asked}
        onChange={(search) => void navigate({ search: { ...(asked.region && { region: asked.region }), ...search }, replace: true })}
      />
      <Answered of={counts}>
        {(said) =>
          said.households === 0 ? (
            <Nothing asked={asked} onAll={() => void navigate({ search: {} })} />
          ) : (
            <CountsShown counts={said} onReceipt={() => setReceipt(true)} />
          )
        }
      </Answered>
      <section>
        <h2>{t('counts.problems')}</h2>
        <ProblemFigures within={placeAsked(asked.region)} />
      </section>
      <HelperFigures region={asked.region} />
      <Receipt of={receipt ? t('counts.households') : null} filter={asked} onClose={() => setReceipt(false)} />
    </Page>
  );
}

function Nothing({ asked, onAll }: { readonly asked: object; readonly onAll: () => void }) {
  const t = useWords();
  const may = useMay();
  const importing = may(['record']) ? <Link to="/imports">{t('households.emptyAct')}</Link> : undefined;
  return (
    <None asked={asked} empty={t('households.empty')} onAll={onAll} act={importing}>
      {t('households.none')}
    </None>
  );
}

function CountsShown({ counts, onReceipt }: { readonly counts: Shapes['HouseholdCounts']; readonly onReceipt: () => void }) {
  const t = useWords();
  const asked = route.useSearch();
  const village = asked.region?.length === 12;
  return (
    <>
      <Figures>
        <Figure value={counts.households} label={t('counts.households')} onWhy={onReceipt} />
        <Figure value={counts.people} label={t('counts.people')} onWhy={onReceipt} />
        <Link to="/households" search={listedBy(asked)} className="button-link">
          {t('counts.list')}
        </Link>
      </Figures>
      <div className="breakdowns">
        {!village && asked.region?.length !== 9 && <Breakdown title={t('counts.byTownship')} lines={counts.byTownship} name="region" />}
        {!village && asked.region !== undefined && <Breakdown title={t('counts.byVillage')} lines={counts.byVillage} name="region" />}
        <Breakdown title={t('counts.byStanding')} lines={counts.byStanding} name="standing" />
        <Breakdown title={t('counts.byCause')} lines={counts.byCause} name="cause" />
        <Breakdown title={t('counts.byAttribute')} lines={counts.byAttribute} name="attribute" />
      </div>
    </>
  );
}

function Figure({ value, label, onWhy }: { readonly value: number; readonly label: string; readonly onWhy: () => void }) {
  const t = useWords();
  return (
    <div className="figure">
      <span className="figure-value">{value.toLocaleString()}</span>
      <span>{label}</span>
      <Button size="small" type="link" onClick={onWhy} aria-label={t('why.of', { field: label })}>
        {t('why.ask')}
      </Button>
    </div>
  );
}

/** County, township, village: back up from where one has drilled to. */
function RegionTrail({ region }: { readonly region?: string | undefined }) {
  const t = useWords();
  const { nameOf } = useRegions();
  const steps = [6, 9, 12]
    .filter((digits) => region !== undefined && digits <= region.length)
    .map((digits) => region?.slice(0, digits) ?? '');
  return (
    <nav className="trail" aria-label={t('counts.trail')}>
      <Link to="/counts" search={({ region: _region, ...before }) => before}>
        {t('region.all')}
      </Link>
      {steps.map((code) => (
        <Link
          key={code}
          to="/counts"
          search={(before) => ({ ...before, region: code })}
          aria-current={code === region ? 'location' : undefined}
        >
          {nameOf(code)}
        </Link>
      ))}
    </nav>
  );
}
