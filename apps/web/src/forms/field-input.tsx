import { Input, Radio, Select } from 'antd';
import { type JSX, use } from 'react';
import { useWords } from '../i18n/words.js';
import { type Choice, ListedPick } from './choices.js';
import { Checklist } from './checklist.js';
import { DayInput } from './day-input.js';
import { EvidenceUpload } from './evidence-upload.js';
import type { Field, FormValues } from './field.js';
import { inHundredths, totalIn } from './form-values.js';
import type { InputProps } from './input-props.js';
import { Members } from './members.js';
import { NumberInput } from './number-input.js';
import { PersonPick, RegionPick, RegionsPick, UnitPick } from './picks.js';
import { UnitsPick } from './units-pick.js';
import { Relations } from './relations.js';
import { RightPick, RolePick } from './right-picks.js';
import { isFigure, unitOf } from './said.js';

interface Props {
  readonly field: Field;
  readonly input: InputProps<unknown>;
  /** What the fields beside it say. */
  readonly all: FormValues;
}

/** The input of one field, by its kind. */
export function FieldInput({ field, input, all }: Props): JSX.Element | null {
  const t = useWords();
  const { id, value, onChange, describedBy } = input;
  const text = { id, value: textOf(value, field), 'aria-describedby': describedBy };
  /** The kind says which values a field takes; what comes from a form is of that kind. */
  const of = <T,>() => input as unknown as InputProps<T>;
  switch (field.kind) {
    case 'text':
    case 'mark':
    case 'id':
    case 'entry':
      if (field.series) return <NumberInput {...of<string>()} series={field.series} />;
      return <Input {...text} onChange={(event) => onChange(event.target.value)} autoComplete="off" />;
    case 'password':
      return <Input.Password {...text} onChange={(event) => onChange(event.target.value)} autoComplete="new-password" />;
    case 'words':
      return <Input.TextArea {...text} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: 3, maxRows: 10 }} />;
    case 'day':
      return <DayInput {...of<string>()} />;
    case 'count':
    case 'counts':
      return <Input {...text} inputMode={field.kind === 'count' ? 'numeric' : 'text'} onChange={(event) => onChange(event.target.value)} />;
    case 'days':
      return <Input.TextArea {...text} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: 2, maxRows: 12 }} />;
    case 'fen':
    case 'mu':
      return <Input {...text} inputMode="decimal" suffix={t(unitOf[field.kind])} onChange={(event) => onChange(event.target.value)} />;
    case 'yes-no':
      return <YesNo {...of<boolean>()} />;
    case 'code':
      return <Codes {...of<string>()} choices={field.choices ?? []} />;
    case 'listed':
    case 'listed-several':
      return field.list ? <ListedPick {...of<string | string[]>()} list={field.list} many={field.kind === 'listed-several'} /> : null;
    case 'person':
      return <PersonPick {...of<string>()} />;
    case 'unit':
      return <UnitPick {...of<string>()} fills={field.fills} />;
    case 'region':
      return <RegionPick {...of<string>()} fills={field.fills} />;
    case 'role':
      return <RolePick {...of<string>()} />;
    case 'right':
      return <RightPick {...of<string>()} />;
    case 'regions':
      return <RegionsPick {...of<string[]>()} />;
    case 'units':
      return <UnitsPick {...of<string[]>()} />;
    case 'member':
      return <MemberPick {...of<string>()} />;
    case 'rows':
      if (field.as === 'checklist') return <Checklist {...of<readonly FormValues[]>()} fields={field.fields ?? {}} />;
      return <Relations {...of<readonly FormValues[]>()} fields={field.fields ?? {}} head={all['head'] as string | undefined} />;
    case 'evidence':
      return <EvidenceUpload {...of<string[]>()} />;
    case 'total':
      return <output id={id}>{`${inHundredths(totalIn(field, all))} ${t('unit.yuan')}`}</output>;
    case 'group': // fields of their own
    case 'cases':
    case 'instant': // never typed
    case 'filled':
      return null;
  }
}

/** What was typed; of a value that stood there to begin with, how it is typed. */
function textOf(value: unknown, { kind }: Field): string {
  if (isFigure(kind) && typeof value === 'number') return inHundredths(value);
  if (Array.isArray(value)) return value.join(kind === 'days' ? '\n' : ', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function YesNo({ id, value, onChange, describedBy }: InputProps<boolean>) {
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

function Codes({ id, value, onChange, describedBy, choices }: InputProps<string> & { readonly choices: readonly Choice[] }) {
  const t = useWords();
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={choices.map(({ code, ...words }) => ({ value: code, label: t.both(words) }))}
      placeholder={t('pick.choose')}
      aria-describedby={describedBy}
    />
  );
}

function MemberPick({ id, value, onChange, describedBy }: InputProps<string>) {
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
