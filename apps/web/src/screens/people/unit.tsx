import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { CardList } from '../../components/card-list.js';
import { MomentPage } from '../../components/moment-page.js';
import { Period } from '../../components/period.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { DutyProblems } from './duty-problems.js';
import { RecordFigures } from './record-figures.js';
import { OwnFile } from '../subject/own-file.js';
import { RecordWhy } from './record-why.js';
import { TodayOnly } from './today-only.js';
import { UnitHouseholds } from './unit-households.js';

const route = getRouteApi('/units/$id');

/** A unit: who serves in it, what it answers for, what was done for it. */
export function Unit() {
  const t = useWords();
  const { id } = route.useParams();
  const moment = route.useSearch();
  const navigate = route.useNavigate();
  const record = useQuery({
    queryKey: ['unit', id, moment],
    queryFn: ({ signal }) => answer(api.GET('/units/{id}/record', { signal, params: { path: { id }, query: moment } })),
  });
  return (
    <MomentPage
      title={record.data?.name ?? t('unit.title')}
      asked={moment}
      answered={record.data?.asOf}
      onMoment={(search, how) => void navigate({ search, hash: true, ...how })}
      actions={() =>
        record.error &&
        !record.data && (
          <Link to="/units" className="button-link">
            {t('nav.units')}
          </Link>
        )
      }
    >
      {(past) => (
        <Answered of={record}>
          {({ kind, level, regionName, region, people, problems, acts, householdsNow, asOf }) => (
            <>
              <p>
                {t.code('unitKind', kind)} · {t.code('level', level)} · {regionName ?? region}{' '}
                {householdsNow !== null && (
                  <>
                    · {t('unit.helped', { count: householdsNow })} <TodayOnly past={past} />{' '}
                  </>
                )}
                <RecordWhy of={t('unit.title')} kind="unit" subject={id} asOf={asOf} />
              </p>
              {acts && problems && <RecordFigures acts={acts} by={{ unit: id }} {...{ asOf, past }} />}
              <section>
                <h2>
                  {t('unit.people')} <span className="count">{people.length}</span>
                </h2>
                <CardList>
                  {people.map((member) => (
                    <li key={`${member.person} ${member.post} ${member.since}`}>
                      <p>
                        <RecordLink to={`/people/${member.person}`}>{member.name ?? t('erased')}</RecordLink> · {t.both(member)}
                        {member.phoneEnd && ` · ${t('person.phoneEnd', { end: member.phoneEnd })}`}
                      </p>
                      <p className="hint">
                        <Period from={member.since} to={member.until} />
                      </p>
                    </li>
                  ))}
                </CardList>
              </section>
              {problems && <DutyProblems by={{ unit: id }} moment={moment} />}
              {householdsNow !== null && <UnitHouseholds id={id} past={past} />}
              <OwnFile subject={`/units/${id}`} moment={moment} />
            </>
          )}
        </Answered>
      )}
    </MomentPage>
  );
}
