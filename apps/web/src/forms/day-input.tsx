import { CalendarOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import './day-input.css';

const Calendar = lazy(() => import('./calendar.js').then(({ Calendar }) => ({ default: Calendar })));

/** A day, typed the same in both languages, and kept as typed; or chosen in a calendar, which is made when it is asked for. */
export function DayInput({ id, value = '', onChange, describedBy, onBlur }: InputProps<string> & { readonly onBlur?: () => void }) {
  const t = useWords();
  const field = useRef<InputRef>(null);
  const [choosing, setChoosing] = useState(false);
  const close = () => {
    setChoosing(false);
    field.current?.focus();
  };
  const choose = (
    <button
      type="button"
      className="choose-day"
      aria-label={t('day.choose')}
      aria-describedby={`${id}-label`}
      onClick={() => setChoosing(true)}
    >
      <CalendarOutlined aria-hidden />
    </button>
  );
  return (
    <span className="day-input">
      <Input
        {...{ id, value, ref: field, suffix: choose, 'aria-describedby': describedBy, onBlur }}
        placeholder={t('day.form')}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
      {choosing && (
        <Suspense>
          <Calendar day={value} onChosen={onChange} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
