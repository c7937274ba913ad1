import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../../components/answered.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { useWords } from '../../i18n/words.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { ledgerCells } from '../ledger/ledger-cells.js';
import { rowsOf } from '../register/register-queries.js';
import type { RegisterPage } from '../register/register-shapes.js';

interface Props {
  readonly by: { readonly person: string } | { readonly unit: string };
  readonly moment: MomentAsked;
}

const columns = ['number', 'status', 'class', 'village', 'foundOn', 'dueOn'];
const mostShown = 20;

/** The newest problems in which a person or a unit has a duty, or had at the moment. */
export function DutyProblems({ by, moment }: Props) {
  const t = useWords();
  const asked = { ...by, ...moment };
  const problems = useInfiniteQuery(
    rowsOf({ register: 'problems', asked: { ...asked, order: '-foundOn' }, text: '', columns, needs: [], beside: [] }),
  );
  return (
    <section>
      <h2>{t('record.problems')}</h2>
      <Answered of={problems} rows={3}>
        {({ pages: [first] }) =>
          first === undefined || first.total === 0 ? (
            <Empty>{t('record.noProblem')}</Empty>
          ) : (
            <>
              <CardList>
                {first.rows.slice(0, mostShown).map((row) => (
                  <Line key={`${row.subject.id} ${row.key}`} row={row} at={first.at} />
                ))}
              </CardList>
              {first.total > mostShown && (
                <Link to="/problems" search={asked}>
                  {t('frame.all')}
                </Link>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}

function Line({ row, at }: { readonly row: RegisterPage['rows'][number]; readonly at: string }) {
  const t = useWords();
  const { number, status, dueOn } = ledgerCells;
  const words = (['class', 'village'] as const).flatMap((name) => row.cells[name]?.said ?? []);
  return (
    <li>
      <p>
        {number?.(row, at)} {status?.(row, at)} {dueOn?.(row, at)}
      </p>
      <p className="hint">{words.map((said) => t.both(said)).join(' · ')}</p>
    </li>
  );
}
