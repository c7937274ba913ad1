import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answer, api, type Shapes } from '../api/ask.js';
import { useRegions } from '../api/regions.js';
import { useWords, type Words } from '../i18n/words.js';
import { CodesFilter } from './codes-filter.js';
import type { WordList } from './word-list.js';
import type { InputProps } from './input-props.js';

interface Props extends InputProps<string> {
  readonly list: WordList;
  /** Where rows are looked for. */
  readonly region: string | undefined;
}

/** A code that rows may have: of the lists of all days where they lie, each told apart that another list calls otherwise. */
export function CodeFilter({ id, value, onChange, list, region }: Props) {
  const t = useWords();
  const options = useCodeOptions(list, region);
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={options}
      placeholder={t('pick.choose')}
    />
  );
}

/** The same, any of several. */
export function ListedFilter({ list, region, ...input }: Props) {
  return <CodesFilter {...input} options={useCodeOptions(list, region)} />;
}

function useCodeOptions(list: WordList, region: string | undefined): { value: string; label: string }[] {
  const t = useWords();
  const { nameOf } = useRegions();
  const { data } = useQuery({
    queryKey: ['codes', list, region ?? null],
    queryFn: ({ signal }) =>
      answer(api.GET('/standards/codes', { signal, params: { query: { list, ...(region !== undefined && { region }) } } })),
  });
  return (data?.codes ?? []).map((code) => ({ value: code.key, label: codeWords(code, t, nameOf) }));
}

type Called = Pick<Shapes['CodeShown'], 'en' | 'zh' | 'setIn' | 'since'> & { readonly key: string | null };

/** What a code is called; with the list that calls it so, where another calls it otherwise. */
export function codeWords({ key, en, zh, setIn, since }: Called, t: Words, nameOf: (code: string) => string): string {
  const word = en === null && zh === null ? (key ?? '—') : t.both({ en, zh });
  if (setIn === null || since === null) return word;
  return t('code.ofList', { word, region: setIn === 'CN' ? t('standards.nation') : nameOf(setIn), since });
}
