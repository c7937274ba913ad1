import { useMemo } from 'react';
import type { Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import type { Column } from '../../components/table.js';
import { inHundredths } from '../../forms/form-values.js';
import { useWords } from '../../i18n/words.js';
import { namedColumns } from '../household/named-columns.js';

type HouseholdLine = Shapes['HouseholdLine'];

export function useHouseholdColumns(): readonly Column<HouseholdLine>[] {
  const t = useWords();
  const { nameOf } = useRegions();
  return useMemo<readonly Column<HouseholdLine>[]>(
    () => [
      ...namedColumns(t),
      {
        key: 'attribute',
        title: t('field.attribute'),
        width: 10,
        cell: ({ attribute }) => (attribute === null ? '—' : t.code('attribute', attribute)),
      },
      { key: 'village', title: t('field.village'), width: 14, cell: ({ township, village }) => `${nameOf(township)} ${nameOf(village)}` },
      { key: 'cause', title: t('field.mainCause'), width: 8, cell: ({ mainCause, mainCauseWords }) => t.listed(mainCauseWords, mainCause) },
      { key: 'people', title: t('field.people'), width: 5, align: 'end', cell: ({ people }) => people },
      {
        key: 'income',
        title: t('field.perPerson'),
        width: 9,
        align: 'end',
        cell: ({ incomePerPersonFen: fen }) => (fen === null ? '—' : `${inHundredths(fen)} ${t('unit.yuan')}`),
      },
    ],
    [t, nameOf],
  );
}
