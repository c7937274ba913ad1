import { Select } from 'antd';
import { use } from 'react';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import { Members } from './members.js';
import './checklist.css';
import './relations.css';

/** How a member is related to the head. */
export interface Related {
  readonly member: string;
  readonly relation: string;
}

/** A line for each member but the new head, with the relation to that one; what is not chosen stays as it is. */
export function Relations({
  id,
  value = [],
  onChange,
  head,
  describedBy,
}: InputProps<readonly Related[]> & { readonly head: string | undefined }) {
  const t = useWords();
  const others = use(Members).filter(({ member }) => member !== head);
  const options = t
    .codes('relation')
    .filter((code) => code !== 'head')
    .map((code) => ({ value: code, label: t.code('relation', code) }));
  const set = (member: string, relation: string | undefined) =>
    onChange([...value.filter((one) => one.member !== member), ...(relation === undefined ? [] : [{ member, relation }])]);
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
            value={value.find((one) => one.member === member)?.relation ?? null}
            onChange={(chosen: string | null | undefined) => set(member, chosen ?? undefined)}
            options={options}
            placeholder={relation === 'head' ? t('pick.choose') : t('relations.stays', { relation: t.code('relation', relation) })}
          />
        </div>
      ))}
    </div>
  );
}
