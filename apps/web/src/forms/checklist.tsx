import { Radio } from 'antd';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import './checklist.css';

/** What was looked at, and whether it was in order. */
export interface Looked {
  readonly topic: string;
  readonly inOrder: boolean;
}

/** A line a topic: in order, not in order, or not looked at. */
export function Checklist({ id, value = [], onChange, list }: InputProps<readonly Looked[]> & { readonly list: string }) {
  const t = useWords();
  const set = (topic: string, inOrder: boolean | null) =>
    onChange([...value.filter((line) => line.topic !== topic), ...(inOrder === null ? [] : [{ topic, inOrder }])]);
  return (
    <div id={id} role="group" aria-labelledby={`${id}-label`}>
      {t.codes(list).map((topic) => (
        <div key={topic} className="checklist-line">
          <span id={`${id}-${topic}`}>{t.code(list, topic)}</span>
          <Radio.Group
            aria-labelledby={`${id}-${topic}`}
            optionType="button"
            size="small"
            value={value.find((line) => line.topic === topic)?.inOrder ?? null}
            onChange={({ target }) => set(topic, target.value as boolean | null)}
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
