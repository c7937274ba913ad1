import { input } from '@lookback/kernel';
import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { ListedFilter } from '../../forms/code-filter.js';
import { CodesFilter } from '../../forms/codes-filter.js';
import { FieldInput } from '../../forms/field-input.js';
import { ownField } from '../../forms/own-field.js';
import { FilterBox } from '../../forms/filters.js';
import { inHundredths } from '../../forms/form-values.js';
import { Labelled } from '../../forms/labelled.js';
import { PersonPick } from '../../forms/picks.js';
import { RangeFilter } from '../../forms/range-filter.js';
import type { WordList } from '../../forms/word-list.js';
import { useWords } from '../../i18n/words.js';
import { dayTyped } from '../../moment/day.js';
import type { ListAsked } from './list-asked.js';
import type { ListScreen } from './list-screen.js';
import type { RegisterColumn, RegisterDescription } from './register-shapes.js';
import { RegionFilter, regionIn, regionNames } from './region-filter.js';

interface Props {
  readonly description: RegisterDescription;
  /** The columns by which rows are mostly looked for; the others are one choice away. */
  readonly begin: readonly string[];
  readonly ticks: ListScreen['ticks'];
  readonly person: ListScreen['person'];
  /** What chooses rows, by column. */
  readonly values: ListAsked;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly onClear: () => void;
}

/** Which rows of a list: a field for each column by which rows can be looked for, as its kind is asked for everywhere. */
export function ListFilters({ description, begin, ticks = [], person, values, onChange, onClear }: Props) {
  const t = useWords();
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = description.columns.filter(({ filter, name }) => filter && !regionNames.includes(name));
  const isShown = ({ name, parameter }: RegisterColumn) => begin.includes(name) || added.includes(name) || values[parameter] !== undefined;
  const others = columns.filter((column) => !isShown(column));
  const lies = description.columns.some(({ filter, name }) => filter && regionNames.includes(name));
  return (
    <FilterBox chosen={Object.keys(values).length} onClear={onClear}>
      {lies && <RegionFilter description={description} values={values} onChange={onChange} />}
      {columns.filter(isShown).map((column) => (
        <ColumnFilter key={column.name} column={column} values={values} onChange={(value) => onChange({ [column.parameter]: value })} />
      ))}
      {person && (
        <Labelled label={t(person)}>
          {(id) => <PersonPick id={id} value={values['person']} onChange={(value) => onChange({ person: value })} />}
        </Labelled>
      )}
      {ticks.map(({ label, asked }) => (
        <Checkbox
          key={label}
          checked={Object.entries(asked).every(([name, value]) => values[name] === value)}
          onChange={({ target }) =>
            onChange(target.checked ? asked : Object.fromEntries(Object.keys(asked).map((name) => [name, undefined])))
          }
        >
          {t(label)}
        </Checkbox>
      ))}
      {others.length > 0 && (
        <Labelled label={t('filter.more')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={null}
              onChange={(name: string | null) => name !== null && setAdded([...added, name])}
              options={others.map(({ name, called }) => ({ value: name, label: t.both(called) }))}
              placeholder={t('pick.choose')}
            />
          )}
        </Labelled>
      )}
    </FilterBox>
  );
}

interface ColumnProps {
  readonly column: RegisterColumn;
  readonly values: ListAsked;
  readonly onChange: (value: string | undefined) => void;
}

const typed =
  (reading: input.Reading<number>) =>
  (text: string): string | undefined => {
    const read = reading(text);
    return 'value' in read ? String(read.value) : undefined;
  };
const wholeTyped = typed(input.whole(999_999_999));
const yuanTyped = typed(input.signedYuan);

function ColumnFilter({ column: { parameter, called, kind, words, list }, values, onChange }: ColumnProps) {
  const t = useWords();
  const label = t.both(called);
  const value = values[parameter];
  if (kind === 'day') return <RangeFilter {...{ label, value, onChange }} of="day" read={dayTyped} wrong={t('day.wrong')} />;
  if (kind === 'count') return <RangeFilter {...{ label, value, onChange }} of="number" read={wholeTyped} wrong={t('filter.number')} />;
  if (kind === 'fen')
    return (
      <RangeFilter
        {...{ label, value, onChange }}
        of="number"
        read={yuanTyped}
        show={(end) => inHundredths(Number(end))}
        unit={t('unit.yuan')}
        wrong={t('filter.amount')}
      />
    );
  return (
    <Labelled label={label}>
      {(id) => {
        const parts = { id, value, onChange };
        if (kind === 'code')
          return (
            <CodesFilter {...parts} options={Object.entries(words ?? {}).map(([code, said]) => ({ value: code, label: t.both(said) }))} />
          );
        if (kind === 'listed') return <ListedFilter {...parts} list={list as WordList} region={regionIn(values)} />;
        if (kind === 'yes-no') return <YesNoFilter {...parts} />;
        if (kind === 'person' || kind === 'unit' || kind === 'region')
          return <FieldInput field={ownField(kind, 'filter.title')} all={values} input={parts as never} />;
        return <TextFilter {...parts} />;
      }}
    </Labelled>
  );
}

interface FieldProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function YesNoFilter({ id, value, onChange }: FieldProps) {
  const t = useWords();
  return (
    <Select
      id={id}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={[
        { value: 'true', label: t('say.yes') },
        { value: 'false', label: t('say.no') },
      ]}
      placeholder={t('pick.choose')}
    />
  );
}

/** The beginning of a number: it filters once one leaves the field. */
function TextFilter({ id, value = '', onChange }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => text.trim() !== value && onChange(text.trim());
  return (
    <Input
      id={id}
      value={text}
      autoComplete="off"
      onChange={({ target }) => setText(target.value)}
      onBlur={settle}
      onPressEnter={settle}
      allowClear
    />
  );
}
