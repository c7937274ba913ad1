import { Input, Radio, Select } from 'antd';
import { use, useState } from 'react';
import { useWords } from '../words/words.js';
import { Checklist, type Looked } from './checklist.js';
import type { Field, Typed } from './description.js';
import { EvidenceUpload } from './evidence-upload.js';
import { Members } from './members.js';
import { PersonPick, RegionPick, RegionsPick, tabGoesOn, UnitPick } from './picks.js';
import { type Related, Relations } from './relations.js';
import { hundredthsIn, inHundredths } from './said.js';
import { dayIn, SeveralValues, wholeIn } from './several-values.js';

/** What an input of a form takes: its value, and how it changes. */
export interface InputOf<T> {
  readonly id: string;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly describedBy?: string | undefined;
}
interface Parts {
  readonly field: Field;
  readonly input: InputOf<unknown>;
  readonly all: Typed;
}

/** The input of one field, by its kind. */
export function FieldInput({ field, input, all }: Parts) {
  const t = useWords();
  const { id, value, onChange, describedBy } = input;
  const text = { id, value: (value as string | undefined) ?? '', 'aria-describedby': describedBy };
  /** The kind says which values a field takes; what comes from a form is of that kind. */
  const of = <T,>() => input as unknown as InputOf<T>;
  switch (field.kind) {
    case 'line':
      return <Input {...text} onChange={(event) => onChange(event.target.value)} autoComplete="off" />;
    case 'password':
      return <Input.Password {...text} onChange={(event) => onChange(event.target.value)} autoComplete="new-password" />;
    case 'words':
      return <Input.TextArea {...text} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: 3, maxRows: 10 }} />;
    case 'day':
      return <Input {...text} type="date" onChange={(event) => onChange(event.target.value)} />;
    case 'whole':
      return <Whole {...of<number>()} />;
    case 'wholes':
      return <SeveralValues {...of<readonly number[]>()} between="," read={wholeIn} />;
    case 'days':
      return <SeveralValues {...of<readonly string[]>()} between={'\n'} read={dayIn} />;
    case 'hundredths':
      return <Hundredths {...of<number>()} unit={t(field.unit)} />;
    case 'yes-no':
      return <YesNo {...of<boolean>()} />;
    case 'code':
      return <Codes {...of<string | string[]>()} list={field.list} />;
    case 'codes':
      return <Codes {...of<string | string[]>()} list={field.list} many />;
    case 'person':
      return <PersonPick {...of<string>()} />;
    case 'unit':
      return <UnitPick {...of<string>()} />;
    case 'region':
      return <RegionPick {...of<string>()} />;
    case 'regions':
      return <RegionsPick {...of<string[]>()} />;
    case 'member':
      return <MemberPick {...of<string>()} />;
    case 'checklist':
      return <Checklist {...of<readonly Looked[]>()} list={field.list} />;
    case 'relations':
      return <Relations {...of<readonly Related[]>()} head={all[field.head] as string | undefined} />;
    case 'evidence':
      return <EvidenceUpload {...of<string[]>()} />;
    case 'sum':
      return <output id={id}>{`${inHundredths(field.of(all))} ${t(field.unit)}`}</output>;
    default:
      return null;
  }
}

function Whole({ id, value, onChange, describedBy }: InputOf<number>) {
  return (
    <Input
      id={id}
      inputMode="numeric"
      value={value ?? ''}
      onChange={({ target }) => onChange(/^\d{1,9}$/.test(target.value) ? Number(target.value) : target.value === '' ? undefined : value)}
      aria-describedby={describedBy}
    />
  );
}

/** Keeps what is being typed: 12.5 is a figure on its way to 12.50. */
function Hundredths({ id, value, onChange, describedBy, unit }: InputOf<number> & { readonly unit: string }) {
  const [text, setText] = useState(value === undefined ? '' : inHundredths(value));
  const typed = (next: string) => {
    setText(next);
    onChange(hundredthsIn(next));
  };
  return (
    <Input
      id={id}
      inputMode="decimal"
      value={text}
      suffix={unit}
      status={text !== '' && value === undefined ? 'error' : ''}
      onChange={({ target }) => typed(target.value)}
      aria-describedby={describedBy}
    />
  );
}

function YesNo({ id, value, onChange, describedBy }: InputOf<boolean>) {
  const t = useWords();
  return (
    <Radio.Group
      id={id}
      value={value}
      onChange={({ target }) => onChange(target.value as boolean)}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      options={[
        { value: true, label: t('say.yes') },
        { value: false, label: t('say.no') },
      ]}
    />
  );
}

function Codes({
  id,
  value,
  onChange,
  describedBy,
  list,
  many = false,
}: InputOf<string | string[]> & { readonly list: string; readonly many?: boolean }) {
  const t = useWords();
  return (
    <Select
      id={id}
      {...(many && { mode: 'multiple' as const, ...tabGoesOn })}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? (many ? [] : null)}
      onChange={(chosen: string | string[] | null) => onChange(chosen ?? undefined)}
      options={t.codes(list).map((code) => ({ value: code, label: t.code(list, code) }))}
      placeholder={t('pick.choose')}
      aria-describedby={describedBy}
    />
  );
}

function MemberPick({ id, value, onChange, describedBy }: InputOf<string>) {
  const t = useWords();
  const members = use(Members);
  return (
    <Select
      id={id}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={members.map(({ member, name }) => ({ value: member, label: name }))}
      placeholder={t('pick.choose')}
      aria-describedby={describedBy}
    />
  );
}
