import type { Shapes } from '../../api/ask.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import type { Words } from '../../i18n/words.js';
import { HouseholdStanding } from './household-standing.js';

type Line = Pick<Shapes['HouseholdLine'], 'id' | 'fileCode' | 'head' | 'number' | 'standing'>;

/** What every list of households begins with. */
export const namedColumns = (t: Words): readonly Column<Line>[] => [
  { key: 'head', title: t('field.head'), width: 8, main: true, cell: ({ head }) => head ?? t('erased') },
  {
    key: 'fileCode',
    title: t('field.fileCode'),
    width: 8,
    main: true,
    cell: ({ id, fileCode }) => <RecordLink to={`/households/${id}`}>{fileCode}</RecordLink>,
  },
  { key: 'number', title: t('field.householdNumber'), width: 14, main: true, cell: ({ number }) => number ?? '—' },
  { key: 'standing', title: t('field.standing'), width: 10, cell: ({ standing }) => <HouseholdStanding standing={standing} /> },
];
