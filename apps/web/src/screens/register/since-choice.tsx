import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { momentTyped } from './moment-choice.js';

interface Props {
  readonly since: string | undefined;
  /** Undefined for the list as it is. */
  readonly onSince: (since: string | undefined) => void;
}

/** Since when changes are asked for: a day, or a position of the log. */
export function SinceChoice({ since, onSince }: Props) {
  const t = useWords();
  const [text, setText] = useState(since ?? '');
  const [left, setLeft] = useState(false);
  const meant = momentTyped(text);
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    setLeft(true);
    if (meant !== undefined) onSince(meant);
  };
  const refusal = left && meant === undefined ? t('refusal.field', { field: t('list.sinceDay'), why: t('list.momentWrong') }) : undefined;
  return (
    <form className="filter-fields" onSubmit={show}>
      <Labelled label={t('list.sinceDay')} hint={t('list.sinceHint')} refusal={refusal}>
        {(id, describedBy) => (
          <Input
            {...{ id, value: text, autoComplete: 'off', 'aria-describedby': describedBy }}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
      <Button htmlType="submit">{t('list.showChanges')}</Button>
      {since !== undefined && <Button onClick={() => onSince(undefined)}>{t('list.showAll')}</Button>}
    </form>
  );
}
