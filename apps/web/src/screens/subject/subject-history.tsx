import type { UseQueryResult } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Entry } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { type AnyFile, entriesBy } from './subject-queries.js';

interface Props {
  readonly history: UseQueryResult<Shapes['SubjectHistory']>;
  /** Until which day. */
  readonly at: string;
  readonly inapplicable: AnyFile['inapplicable'];
}

/** What was recorded, as sentences, the newest first; and what does not fit. */
export function SubjectHistory({ history, at, inapplicable }: Props) {
  const t = useWords();
  return (
    <section>
      <h2>
        {t('household.history')} <span className="count">{history.data && entriesBy(at, history.data.entries).length}</span>
      </h2>
      {inapplicable.map((one) => (
        <Alert key={one.entry} type="warning" showIcon title={t('history.inapplicable', { why: t.both(one) })} />
      ))}
      <Answered of={history}>
        {({ entries }) =>
          entriesBy(at, entries)
            .toReversed()
            .map((entry) => <Entry key={entry.position} entry={entry} />)
        }
      </Answered>
    </section>
  );
}
