import { Link } from '@tanstack/react-router';
import type { Shapes } from '../../api/ask.js';
import type { Column } from '../../frame/table.js';
import type { Words } from '../../words/words.js';
import { HouseholdStatus } from '../household/household-status.js';

type Helped = Pick<Shapes['HouseholdHelpedLine'], 'head' | 'number' | 'status'>;

/** What every list of households that somebody helps begins with. */
export const helpedColumns = (t: Words): readonly Column<Helped>[] => [
  { key: 'head', title: t('field.head'), width: 8, main: true, cell: ({ head }) => head ?? t('erased') },
  {
    ...{ key: 'number', title: t('field.householdNumber'), width: 14, main: true },
    cell: ({ number }) => (
      <Link to="/households/$id" params={{ id: number }}>
        {number}
      </Link>
    ),
  },
  { key: 'status', title: t('field.status'), width: 9, cell: ({ status }) => <HouseholdStatus status={status} /> },
];
