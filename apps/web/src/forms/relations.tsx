import { Select } from 'antd';
import { use } from 'react';
import { useWords } from '../i18n/words.js';
import type { Fields, FormValues } from './field.js';
import type { InputProps } from './input-props.js';
import { Members } from './members.js';
import './checklist.css';
import './relations.css';

interface Props extends InputProps<readonly FormValues[]> {
  readonly fields: Fields;
  readonly head: string | undefined;
}

/** A line for each member but the new head, with the relation to that one; what is not chosen stays as it is. */
export function Relations({ id, value = [], onChange, fields, head, describedBy }: Props) {
  const t = useWords();
  const others = use(Members).filter(({ member }) => member !== head);
  const { choices = [] } = fields['relation'] ?? {};
  const called = (code: string) => t.both(choices.find((one) => one.code === code) ?? { zh: code });
  const options = choices.filter(({ code }) => code !== 'head').map(({ code }) => ({ value: code, label: called(code) }));
  const set = (member: string, relation: string | undefined) =>
    onChange([...value.filter((one) => one['member'] !== member), ...(relation === undefined ? [] : [{ member, relation }])]);
  return (
    <div id={id} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {others.map(({ member, name, relation }) => (
        <div key={member} className="checklist-line">
          <label htmlFor={`${id}-${member}`}>{name}</label>
          <Select
            id={`${id}-${member}`}
            className="relation"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={value.find((one) => one['member'] === member)?.['relation'] ?? null}
            onChange={(chosen: unknown) => set(member, typeof chosen === 'string' ? chosen : undefined)}
            options={options}
            placeholder={relation === 'head' ? t('pick.choose') : t('relations.stays', { relation: called(relation) })}
          />
        </div>
      ))}
    </div>
  );
}
