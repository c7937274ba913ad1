import { Button } from 'antd';
import { FieldInput } from '../commands/field-input.js';
import type { Field } from '../commands/description.js';
import { type Term, useWords } from '../words/words.js';
import { Labelled } from './labelled.js';

export interface Filter<Name extends string> {
  readonly name: Name;
  readonly kind: 'region' | 'unit' | 'person' | 'day' | 'line' | 'code' | 'yes';
  readonly list?: string;
}
interface Parts<Name extends string> {
  readonly filters: readonly Filter<Name>[];
  readonly values: { readonly [N in Name]?: string };
  readonly onChange: (values: { [N in Name]?: string }) => void;
}

/** Which of them: what is chosen stands in the address. */
export function Filters<Name extends string>({ filters, values, onChange }: Parts<Name>) {
  const t = useWords();
  const change = (name: Name, value: string | undefined) => {
    const { [name]: _before, ...others } = values;
    onChange({ ...others, ...(value !== undefined && value !== '' && { [name]: value }) });
  };
  const chosen = filters.filter(({ name }) => values[name] !== undefined).length;
  return (
    <details className="filters" open={chosen > 0 || window.innerWidth > 760}>
      <summary>{chosen > 0 ? t('filter.chosen', { count: chosen }) : t('filter.title')}</summary>
      <div className="filter-fields">
        {filters.map((filter) => (
          <Labelled key={filter.name} label={t(`filter.${filter.name}` as Term)}>
            {(id) => (
              <FieldInput
                field={fieldOf(filter)}
                all={values}
                input={{ id, value: values[filter.name], onChange: (value) => change(filter.name, value as string | undefined) }}
              />
            )}
          </Labelled>
        ))}
        {chosen > 0 && <Button onClick={() => onChange({})}>{t('filter.clear')}</Button>}
      </div>
    </details>
  );
}

function fieldOf({ kind, list = '' }: Filter<string>): Field {
  const label = 'filter.title';
  if (kind === 'code') return { kind, list, label };
  return kind === 'yes' ? { kind: 'code', list: 'yes', label } : { kind, label };
}
