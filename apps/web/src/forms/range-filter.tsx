import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { DayInput } from './day-input.js';
import { Labelled } from './labelled.js';
import './range-filter.css';

interface Props {
  readonly label: string;
  /** As an address has it: `2020-01-01..2020-12-31`, either end open. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly of: 'day' | 'number';
  /** A text that somebody typed, as it stands in the address; undefined where it is none. */
  readonly read: (text: string) => string | undefined;
  /** How an end is typed that stands in the address. */
  readonly show?: (end: string) => string;
  /** What an end has to be, where it is not. */
  readonly wrong: string;
  readonly unit?: string | undefined;
}

const asIs = (end: string): string => end;

/** From one end to another, either open; an end filters once one leaves its field, and what is none stays as typed, with what it should be. */
export function RangeFilter({ label, value, onChange, of, read, show = asIs, wrong, unit }: Props) {
  const t = useWords();
  const [from = '', to = ''] = (value ?? '').split('..');
  const change = (next: readonly [string, string]) => onChange(next.every((end) => end === '') ? undefined : next.join('..'));
  const end = (name: string, end: string, take: (end: string) => void) => (
    <End
      label={t('filter.end', { field: label, end: name })}
      value={end === '' ? '' : show(end)}
      {...{ of, read, wrong, unit }}
      onChange={take}
    />
  );
  return (
    <div className="range" role="group" aria-label={label}>
      {end(t('filter.from'), from, (next) => change([next, to]))}
      {end(t('filter.to'), to, (next) => change([from, next]))}
    </div>
  );
}

interface EndProps extends Pick<Props, 'label' | 'of' | 'read' | 'wrong' | 'unit'> {
  readonly value: string;
  readonly onChange: (end: string) => void;
}

function End({ label, value, of, read, wrong, unit, onChange }: EndProps) {
  const t = useWords();
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  useEffect(() => setText(value), [value]);
  const settle = (typed: string) => {
    setLeft(true);
    const meant = typed === '' ? '' : read(typed);
    if (meant !== undefined && typed !== value) onChange(meant);
  };
  const type = (typed = '') => {
    setText(typed);
    setLeft(false);
    if (of === 'day' && (typed === '' || (typed.length === 10 && read(typed) === typed))) onChange(typed);
  };
  const refusal = left && text !== '' && read(text) === undefined ? t('refusal.field', { field: label, why: wrong }) : undefined;
  return (
    <Labelled label={label} refusal={refusal}>
      {(id, describedBy) =>
        of === 'day' ? (
          <DayInput {...{ id, describedBy }} value={text} onChange={type} onBlur={() => settle(text)} />
        ) : (
          <Input
            {...{ id, value: text, suffix: unit, inputMode: 'decimal', autoComplete: 'off', 'aria-describedby': describedBy }}
            onChange={({ target }) => type(target.value)}
            onBlur={() => settle(text)}
            onPressEnter={() => settle(text)}
          />
        )
      }
    </Labelled>
  );
}
