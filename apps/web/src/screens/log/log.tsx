import { Alert } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Description, DescriptionList } from '../../components/description-list.js';
import { Page } from '../../components/page.js';
import { RecordLink } from '../../components/record-link.js';
import { Tag, type Tone } from '../../components/tag.js';
import { type Term, useWords, type Words } from '../../i18n/words.js';
import { dayAndClock } from '../../moment/day.js';
import { officeReaders, useMay } from '../../session/may.js';
import { ClockConfirm } from './clock-confirm.js';
import { Reactions } from './reactions.js';
import './log.css';

/** How the log stands, whether what is derived from it has caught up, and what is stuck. */
export function Log() {
  const t = useWords();
  const log = useQuery({ queryKey: ['log'], queryFn: ({ signal }) => answer(api.GET('/log', { signal })), meta: { live: true } });
  return (
    <Page title={t('nav.log')} asOf={log.data && <AsOf position={log.data.position} />} actions={<ClockConfirm />}>
      <Answered of={log}>
        {(shown) => (
          <>
            {shown.simulated && <Tag tone="warning">{t('log.simulated')}</Tag>}
            <DescriptionList>
              {factsOf(shown).map(([term, value, said]) => (
                <Description key={term} term={t(term)} className="digest">
                  {said === undefined ? value : <EntryLink position={said}>{value}</EntryLink>}
                </Description>
              ))}
              <Description term={t('log.projector')}>
                <Tag tone={tones[shown.projector]}>{t.code('projector', shown.projector)}</Tag>
              </Description>
              <Description term={t('log.reactor')}>
                <Tag tone={tones[shown.reactor]}>{t.code('projector', shown.reactor)}</Tag>
              </Description>
              <Description term={t('log.state')}>
                <Tag tone={shown.state === 'up' ? 'good' : 'bad'}>{t.code('state', shown.state)}</Tag>
                {shown.oldestSeconds > 0 && (
                  <Tag tone="warning">{t('log.unanswered', { unanswered: shown.unanswered, seconds: shown.oldestSeconds })}</Tag>
                )}
              </Description>
            </DescriptionList>
            {shown.broken.length > 0 && <BrokenPlaces broken={shown.broken} />}
            <Models models={shown.models} />
            <Reactions reactions={shown.reactions} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Where another process follows the log, this one stands by: that is as well as following. */
const tones: Readonly<Record<Shapes['LogShown']['projector'], Tone>> = {
  following: 'good',
  'standing by': 'good',
  preparing: 'waiting',
  stopped: 'bad',
  away: 'bad',
};

/** What is said of the log, each with the position of the entry that says so. */
const factsOf = (log: Shapes['LogShown']): readonly (readonly [term: Term, value: string, said?: number])[] => [
  ['log.position', `@${String(log.position)}`, log.position],
  ['log.recordedAt', log.recordedAt === null ? '—' : dayAndClock(log.recordedAt), log.position],
  ['log.origin', log.origin, 1],
  ['log.zone', log.zone, 1],
  ['log.openedAt', dayAndClock(log.openedAt), 1],
  ['entry.macKey', log.macKey],
];

/** A link to the entry behind a figure, for those who may read the office's entries. */
function EntryLink({ position, children }: { readonly position: number; readonly children: ReactNode }) {
  const may = useMay();
  if (position === 0 || !may(officeReaders)) return children;
  return <RecordLink to={`/entries/${String(position)}`}>{children}</RecordLink>;
}

/** Each by its place, as far as the server tells it. */
function BrokenPlaces({ broken }: { readonly broken: readonly Shapes['BrokenShown'][] }) {
  const t = useWords();
  return (
    <section>
      <h2>{t('log.broken')}</h2>
      <Alert type="error" showIcon title={t('log.brokenWhy')} />
      <ul className="places">
        {broken.map((place, nth) => (
          <li key={nth} className="digest">{`${placeOf(place, t)}${t('failure.colon')}${t.code('broken', place.kind)}`}</li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ stream, revision, position }: Shapes['BrokenShown'], t: Words): string {
  if (stream === undefined && position === undefined) return t('log.brokenElsewhere');
  const called = revision === undefined ? stream : t('log.entryOf', { stream: stream ?? '', revision });
  return [position === undefined ? '' : `@${String(position)}`, stream === undefined ? t('log.streamUnknown') : called].join(' ');
}

/** Why a stream stays as it was shown: the log is broken there, or what it says could not be shown. */
const parkedFor = (error: string, t: Words): string =>
  error.startsWith('log ') ? t.code('broken', error.slice('log '.length)) : t('log.notShown', { error });

function Models({ models }: { readonly models: readonly Shapes['ModelShown'][] }) {
  const t = useWords();
  return (
    <section>
      <h2>{t('log.models')}</h2>
      <table className="models">
        <thead>
          <tr>
            <th scope="col">{t('log.model')}</th>
            <th scope="col">{t('log.reached')}</th>
            <th scope="col">{t('log.lag')}</th>
            <th scope="col">{t('log.parked')}</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ model, position, lag, parked, parkedCount }) => (
            <tr key={model}>
              <th scope="row">{t.code('model', model)}</th>
              <td>@{position}</td>
              <td>
                <Tag tone={lag === 0 ? 'good' : 'warning'}>{lag === 0 ? t('log.caughtUp') : t('log.behind', { lag })}</Tag>
              </td>
              <td>
                {parkedCount === 0 ? '—' : <Tag tone="bad">{t('log.parkedCount', { count: parkedCount })}</Tag>}
                {parked.map(({ stream, position: at, error }) => (
                  <div key={stream} className="digest">{`${stream} @${String(at)} ${parkedFor(error, t)}`}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
