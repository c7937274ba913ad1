import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import type { Column } from '../../components/column.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { HouseholdStanding } from '../household/household-standing.js';
import type { CellsOwn } from '../register/list-columns.js';
import { RegisterList } from '../register/register-list.js';
import type { RegisterRow } from '../register/register-shapes.js';
import { fileOf } from '../register/row-file.js';
import { textIn } from '../register/row-values.js';
import { countedBy } from './counted-by.js';
import '../../components/why-button.css';

const columns = [
  'number',
  'head',
  'standing',
  'attribute',
  'township',
  'village',
  'mainCause',
  'people',
  'incomePerPersonFen',
  'openProblems',
];
const filters = ['standing', 'attribute', 'mainCause'];
const widths = { number: 168 };
const ticks = [{ label: 'households.withoutHelper', asked: { without: 'helpers', 'helpers.lasts': 'true' } }] as const;
type Standing = Parameters<typeof HouseholdStanding>[0]['standing'];
/** As long as a file's code is: with which its id begins. */
const codeLength = 8;

const own: CellsOwn = {
  number: (row) => textIn(row, 'number') ?? '—', // a household may have none: its file code leads to its file
  standing: (row) => <HouseholdStanding standing={textIn(row, 'standing') as Standing} />,
};

/** Finds a household by a name, a citizen number, its file code or its number; and opens a file for one that has none. What is typed stands in no address. */
export function Households() {
  const t = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const extra = useMemo<readonly Column<RegisterRow>[]>(() => {
    const cell = (row: RegisterRow) => <RecordLink to={fileOf(row)}>{row.subject.id.slice(0, codeLength)}</RecordLink>;
    return [{ key: 'fileCode', title: t('field.fileCode'), width: 6, least: 84, main: true, cell }];
  }, [t]);
  return (
    <>
      <RegisterList
        name="households"
        title="nav.households"
        {...{ columns, filters, own, extra, widths, ticks }}
        search={{ label: 'households.search', maxLength: 40, tooShort: 'households.typeMore' }}
        actions={() => <ActButton main path="open-household" of="/households" onAct={setAsking} />}
        why={(asked) => {
          const counted = countedBy(asked);
          return (
            counted && (
              <Link to="/counts" search={counted} className="why">
                {t('why.ask')}
              </Link>
            )
          );
        }}
        empty={{
          fits: 'households.empty',
          none: 'households.none',
          act: may(['record']) && <Link to="/imports">{t('households.emptyAct')}</Link>,
        }}
      />
      <CommandDrawer
        asking={asking}
        onClose={() => setAsking(null)}
        onDone={({ id }) => void navigate({ to: '/households/$id', params: { id } })}
      />
    </>
  );
}
