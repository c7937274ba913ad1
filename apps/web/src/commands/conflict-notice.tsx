import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answer, api } from '../api/ask.js';
import { Answered } from '../components/answered.js';
import { useWords } from '../i18n/words.js';
import { dayAndClock } from '../moment/day.js';

interface Props {
  /** The subject whose history moved, such as `/households/…`. */
  readonly of: string;
  /** The revision that stood on the page, and that at which the history stands now. */
  readonly from: number;
  readonly to: number;
}

/** Somebody was first: who, when, and what they recorded. Without links: following one would lose what was typed. */
export function ConflictNotice({ of, from, to }: Props) {
  const t = useWords();
  const history = useQuery({
    queryKey: ['subject', of, 'moved', from, to],
    queryFn: ({ signal }) => answer(api.GET(`${of}/history` as '/units/{id}/history', { signal, params: { path: { id: '' }, query: {} } })),
  });
  const since = (
    <Answered of={history} rows={2}>
      {({ entries }) => (
        <ul>
          {entries
            .filter(({ revision }) => revision > from && revision <= to)
            .map((entry) => (
              <li key={entry.position}>
                {t.both(entry.recordedBy)} · {dayAndClock(entry.recordedAt)} · {t.both(entry)}
              </li>
            ))}
        </ul>
      )}
    </Answered>
  );
  return <Alert type="warning" showIcon role="alert" title={t('command.moved')} description={since} />;
}
