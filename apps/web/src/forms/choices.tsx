import { Select } from 'antd';
import { createContext, use } from 'react';
import type { Shapes } from '../api/ask.js';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import { tabGoesOn } from './tab-goes-on.js';
import type { WordList } from './word-list.js';

export type Choice = Shapes['ChoiceShown'];

/** What the lists in force offer where the form is for, on its day. */
export const Choices = createContext<ReadonlyMap<WordList, readonly Choice[]>>(new Map());

interface Props extends InputProps<string | string[]> {
  readonly list: WordList;
  readonly many?: boolean;
}

/** One code of a list in force, or several. */
export function ListedPick({ id, value, onChange, describedBy, list, many = false }: Props) {
  const t = useWords();
  const choices = use(Choices).get(list) ?? [];
  return (
    <Select
      id={id}
      {...(many && { mode: 'multiple' as const, ...tabGoesOn })}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? (many ? [] : null)}
      onChange={(chosen: string | string[] | null) => onChange(chosen ?? undefined)}
      options={choices.map(({ code, ...words }) => ({ value: code, label: t.both(words) }))}
      placeholder={t('pick.choose')}
      aria-describedby={describedBy}
    />
  );
}
