import { Link } from '@tanstack/react-router';
import { Export } from '../../components/export.js';
import { useWords } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { useMay } from '../../session/may.js';
import { opens } from '../../session/route-access.js';
import { changed, filtersIn, momentIn } from '../register/list-asked.js';
import { RegisterList } from '../register/register-list.js';
import { needs, ledgerCells } from './ledger-cells.js';
import { ProblemFigures } from './problem-figures.js';
import { useProblemActs } from './use-problem-acts.js';
import './ledger.css';

const columns = ['number', 'status', 'class', 'village', 'foundOn', 'dueOn', 'leader', 'unit', 'staff', 'cancelledOn'];
const filters = ['status', 'class', 'source', 'unit', 'overdue'];

const widths = { status: 150, dueOn: 208 };

/** The rectification ledger: every problem, its limit and those who answer for it, the newest found first. */
export function Ledger() {
  const t = useWords();
  const may = useMay();
  const acts = useProblemActs();
  return (
    <RegisterList
      name="problems"
      person="filter.person"
      title="nav.ledger"
      {...{ columns, needs, filters, acts }}
      own={ledgerCells}
      widths={widths}
      actions={(asked) => (
        <>
          {may(opens('/imports')) && (
            <Link to="/imports" search={{ list: 'ledger' }} className="button-link">
              {t('ledger.import')}
            </Link>
          )}
          <Export
            from={`/problems/ledger.xlsx${intoAddress({ ...filtersIn(asked), ...momentIn(asked) })}`}
            name="ledger.xlsx"
            label={t('ledger.workbook')}
          />
        </>
      )}
      above={(asked) => (
        <div className="ledger">
          <ProblemFigures
            within={{ ...changed(filtersIn(asked), { status: undefined, overdue: undefined }), ...momentIn(asked) }}
            shown={asked}
          />
        </div>
      )}
      empty={{ fits: 'ledger.empty', none: 'ledger.none' }}
    />
  );
}
