import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Select } from 'antd';
import type { Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { Entry } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { changesOf, fileOf } from '../subject/subject-queries.js';
import type { ClockKind } from './axis.js';
import { conditionsOf, shownIn } from './rows.js';
import type { Moment } from './use-resolved-moments.js';
import './field-changes.css';

/** Every entry at which a field changed, on one clock; nothing is asked while none is picked. */
export const useFieldChanges = (subject: string, field: string | undefined, clock: ClockKind, moment: Moment) =>
  useQuery({ ...changesOf(subject, field ?? '', { clock, ...moment }), enabled: field !== undefined });

interface Props {
  readonly subject: string;
  /** The field that is asked about, as the address has it. */
  readonly asked: string | undefined;
  readonly changes: UseQueryResult<Shapes['SubjectFieldChanges']>;
  readonly onPick: (field: string) => void;
}

/** When did it change: a condition is picked, and every entry at which it changed is told, with what it was before and after. */
export function FieldChanges({ subject, asked, changes, onPick }: Props) {
  const t = useWords();
  const { data: file } = useQuery(fileOf(subject, {}));
  const conditions = file ? conditionsOf(file, t) : [];
  const called = conditions.find(({ field }) => field === asked)?.label ?? asked ?? '';
  return (
    <section className="field-changes">
      <h2>{t('time.change')}</h2>
      <Select
        aria-label={t('time.changePick')}
        placeholder={t('time.changePick')}
        value={asked ?? null}
        onChange={(field: string | null) => onPick(field ?? '')}
        options={conditions.map(({ field, label }) => ({ value: field, label }))}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
      />
      {asked !== undefined && file && (
        <Answered of={changes} rows={2}>
          {({ changes: some, entries }) => (
            <>
              <p>{some.length === 0 ? t('time.changeNone') : t('time.changeCount', { field: called, count: some.length })}</p>
              <ol>
                {some.map(({ on, setBy, before, after, beforeSaid, afterSaid }) => (
                  <li key={`${on} ${String(setBy)}`}>
                    <p>
                      <time dateTime={on}>{on}</time> · {beforeSaid ? t.both(beforeSaid) : shownIn(file, asked, before, t)} →{' '}
                      <strong>{afterSaid ? t.both(afterSaid) : shownIn(file, asked, after, t)}</strong>
                    </p>
                    {entries
                      .filter(({ position }) => setBy.includes(position))
                      .map((entry) => (
                        <Entry key={entry.position} entry={entry} />
                      ))}
                  </li>
                ))}
              </ol>
            </>
          )}
        </Answered>
      )}
    </section>
  );
}
