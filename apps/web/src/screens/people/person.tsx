import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { Answered } from '../../components/answered.js';
import { CardList } from '../../components/card-list.js';
import { MomentPage } from '../../components/moment-page.js';
import { Period } from '../../components/period.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { DutyProblems } from './duty-problems.js';
import { PersonHouseholds } from './person-households.js';
import { RecordFigures } from './record-figures.js';
import { OwnFile } from '../subject/own-file.js';
import { RecordWhy } from './record-why.js';

const route = getRouteApi('/people/$id');

/** What one official was, did, and answered for: postings, households in charge, acts, late ones, reversals by others, problems. */
export function Person() {
  const t = useWords();
  const may = useMay();
  const { id } = route.useParams();
  const moment = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const record = useQuery({
    queryKey: ['person', id, moment],
    queryFn: ({ signal }) => answer(api.GET('/people/{id}/record', { signal, params: { path: { id }, query: moment } })),
  });
  const administers = may(['administer'], record.data?.region);
  return (
    <>
      <MomentPage
        title={record.data?.name ?? t('person.title')}
        windowTitle={t('person.title')}
        asked={moment}
        answered={record.data?.asOf}
        onMoment={(search, how) => void navigate({ search, hash: true, ...how })}
        actions={(past) =>
          record.error && !record.data ? (
            <Link to="/people" className="button-link">
              {t('nav.people')}
            </Link>
          ) : (
            !past &&
            record.data &&
            administers && (
              <>
                <ActButton path="post-person" of={`/people/${id}`} onAct={setAsking} />
                <ActButton path="open-account" of="/accounts" begin={{ person: id }} onAct={setAsking} />
              </>
            )
          )
        }
      >
        {(past) => (
          <Answered of={record}>
            {({ postings, problems, acts: did, confirmed, asOf, phoneEnd, regionName, region, householdsNow }) => (
              <>
                <p className="hint">
                  {[regionName ?? region, ...(phoneEnd === null ? [] : [t('person.phoneEnd', { end: phoneEnd })])].join(' · ')}
                </p>
                {!confirmed && <p className="hint">{t('person.unconfirmed')}</p>}
                {did && problems && <RecordFigures acts={did} by={{ person: id }} {...{ asOf, past }} />}
                <section>
                  <h2>
                    {t('person.postings')} <RecordWhy of={t('person.postings')} kind="person" subject={id} asOf={asOf} />
                  </h2>
                  {postings.length === 0 && <p className="hint">{t('person.noPosting')}</p>}
                  <CardList>
                    {postings.map((post) => (
                      <li key={`${post.post} ${post.unit} ${post.since}`}>
                        <p>
                          <strong>{t.both(post)}</strong> · {t.code('level', post.level)}
                        </p>
                        <p>
                          <RecordLink to={`/units/${post.unit}`}>{post.unitName ?? post.unit.slice(0, 8)}</RecordLink>
                        </p>
                        <p className="hint">
                          <Period from={post.since} to={post.until} />
                        </p>
                        {administers && !past && post.until === null && (
                          <p className="acts">
                            <ActButton
                              small
                              path="end-post"
                              of={`/people/${id}`}
                              fixed={{ unit: post.unit, post: post.post }}
                              onAct={setAsking}
                            />
                          </p>
                        )}
                      </li>
                    ))}
                  </CardList>
                </section>
                {problems && <DutyProblems by={{ person: id }} moment={moment} />}
                {householdsNow !== null && <PersonHouseholds id={id} past={past} />}
                <OwnFile subject={`/people/${id}`} moment={moment} />
              </>
            )}
          </Answered>
        )}
      </MomentPage>
      <CommandDrawer asking={asking} subject={record.data?.name ?? undefined} onClose={() => setAsking(null)} />
    </>
  );
}
