import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { RecordLink } from '../../components/record-link.js';
import { Choices } from '../../forms/choices.js';
import { Filters } from '../../forms/filters.js';
import { useWords } from '../../i18n/words.js';
import { officeReaders, useMay, useSession } from '../../session/may.js';
import { useNationalLists } from './national-lists.js';
import { Proposals } from './proposals.js';
import { Propose } from './propose.js';
import { useStandardFields } from './standard-fields.js';
import { ValueShown } from './value-shown.js';
import './standards.css';

const route = getRouteApi('/standards');
const filters = [
  { name: 'region', kind: 'region' },
  { name: 'at', kind: 'day' },
] as const;

/** The rules that hold in a region on a day: their values, who set them and on which document; those who may set others. */
export function Standards() {
  return (
    <Choices value={useNationalLists()}>
      <StandardsOfRegion />
    </Choices>
  );
}

function StandardsOfRegion() {
  const t = useWords();
  const may = useMay();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const own = useSession()?.rights[0]?.regions[0];
  const region = asked.region ?? own ?? 'CN';
  const [asking, setAsking] = useState<Asking | null>(null);
  const inForce = useQuery({
    queryKey: ['standards', region, asked.at ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET('/standards/in-force', { signal, params: { query: { region, ...(asked.at && { on: asked.at }) } } })),
  });
  const past = asked.at !== undefined;
  const sets = !past && may(['standards'], region);
  const onNow = past ? () => void navigate({ search: { ...(asked.region && { region }) } }) : undefined;
  return (
    <Page
      title={t('nav.standards')}
      past={past}
      asOf={inForce.data && <AsOf at={inForce.data.on} position={inForce.data.position} link={location.href} onNow={onNow} />}
      actions={sets && <Propose standards={inForce.data?.standards ?? []} region={region} onAct={setAsking} />}
    >
      <Filters filters={filters} values={{ ...asked, region }} onChange={(search) => void navigate({ search, replace: true })} />
      {sets && <Proposals region={region} onAct={setAsking} />}
      <Answered of={inForce} rows={12}>
        {({ standards, toCome }) => (
          <>
            {toCome.length > 0 && (
              <section>
                <h2>
                  {t('standards.toCome')} <span className="count">{toCome.length}</span>
                </h2>
                <ul className="standards">
                  {toCome.map((standard) => (
                    <Standard key={`${standard.standard} ${standard.since}`} standard={standard} comes />
                  ))}
                </ul>
              </section>
            )}
            {standards.length === 0 ? (
              <Empty>{t('standards.unset')}</Empty>
            ) : (
              <ul className="standards">
                {standards.map((standard) => (
                  <Standard key={standard.standard} standard={standard} />
                ))}
              </ul>
            )}
          </>
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

interface StandardProps {
  readonly standard: Shapes['StandardShown'];
  /** True where it is in force only from its day on. */
  readonly comes?: true;
}

function Standard({ standard: { standard, en, zh, value, setIn, since, document }, comes }: StandardProps) {
  const t = useWords();
  const may = useMay();
  const { nameOf } = useRegions();
  const region = setIn === 'CN' ? t('standards.nation') : nameOf(setIn);
  return (
    <li>
      <h2>{t.both({ en, zh })}</h2>
      <ValueShown fields={useStandardFields()[standard] ?? {}} value={value} />
      <p className="hint">
        {t(comes ? 'standards.comes' : 'standards.setIn', { region, since })} ·{' '}
        {document === null ? t('standards.shipped') : t('standards.by', { document })}
        {may(officeReaders, setIn) && (
          <>
            {' '}
            · <RecordLink to={`/standards/${setIn}`}>{t('standards.file')}</RecordLink>
          </>
        )}
      </p>
    </li>
  );
}
