import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useWords } from '../../i18n/words.js';
import type { RegisterColumn } from './register-shapes.js';
import './columns-choice.css';

interface Props {
  readonly columns: readonly RegisterColumn[];
  readonly shown: readonly RegisterColumn[];
  /** Names, in order; undefined for those that the list begins with. */
  readonly onChange: (names: readonly string[] | undefined) => void;
}

/** Which columns a list shows, and in which order. */
export function ColumnsChoice({ columns, shown, onChange }: Props) {
  const t = useWords();
  const names = shown.map(({ name }) => name);
  const others = columns.filter(({ name }) => !names.includes(name));
  const toggle = (name: string, wanted: boolean) => onChange(wanted ? [...names, name] : names.filter((one) => one !== name));
  const move = (name: string, by: 1 | -1) => {
    const at = names.indexOf(name);
    const next = names.filter((one) => one !== name);
    next.splice(at + by, 0, name);
    onChange(next);
  };
  return (
    <div className="columns-choice">
      <ul>
        {shown.map(({ name, called }, at) => (
          <li key={name}>
            <Checkbox checked disabled={shown.length === 1} onChange={() => toggle(name, false)}>
              {t.both(called)}
            </Checkbox>
            <Button
              {...{ size: 'small', type: 'text', icon: <ArrowUpOutlined aria-hidden />, disabled: at === 0 }}
              aria-label={t('list.columnUp', { column: t.both(called) })}
              onClick={() => move(name, -1)}
            />
            <Button
              {...{ size: 'small', type: 'text', icon: <ArrowDownOutlined aria-hidden />, disabled: at === shown.length - 1 }}
              aria-label={t('list.columnDown', { column: t.both(called) })}
              onClick={() => move(name, 1)}
            />
          </li>
        ))}
      </ul>
      <ul>
        {others.map(({ name, called }) => (
          <li key={name}>
            <Checkbox checked={false} onChange={() => toggle(name, true)}>
              {t.both(called)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange(undefined)}>{t('list.columnsUsual')}</Button>
    </div>
  );
}
