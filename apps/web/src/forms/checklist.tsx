import { Radio } from 'antd';
import { useWords } from '../i18n/words.js';
import type { Fields, FormValues } from './field.js';
import type { InputProps } from './input-props.js';
import './checklist.css';

/** A line for each code of the first field of its lines: in order, not in order, or not looked at. */
export function Checklist({ id, value = [], onChange, fields }: InputProps<readonly FormValues[]> & { readonly fields: Fields }) {
  const t = useWords();
  const [[about, { choices = [] }] = ['', {}], [told] = ['']] = Object.entries(fields);
  const set = (code: string, inOrder: boolean | null) =>
    onChange([...value.filter((line) => line[about] !== code), ...(inOrder === null ? [] : [{ [about]: code, [told]: inOrder }])]);
  return (
    <div id={id} role="group" aria-labelledby={`${id}-label`}>
      {choices.map(({ code, ...words }) => (
        <div key={code} className="checklist-line">
          <span id={`${id}-${code}`}>{t.both(words)}</span>
          <Radio.Group
            aria-labelledby={`${id}-${code}`}
            optionType="button"
            size="small"
            value={value.find((line) => line[about] === code)?.[told] ?? null}
            onChange={({ target }) => set(code, target.value as boolean | null)}
            options={[
              { value: true, label: t('looked.inOrder') },
              { value: false, label: t('looked.notInOrder') },
              { value: null, label: t('looked.not') },
            ]}
          />
        </div>
      ))}
    </div>
  );
}
