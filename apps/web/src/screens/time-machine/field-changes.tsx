import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Select } from 'antd';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Answered } from '../../frame/answered.js';
import { EntryTold } from '../../frame/entry.js';
import { useWords } from '../../words/words.js';
import { fileOf } from '../household/household-queries.js';
import type { ClockKind } from './axis.js';
import { conditionsOf, shownIn } from './rows.js';
import type { Moment } from './use-resolved-moments.js';

/** Every entry at which a field changed, on one clock; nothing is asked while none is picked. */
export const useFieldChanges = (id: string, field: string | undefined, clock: ClockKind, { at, known }: Moment) =>
  useQuery({
    queryKey: ['household', id, 'flips', field, clock, clock === 'happened' ? known : at],
    queryFn: ({ signal }) =>
      answer(api.GET('/households/{id}/flips', { signal, params: { path: { id }, query: { field: field ?? '', clock, at, known } } })),
    enabled: field !== undefined,
    placeholderData: keepPreviousData,
  });

interface Props {
  readonly id: string;
  /** The field that is asked about, as the address has it. */
  readonly asked: string | undefined;
  readonly flips: UseQueryResult<Shapes['HouseholdFlips']>;
  readonly onPick: (field: string) => void;
}

/** When did it flip: a condition is picked, and every entry at which it changed is told, with what it was before and after. */
export function FieldChanges({ id, asked, flips, onPick }: Props) {
  const t = useWords();
  const { data: file } = useQuery(fileOf(id, {}));
  const conditions = file ? conditionsOf(file, t) : [];
  const called = conditions.find(({ field }) => field === asked)?.label ?? asked ?? '';
  return (
    <section className="flips">
      <h2>{t('time.flip')}</h2>
      <Select
        aria-label={t('time.flipPick')}
        placeholder={t('time.flipPick')}
        value={asked ?? null}
        onChange={(field: string | null) => onPick(field ?? '')}
        options={conditions.map(({ field, label }) => ({ value: field, label }))}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
      />
      {asked !== undefined && file && (
        <Answered of={flips} rows={2}>
          {({ flips: some, entries }) => (
            <>
              <p>{some.length === 0 ? t('time.flipNone') : t('time.flipCount', { field: called, count: some.length })}</p>
              <ol>
                {some.map(({ on, setBy, before, after }) => (
                  <li key={`${on} ${String(setBy)}`}>
                    <p>
                      <time dateTime={on}>{on}</time> · {shownIn(file, asked, before, t)} →{' '}
                      <strong>{shownIn(file, asked, after, t)}</strong>
                    </p>
                    {entries
                      .filter(({ position }) => setBy.includes(position))
                      .map((entry) => (
                        <EntryTold key={entry.position} entry={entry} />
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
