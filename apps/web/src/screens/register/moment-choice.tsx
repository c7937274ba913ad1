import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { DayInput } from '../../forms/day-input.js';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { dayTyped } from '../../moment/day.js';
import type { MomentAsked } from '../../moment/moment-asked.js';

interface Props {
  readonly asked: MomentAsked;
  readonly onMoment: (moment: MomentAsked) => void;
}

/** Of which day a list is asked, and as known when: a day in any notation, or a position of the log. */
export function MomentChoice({ asked, onMoment }: Props) {
  const t = useWords();
  const [at, setAt] = useState(asked.at ?? '');
  const [known, setKnown] = useState(asked.known ?? '');
  const [left, setLeft] = useState(false);
  const [day, then] = [at === '' ? '' : dayTyped(at), known === '' ? '' : momentTyped(known)];
  const refusal = (label: string, is: string | undefined, why: string) =>
    left && is === undefined ? t('refusal.field', { field: label, why }) : undefined;
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    setLeft(true);
    if (day === undefined || then === undefined) return;
    onMoment({ ...(day !== '' && { at: day }), ...(then !== '' && { known: then }) });
  };
  return (
    <form className="filter-fields" onSubmit={show}>
      <Labelled label={t('list.at')} refusal={refusal(t('list.at'), day, t('day.wrong'))}>
        {(id, describedBy) => <DayInput {...{ id, describedBy }} value={at} onChange={(text = '') => setAt(text)} />}
      </Labelled>
      <Labelled label={t('list.known')} hint={t('list.knownHint')} refusal={refusal(t('list.known'), then, t('list.momentWrong'))}>
        {(id, describedBy) => (
          <Input
            {...{ id, value: known, autoComplete: 'off', 'aria-describedby': describedBy }}
            onChange={({ target }) => setKnown(target.value)}
          />
        )}
      </Labelled>
      <Button htmlType="submit">{t('list.show')}</Button>
    </form>
  );
}

/** A day or a position that somebody typed, as an address has it; undefined where it is neither. */
export function momentTyped(text: string): string | undefined {
  const [, position] = /^\s*@?\s*(\d{1,7}|\d{9,15})\s*$/.exec(text) ?? [];
  return position === undefined ? dayTyped(text) : `@${position}`;
}
