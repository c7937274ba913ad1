import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import type { FormValues } from './field.js';
import type { InputProps } from './input-props.js';
import './rows.css';

interface Props extends InputProps<readonly FormValues[]> {
  /** The fields of one line. */
  readonly children: (line: FormValues, onTyped: (line: FormValues) => void, at: number) => ReactNode;
}

/** Lines of the same fields, as many as there are. */
export function Rows({ id, value = [], onChange, children }: Props) {
  const t = useWords();
  return (
    <div className="rows" id={id} role="group" aria-labelledby={`${id}-label`}>
      {value.map((line, at) => (
        <fieldset key={at}>
          <legend>{t('rows.nth', { nth: at + 1 })}</legend>
          {children(line, (typed) => onChange(value.map((one, i) => (i === at ? typed : one))), at)}
          <Button
            {...{ size: 'small', type: 'text', icon: <DeleteOutlined aria-hidden /> }}
            aria-label={t('rows.remove', { nth: at + 1 })}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          />
        </fieldset>
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...value, {}])}>
        {t('rows.add')}
      </Button>
    </div>
  );
}
