import { Button } from 'antd';
import { Tag } from '../../frame/tag.js';
import { dayAndClock } from '../../moment/day.js';
import type { Visit } from '../../outbox/outbox-store.js';
import { useWords } from '../../words/words.js';

interface Parts {
  readonly visit: Visit;
  readonly onAgain: () => void;
  readonly onDiscard: () => void;
}

/** A visit that waits, was sent, or was refused, with the reason. */
export function VisitLine({ visit: { household, at, effectiveOn, standing }, onAgain, onDiscard }: Parts) {
  const t = useWords();
  return (
    <li>
      <p>
        <strong>{household.head}</strong> · {household.number} · {effectiveOn}
      </p>
      <p>
        {standing.state === 'waiting' && <Tag tone="waiting">{t('visits.isWaiting')}</Tag>}
        {standing.state === 'sent' && <Tag tone="good">{t('visits.isSent', { position: standing.position })}</Tag>}
        {standing.state === 'refused' && <Tag tone="bad">{t('visits.isRefused')}</Tag>}{' '}
        <span className="hint">{dayAndClock(new Date(at).toISOString())}</span>
      </p>
      {standing.state === 'refused' && <p className="refusal">{t.both({ zh: standing.problem.titleZh, en: standing.problem.title })}</p>}
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
