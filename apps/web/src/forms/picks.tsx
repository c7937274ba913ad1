import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { answer, api, type Shapes } from '../api/ask.js';
import { useRegions } from '../api/regions.js';
import { personLine } from '../components/person-line.js';
import { useWords } from '../i18n/words.js';
import { liesIn, useSession } from '../session/may.js';
import type { InputProps } from './input-props.js';
import { tabGoesOn } from './tab-goes-on.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Found extends InputProps<string> {
  readonly options: readonly Option[];
  /** What is chosen, where it was not found by letters typed: an address may have brought it. */
  readonly chosen: Option | undefined;
  readonly busy: boolean;
  readonly onSearch: (text: string) => void;
}

/** A choice among what the server finds for the letters typed. */
function Pick({ id, value, onChange, describedBy, options, chosen, busy, onSearch }: Found) {
  const t = useWords();
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch }}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
      options={chosen && options.every((option) => option.value !== chosen.value) ? [chosen, ...options] : [...options]}
      loading={busy}
      placeholder={t('pick.type')}
      notFoundContent={t(busy ? 'frame.loading' : 'pick.nothing')}
      aria-describedby={describedBy}
    />
  );
}

interface Filling extends InputProps<string> {
  /** Whether a choice fills the fields beside it. */
  readonly fills?: boolean | undefined;
}

/** The level of a division, by how many digits its code has. */
const levelOf = (code: string | null | undefined): string | undefined =>
  ({ 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' })[code?.length ?? 0];

/** An official, by the beginning of the name. The name goes in the body, not in an address. */
export function PersonPick(input: InputProps<string>) {
  const t = useWords();
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['people', text],
    queryFn: ({ signal }) => answer(api.POST('/people/search', { signal, body: { ...(text && { text }), limit: 30 } })),
    placeholderData: keepPreviousData,
  });
  const { value } = input;
  const chosen = useQuery({
    queryKey: ['people', 'one', value],
    queryFn: ({ signal }) => answer(api.POST('/people/search', { signal, body: { ...(value && { person: value }), limit: 1 } })),
    enabled: value !== undefined,
  });
  const people = found.data?.people ?? [];
  const namesakes = (name: string | null) => name !== null && people.filter((one) => one.name === name).length > 1;
  const optionOf = (line: Shapes['PersonLine']): Option => ({
    value: line.person,
    label: [...(namesakes(line.name) ? [t('pick.namesake')] : []), personLine(line, t)].join(' '),
  });
  return (
    <Pick
      {...input}
      options={people.map(optionOf)}
      chosen={chosen.data?.people.map(optionOf)[0]}
      busy={found.isFetching}
      onSearch={setText}
    />
  );
}

/** A unit, by part of its name; with what is on record of it where that fills other fields. */
export function UnitPick({ fills, ...input }: Filling) {
  const t = useWords();
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['units', text],
    queryFn: ({ signal }) => answer(api.GET('/units', { signal, params: { query: { ...(text && { text }), limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const { value } = input;
  const chosen = useQuery({
    queryKey: ['units', 'one', value],
    queryFn: ({ signal }) => answer(api.GET('/units', { signal, params: { query: { ...(value && { unit: value }), limit: 1 } } })),
    enabled: value !== undefined,
  });
  const units = found.data?.units ?? [];
  const optionOf = ({ unit, name, kind, level }: Shapes['UnitListLine']): Option => ({
    value: unit,
    label: [name, t.code('unitKind', kind), t.code('level', level)].join(' · '),
  });
  const choose = (id: string | undefined) => {
    const { level, region } = units.find(({ unit }) => unit === id) ?? {};
    input.onChange(id, fills ? { level, region } : undefined);
  };
  return (
    <Pick
      {...input}
      onChange={choose}
      options={units.map(optionOf)}
      chosen={chosen.data?.units.map(optionOf)[0]}
      busy={found.isFetching}
      onSearch={setText}
    />
  );
}

/** A division, by its name or its code; those in which one holds a right stand first. */
export function RegionPick({ id, value, onChange, describedBy, fills }: Filling) {
  const t = useWords();
  const options = useRegionOptions();
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined, fills ? { level: levelOf(chosen) } : undefined)}
      options={options}
      placeholder={t('pick.region')}
      aria-describedby={describedBy}
    />
  );
}

/** Some divisions. */
export function RegionsPick({ id, value, onChange, describedBy }: InputProps<string[]>) {
  const t = useWords();
  const options = useRegionOptions();
  return (
    <Select
      id={id}
      mode="multiple"
      {...tabGoesOn}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? []}
      onChange={(chosen: string[]) => onChange(chosen)}
      options={[{ value: 'CN', label: t('region.all') }, ...options]}
      placeholder={t('pick.region')}
      aria-describedby={describedBy}
    />
  );
}

function useRegionOptions(): Option[] {
  const { regions, pathOf } = useRegions();
  const rights = useSession()?.rights ?? [];
  const own = (code: string) => rights.some((held) => held.regions.some((whole) => liesIn(code, whole)));
  const ownFirst = regions.toSorted((a, b) => Number(own(b.code)) - Number(own(a.code)));
  return ownFirst.map(({ code }) => ({ value: code, label: `${pathOf(code)} ${code}` }));
}
