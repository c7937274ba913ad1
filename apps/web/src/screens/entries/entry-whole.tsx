import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Description, DescriptionList } from '../../components/description-list.js';
import { Entry } from '../../components/entry.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../i18n/words.js';
import { FieldsSaid } from './fields-said.js';
import { SubjectAttachments } from './subject-attachments.js';
import { SubjectLink } from './subject-link.js';

const route = getRouteApi('/entries/$position');

/** One entry as a whole: what it says, what it rests on, and what proves it. */
export function EntryWhole() {
  const t = useWords();
  const { position } = route.useParams();
  const entry = useQuery({
    queryKey: ['entry', position],
    queryFn: ({ signal }) => answer(api.GET('/entries/{position}', { signal, params: { path: { position: Number(position) } } })),
  });
  return (
    <Page title={t('entry.title', { position })} asOf={entry.data && <AsOf position={position} link={location.href} forEver />}>
      <Answered of={entry}>
        {(whole) => (
          <>
            <SubjectAttachments entry={whole}>
              <Entry entry={whole}>
                <p>
                  <SubjectLink entry={whole} />
                </p>
                {whole.correlationId !== null && (
                  <p>
                    <Link to="/entries" search={{ correlation: whole.correlationId }}>
                      {t('entry.procedure')}
                    </Link>
                  </p>
                )}
              </Entry>
            </SubjectAttachments>
            <Tabs
              items={[
                ...(whole.said ? [{ key: 'said', label: t('entry.said'), children: <FieldsSaid fields={whole.said} /> }] : []),
                { key: 'exact', label: t('entry.exact'), children: <Exact whole={whole} /> },
              ]}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** What it says to the letter, and what proves it. */
function Exact({ whole }: { readonly whole: Shapes['EntryWhole'] }) {
  const t = useWords();
  return (
    <>
      <section>
        <h2>{t('entry.data')}</h2>
        <pre tabIndex={0}>{JSON.stringify(whole.data, null, 2)}</pre>
      </section>
      <section>
        <h2>{t('entry.proof')}</h2>
        <DescriptionList>
          {proofOf(whole).map(([term, value]) => (
            <Description key={term} term={t(term)} className="digest">
              {value}
            </Description>
          ))}
        </DescriptionList>
      </section>
    </>
  );
}

const proofOf = ({ leafHash, macKey, id, stream, revision, type, version }: Shapes['EntryWhole']) =>
  [
    ['entry.leafHash', leafHash],
    ['entry.macKey', macKey],
    ['entry.id', id],
    ['entry.stream', `${stream} @ ${String(revision)}`],
    ['entry.type', `${type} ${String(version)}`],
  ] as const;
