import { Button } from 'antd';
import { type ProblemDetails, Refused } from '../../api/problem-details.js';
import type { Act } from '../../commands/act.js';
import { refusalsOf } from '../../commands/refusals.js';
import { useActs } from '../../commands/use-acts.js';
import { saidOf } from '../../components/failure.js';
import { Tag } from '../../components/tag.js';
import { useWords, type Words } from '../../i18n/words.js';
import { dayAndClock } from '../../moment/day.js';
import type { Visit } from './outbox/outbox-store.js';

interface Props {
  readonly visit: Visit;
  readonly onAgain: () => void;
  readonly onDiscard: () => void;
}

/** Why it was refused; of one that was mended after its first sending had arrived, that this is so. */
function whyNot(problem: ProblemDetails, visit: Act | undefined, t: Words): string {
  if (problem.status === 422) return t('command.reachedBefore');
  if (!visit) return saidOf(new Refused(problem), t);
  const { whole, byField } = refusalsOf(new Refused(problem), visit, [], t);
  return [...whole, ...Object.values(byField)].join(' ');
}

/** A visit that waits, was sent, or was refused, with the reason. */
export function VisitLine({ visit: { household, at, effectiveOn, standing }, onAgain, onDiscard }: Props) {
  const t = useWords();
  const visitHome = useActs().one('households', 'visit-home');
  return (
    <li>
      <p>
        <strong>{household.head}</strong> · {household.called} · {effectiveOn}
      </p>
      <p>
        {standing.state === 'waiting' && <Tag tone="waiting">{t('visits.isWaiting')}</Tag>}
        {standing.state === 'sent' && <Tag tone="good">{t('visits.isSent', { position: standing.position })}</Tag>}
        {standing.state === 'refused' && <Tag tone="bad">{t('visits.isRefused')}</Tag>}{' '}
        <span className="hint">{dayAndClock(new Date(at).toISOString())}</span>
      </p>
      {standing.state === 'refused' && <p className="refusal">{whyNot(standing.problem, visitHome, t)}</p>}
      <span className="acts">
        {standing.state !== 'sent' && (
          <Button size="small" onClick={onAgain}>
            {t('visits.mend')}
          </Button>
        )}
        {standing.state !== 'waiting' && (
          <Button size="small" onClick={onDiscard}>
            {t('visits.discard')}
          </Button>
        )}
      </span>
    </li>
  );
}
