import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type Term, useWords } from '../i18n/words.js';
import { dayTyped, isDay } from '../moment/day.js';
import type { WordList } from './word-list.js';
import { CodeFilter } from './code-filter.js';
import { DayInput } from './day-input.js';
import { ownCode, ownField } from './own-field.js';
import type { Field } from './field.js';
import { FieldInput } from './field-input.js';
import { Labelled } from './labelled.js';
import './filters.css';

export interface Filter<Name extends string> {
  readonly name: Name;
  readonly kind: 'region' | 'unit' | 'person' | 'day' | 'text' | 'code' | 'listed' | 'yes';
  /** Of a `code`, a list of the console's; of a `listed`, one that standards hold. */
  readonly list?: string;
}
interface Props<Name extends string> {
  readonly filters: readonly Filter<Name>[];
  readonly values: { readonly [N in Name]?: string };
  readonly onChange: (values: { [N in Name]?: string }) => void;
}

/** Which of them: what is chosen stands in the address. */
export function Filters<Name extends string>({ filters, values, onChange }: Props<Name>) {
  const t = useWords();
  const change = (name: Name, value: string | undefined) => {
    const { [name]: _before, ...others } = values;
    onChange({ ...others, ...(value !== undefined && value !== '' && { [name]: value }) });
  };
  const chosen = filters.filter(({ name }) => values[name] !== undefined).length;
  return (
    <FilterBox chosen={chosen} onClear={() => onChange({})}>
      {filters.map((filter) => {
        const label = t(`filter.${filter.name}` as Term);
        const parts = { value: values[filter.name], onChange: (value: unknown) => change(filter.name, value as string | undefined) };
        const { kind } = filter;
        if (kind === 'day') return <DayFilter key={filter.name} label={label} {...parts} />;
        if (kind === 'listed')
          return (
            <Labelled key={filter.name} label={label}>
              {(id) => <CodeFilter id={id} {...parts} list={filter.list as WordList} region={(values as { region?: string }).region} />}
            </Labelled>
          );
        return (
          <Labelled key={filter.name} label={label}>
            {(id) => <FieldInput field={fieldOf(kind, filter.list)} all={values} input={{ id, ...parts }} />}
          </Labelled>
        );
      })}
    </FilterBox>
  );
}

interface BoxProps {
  /** How many of them say something. */
  readonly chosen: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** Around the fields of a filter: folded on a phone while nothing is chosen, and how to choose nothing again. */
export function FilterBox({ chosen, onClear, children }: BoxProps) {
  const t = useWords();
  return (
    <details className="filters" open={chosen > 0 || window.innerWidth > 760}>
      <summary>{chosen > 0 ? t('filter.chosen', { count: chosen }) : t('filter.title')}</summary>
      <div className="filter-fields">
        {children}
        {chosen > 0 && <Button onClick={onClear}>{t('filter.clear')}</Button>}
      </div>
    </details>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A day that filters once it is one, in another notation once one leaves the field; what is none stays as typed, with what it should be. */
function DayFilter({ label, value = '', onChange }: DayProps) {
  const t = useWords();
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  useEffect(() => setText(value), [value]);
  const typed = (next = '') => {
    setText(next);
    setLeft(false);
    if (next === '' || isDay(next)) onChange(next);
  };
  const leave = () => {
    setLeft(true);
    const read = dayTyped(text);
    if (read !== undefined && read !== value) onChange(read);
  };
  const refusal =
    left && text !== '' && dayTyped(text) === undefined ? t('refusal.field', { field: label, why: t('day.wrong') }) : undefined;
  return (
    <Labelled label={label} refusal={refusal}>
      {(id, describedBy) => <DayInput {...{ id, describedBy }} value={text} onChange={typed} onBlur={leave} />}
    </Labelled>
  );
}

const fieldOf = (kind: Exclude<Filter<string>['kind'], 'listed'>, list = ''): Field =>
  kind === 'code' || kind === 'yes' ? ownCode(kind === 'yes' ? 'yes' : list, 'filter.title') : ownField(kind, 'filter.title');
