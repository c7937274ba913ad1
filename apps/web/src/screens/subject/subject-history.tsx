import type { UseQueryResult } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import { Answered } from '../../components/answered.js';
import { Entry } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { EntryActs } from './entry-acts.js';
import { type AnyFile, entriesBy } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly history: UseQueryResult<Shapes['SubjectHistory']>;
  /** Until which day. */
  readonly at: string;
  /** Of a view of the past nothing can be done. */
  readonly past: boolean;
  /** What may be asked about one entry, beside that it is wrong. */
  readonly others?: readonly Act[];
  readonly inapplicable: AnyFile['inapplicable'];
}

/** What was recorded, as sentences, the newest first; what does not fit; and of each entry, that it is wrong. */
export function SubjectHistory({ subject, history, at, past, others, inapplicable }: Props) {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <section>
      <h2>
        {t('household.history')} <span className="count">{history.data && entriesBy(at, history.data.entries).length}</span>
      </h2>
      {inapplicable.map((one) => (
        <Alert key={one.entry} type="warning" showIcon title={t('history.inapplicable', { why: t.both(one) })} />
      ))}
      <Answered of={history}>
        {({ entries, ...may }) =>
          entriesBy(at, entries)
            .toReversed()
            .map((entry) => (
              <Entry key={entry.position} entry={entry}>
                {!past && <EntryActs {...{ subject, entry, may }} {...(others && { others })} onAct={setAsking} />}
              </Entry>
            ))
        }
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </section>
  );
}
