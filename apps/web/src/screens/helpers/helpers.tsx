import { useNavigate, useSearch } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useMemo } from 'react';
import type { Column } from '../../components/column.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { CellShown } from '../register/cell-shown.js';
import { asListed } from '../register/list-asked.js';
import type { CellsOwn } from '../register/list-columns.js';
import { RegisterList } from '../register/register-list.js';
import type { RegisterRow } from '../register/register-shapes.js';
import { fileOf } from '../register/row-file.js';
import { HelpersAmiss } from './helpers-amiss.js';

const columns = ['person', 'unit', 'rank', 'township', 'village', 'startedOn', 'endedOn', 'lasts'];
const filters = ['unit', 'rank', 'lasts'];
/** Leads to the helper's own file: the row is of the household. */
const own: CellsOwn = { person: ({ cells }) => <CellShown column={{ kind: 'person', words: null }} cell={cells['person']} /> };
const amiss = ['under-quota', 'without-post'] as const;

/** Who helps which household, and who has; or those who fall short of what is asked of a helper. */
export function Helpers() {
  const t = useWords();
  const { list, region } = useSearch({ strict: false, select: asListed });
  const navigate = useNavigate();
  const extra = useMemo<readonly Column<RegisterRow>[]>(() => {
    const cell = (row: RegisterRow) => <RecordLink to={fileOf(row)}>{row.called}</RecordLink>;
    return [{ key: 'household', title: t('field.householdNumber'), width: 8, least: 168, cell }];
  }, [t]);
  const choice = (
    <Radio.Group
      optionType="button"
      value={list ?? 'all'}
      aria-label={t('helpers.list')}
      onChange={({ target }) => {
        const chosen = target.value as string;
        void navigate({ to: '/helpers', search: chosen === 'all' ? {} : { list: chosen } });
      }}
      options={['all' as const, ...amiss].map((one) => ({ value: one, label: t(`helpers.${one}`) }))}
    />
  );
  const short = amiss.find((one) => one === list);
  if (short !== undefined) return <HelpersAmiss list={short} {...{ region, choice }} />;
  return (
    <RegisterList
      name="helpers"
      title="helpers.title"
      person="helpers.helpers"
      {...{ columns, filters, own, extra }}
      above={() => choice}
      empty={{ fits: 'helpers.empty', none: 'helpers.none' }}
    />
  );
}
