import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/ask.js';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import { tabGoesOn } from './tab-goes-on.js';

/** Some units, each by part of its name. */
export function UnitsPick({ id, value = [], onChange, describedBy }: InputProps<string[]>) {
  const t = useWords();
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['units', text],
    queryFn: ({ signal }) => answer(api.GET('/units', { signal, params: { query: { ...(text && { text }), limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const [chosen, setChosen] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  const options = (found.data?.units ?? []).map(({ unit, name }) => ({ value: unit, label: name }));
  const choose = (ids: string[]) => {
    setChosen([...options, ...chosen].filter((one) => ids.includes(one.value)));
    onChange(ids);
  };
  return (
    <Select
      id={id}
      mode="multiple"
      {...tabGoesOn}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={[...value]}
      onChange={choose}
      options={[...options, ...chosen.filter((one) => options.every(({ value: listed }) => listed !== one.value))]}
      loading={found.isFetching}
      placeholder={t('pick.type')}
      notFoundContent={t(found.isFetching ? 'frame.loading' : 'pick.nothing')}
      aria-describedby={describedBy}
    />
  );
}
