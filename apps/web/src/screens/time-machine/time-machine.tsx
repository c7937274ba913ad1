import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Answered } from '../../frame/answered.js';
import { AsOf } from '../../frame/as-of.js';
import { Page } from '../../frame/page.js';
import { intoAddress } from '../../moment/address.js';
import { useWords } from '../../words/words.js';
import { fileOf, historyOf } from '../household/household-queries.js';
import { Travel } from './travel.js';

const route = getRouteApi('/households/$id/time');

/** A household between two moments: what it was at A, what at B, what changed, and what was not yet known. */
export function TimeMachine() {
  const t = useWords();
  const { id } = route.useParams();
  const { at, known, ...rest } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useQuery(fileOf(id, {}));
  const history = useQuery(historyOf(id));
  const newest = now.data?.asOf;
  const moment = { at: at ?? newest?.at, known: known ?? newest?.known } as { at?: string; known?: string };
  const past = at !== undefined || known !== undefined;
  return (
    <Page
      title={t('time.titleOf', { number: now.data?.number ?? id })}
      past={past}
      actions={
        <Link to="/households/$id" params={{ id }} search={past ? moment : {}} className="button-link">
          {t('time.file')}
        </Link>
      }
      asOf={
        moment.known && (
          <AsOf
            at={moment.at}
            position={moment.known}
            link={`${location.origin}${location.pathname}${intoAddress({ ...rest, ...moment })}`}
            onNow={past ? () => void navigate({ search: {} }) : undefined}
          />
        )
      }
    >
      <Answered of={history} rows={12}>
        {({ entries }) =>
          newest && (
            <Travel
              id={id}
              entries={entries}
              newest={newest}
              asked={{ ...rest, ...moment }}
              onMoment={(search) => void navigate({ search: { ...search }, replace: true })}
            />
          )
        }
      </Answered>
    </Page>
  );
}
