import { Select } from 'antd';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import { tabGoesOn } from './tab-goes-on.js';

interface Props extends InputProps<string> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Any of some codes, or none on record: as an address has them, separated by commas. */
export function CodesFilter({ id, value, onChange, options }: Props) {
  const t = useWords();
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      {...tabGoesOn}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === undefined ? [] : value.split(',')}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen.join(','))}
      options={[...options, { value: 'none', label: t('filter.none') }]}
      placeholder={t('pick.choose')}
    />
  );
}
