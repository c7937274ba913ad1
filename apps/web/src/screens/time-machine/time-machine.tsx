import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Answered } from '../../components/answered.js';
import { AsOf, AsOfAsked } from '../../components/as-of.js';
import { Failure } from '../../components/failure.js';
import { MomentWarnings } from '../../components/moment-warnings.js';
import { Page } from '../../components/page.js';
import { Waiting } from '../../components/waiting.js';
import { useWords, type Words } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { isBeyond } from '../../moment/use-moment.js';
import { calledBy } from '../household/household-called.js';
import { type AnyFile, fileOf, historyOf } from '../subject/subject-queries.js';
import type { TimeMachineParams } from './time-machine-params.js';
import { TimeMachineView } from './time-machine-view.js';
import { useResolvedMoments } from './use-resolved-moments.js';

const route = getRouteApi('/$plural/$id/time');

/** A subject between two moments: what it was at A, what at B, what changed, and what was not yet known. */
export function TimeMachine() {
  const t = useWords();
  const { plural, id } = route.useParams();
  const subject = `/${plural}/${id}`;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = useQuery(fileOf(subject, {}));
  const history = useQuery(historyOf(subject));
  const newest = now.data?.asOf;
  const { asked, both, error } = useResolvedMoments(subject, search, newest, history.data?.entries[0]?.effectiveOn);
  const past = search.at !== undefined || search.known !== undefined;
  const onNow = past ? () => void navigate({ search: {} }) : undefined;
  const onMoment = (journey: TimeMachineParams) => void navigate({ search: { ...journey }, replace: true });
  const beyond = both !== undefined && (isBeyond(asked.a, both.a) || isBeyond(asked.b, both.b));
  const pinned = both && { ...search, ...addressOf(both) };
  const rewrites = past && pinned !== undefined && !beyond && intoAddress(pinned) !== intoAddress({ ...search, ...addressOf(asked) });
  useEffect(() => {
    if (rewrites) onMoment(pinned);
  });
  return (
    <Page
      title={t('time.titleOf', { number: calledIn(now.data, t) ?? id })}
      past={past}
      actions={
        <Link to="/$plural/$id" params={{ plural, id }} search={past ? (both?.b ?? asked.b) : {}} className="button-link">
          {t('time.file')}
        </Link>
      }
      asOf={
        both ? (
          <AsOf
            at={both.b.at}
            position={both.b.known}
            link={`${location.origin}${location.pathname}${intoAddress({ ...search, ...both.b })}`}
            onNow={onNow}
          />
        ) : (
          onNow && <AsOfAsked asked={search} onNow={onNow} />
        )
      }
    >
      {error && <Failure error={error} />}
      {both && <MomentWarnings asked={asked.b} answered={both.b} />}
      <Answered of={history} rows={12}>
        {({ entries }) =>
          newest && both ? (
            <TimeMachineView subject={subject} entries={entries} newest={newest} a={both.a} b={both.b} asked={search} onMoment={onMoment} />
          ) : (
            !error && <Waiting rows={12} />
          )
        }
      </Answered>
    </Page>
  );
}

const addressOf = ({ a, b }: ReturnType<typeof useResolvedMoments>['asked']) => ({ ...b, fromAt: a.at, fromKnown: a.known });

/** As the office calls it. */
const calledIn = (file: AnyFile | undefined, t: Words): string | null => {
  if (!file) return null;
  if ('number' in file) return calledBy(file);
  return file.title && t.both(file.title);
};
